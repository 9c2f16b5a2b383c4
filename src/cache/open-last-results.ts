import {hash} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {deserialize, serialize} from 'node:v8'
import {promisify} from 'node:util'
import {gunzip, gzip} from 'node:zlib'
import type {LastResults, Made} from '../model/last-results.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Opens the results kept in a folder: one file for each name, so that they do not grow with every build. */
export function openLastResults(folder: string): LastResults {
  return {
    async result<T>(name: string, keyOf: () => Promise<string>, make: () => Promise<Made<T>>): Promise<T> {
      const key = await keyOf()
      const location = path.join(folder, hash('sha256', name))
      const last = await read<T>(location)
      if (last?.key === key) return last.value
      const {isLasting, value} = await make()
      // One that cannot be written only makes the next build slower.
      if (isLasting) await write(location, {key, value}).catch(() => undefined)
      return value
    },
  }
}

interface Entry<T> {
  readonly key: string
  readonly value: T
}

/** A file that is missing, cut off or of another version of Node.js is no result. */
async function read<T>(location: string): Promise<Entry<T> | undefined> {
  try {
    return deserialize(await unpack(await readFile(location))) as Entry<T>
  } catch {
    return undefined
  }
}

/** Written beside its place and renamed into it, so that a build that is stopped leaves no half entry. */
async function write<T>(location: string, entry: Entry<T>): Promise<void> {
  await mkdir(path.dirname(location), {recursive: true, mode: 0o700})
  const draft = `${location}.${process.pid}`
  await writeFile(draft, await pack(serialize(entry), {level: 1}))
  await rename(draft, location)
}
