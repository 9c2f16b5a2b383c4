import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

interface LockFile {
  readonly packages: Record<string, {readonly optionalDependencies?: Record<string, string>}>
}

/** Folders where Node looks for a dependency of the package at `place`, nearest first. */
function* lookUps(place: string, name: string): Generator<string> {
  const folders = place.split('/node_modules/')
  for (let depth = folders.length; depth > 0; depth--)
    yield `${folders.slice(0, depth).join('/node_modules/')}/node_modules/${name}`
  yield `node_modules/${name}`
}

// A lock file written on one platform may leave out the binaries of the others; `npm ci` then refuses it everywhere.
test('the lock file knows the binaries of every platform', () => {
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile
  const wanted = Object.entries(packages).flatMap(([place, {optionalDependencies = {}}]) =>
    Object.keys(optionalDependencies).map((name) => ({place, name})),
  )
  expect(wanted.length).toBeGreaterThan(50)
  const missing = wanted.filter(({place, name}) => ![...lookUps(place, name)].some((key) => packages[key]))
  expect(missing).toEqual([])
})
