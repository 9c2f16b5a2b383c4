import {lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {UsageError} from '../../src/diagnostics/environment-error.ts'
import type {Artifact} from '../../src/model/artifact.ts'
import {assertOwnOutput} from '../../src/output/assert-own-output.ts'
import {openStaging} from '../../src/output/open-staging.ts'
import {recoverOutput} from '../../src/output/recover-output.ts'

const scopes = ['everything', 'written', 'some', 'beside', 'reject', 'abandon'] as const
type Scope = (typeof scopes)[number]

/** Names that meet: lectern's, people's, and those that could be either. */
const name = fc.constantFrom(
  'deck',
  'coverage',
  'teacher',
  'index.html',
  'README.md',
  'thesis.txt',
  'a',
  '.lectern.json',
)
const filePath = fc.array(name, {minLength: 1, maxLength: 3}).map((parts) => parts.join('/'))
const place = fc
  .tuple(fc.constantFrom('dist', 'dist-failed', 'dist-failed-2', 'beside'), filePath)
  .map((parts) => parts.join('/'))

type Step =
  | {
      readonly type: 'build'
      readonly course: string
      readonly scope: Scope
      readonly files: readonly string[]
      readonly text: string
    }
  | {readonly type: 'write'; readonly place: string; readonly text: string}
  | {readonly type: 'link'; readonly place: string; readonly to: string}
  | {readonly type: 'delete'; readonly place: string}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('build' as const),
      course: fc.constantFrom('one', 'one', 'one', 'two'),
      scope: fc.constantFrom(...scopes),
      files: fc
        .uniqueArray(filePath, {minLength: 1, maxLength: 6})
        .map((files) => apart(files))
        .filter((files) => files.length > 0),
      text: fc.constantFrom('x', 'y'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({type: fc.constant('write' as const), place, text: fc.constantFrom('x', 'mine', 'other')}),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('link' as const),
      place,
      to: fc.constantFrom('.', '../beside', 'a', 'index.html'),
    }),
  },
  {weight: 1, arbitrary: fc.record({type: fc.constant('delete' as const), place})},
)

/** Files of which none is the folder of another, nor a marker. */
const apart = (files: readonly string[]) =>
  files.filter(
    (file) => !file.includes('.lectern.json') && !files.some((other) => other !== file && file.startsWith(`${other}/`)),
  )

/** Everything below a folder: contents of files, targets of links. */
async function readTree(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const found = entries
    .filter((entry) => !entry.isDirectory())
    .map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const value = entry.isSymbolicLink() ? `-> ${await readlink(file)}` : await readFile(file, 'utf8')
      return [path.relative(root, file), value] as const
    })
  return new Map(await Promise.all(found))
}

/** Somebody's own action, as far as the file system allows it. */
async function act(home: string, action: Exclude<Step, {type: 'build'}>): Promise<void> {
  const file = path.join(home, action.place)
  const ignore = () => undefined
  if (action.type === 'delete') {
    await rm(file, {recursive: true, force: true}).catch(ignore)
    return
  }
  await mkdir(path.dirname(file), {recursive: true}).catch(ignore)
  if (action.type === 'link') await symlink(action.to, file).catch(ignore)
  else if (!(await lstat(file).catch(ignore))?.isSymbolicLink()) await writeFile(file, action.text).catch(ignore)
}

async function build(
  home: string,
  {course, files, scope, text}: Extract<Step, {type: 'build'}>,
): Promise<'done' | 'refused'> {
  const out = path.join(home, 'dist')
  const contents = new TextEncoder().encode(`lectern ${text}`)
  const artifact: Artifact = {target: 'site', entry: '', files: files.map((file) => ({path: file, contents}))}
  try {
    await recoverOutput(out)
    await assertOwnOutput(out, course)
    await using staging = await openStaging(out, course)
    await staging.write(artifact)
    if (scope === 'reject') await staging.reject()
    else if (scope !== 'abandon') await staging.publish(scope)
    return 'done'
  } catch (error) {
    if (error instanceof UsageError) return 'refused'
    throw error
  }
}

/** Builds, and gives 1 when that published something. Nothing else than what lectern wrote last may have changed. */
async function assertHarmless(home: string, one: Extract<Step, {type: 'build'}>, written: Map<string, string>) {
  const before = await readTree(home)
  const outcome = await build(home, one)
  const after = await readTree(home)
  for (const [file, value] of before) {
    if (written.get(file) !== value) expect([file, after.get(file)]).toEqual([file, value])
  }
  for (const [file, value] of after) if (before.get(file) !== value) written.set(file, value)
  if (outcome === 'refused') expect(after).toEqual(before)
  expect([...after.keys()].filter((file) => file.includes('.lectern/'))).toEqual([])
  return outcome === 'done' && one.scope !== 'abandon' && one.scope !== 'reject' ? 1 : 0
}

test('no sequence of builds changes a byte that lectern did not write', async () => {
  let published = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, {minLength: 2, maxLength: 14}), async (steps) => {
      const home = await mkdtemp(path.join(tmpdir(), 'lectern-foreign-'))
      try {
        // Whatever differs from what lectern wrote last is somebody's.
        const written = new Map<string, string>()
        await steps.reduce(async (earlier, one) => {
          await earlier
          if (one.type === 'build') published += await assertHarmless(home, one, written)
          else await act(home, one)
        }, Promise.resolve())
      } finally {
        await rm(home, {recursive: true, force: true})
      }
    }),
    {numRuns: 300},
  )
  // A property that every build is refused in shows nothing.
  expect(published).toBeGreaterThan(100)
})
