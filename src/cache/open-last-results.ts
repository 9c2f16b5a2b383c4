import {hash} from 'node:crypto'
import {deserialize, serialize} from 'node:v8'
import {promisify} from 'node:util'
import {gunzip, gzip} from 'node:zlib'
import type {LastResults, Made} from '../model/last-results.ts'
import {readSealed, writeSealed, type SealedFile} from './sealed-file.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/**
 * Opens the results kept in a folder: one file for each name, so that they do not grow with every build. An entry that is not as it was
 * written is no result.
 */
export function openLastResults(folder: string): LastResults {
  return {
    async result<T>(name: string, keyOf: () => Promise<string>, make: () => Promise<Made<T>>): Promise<T> {
      // The seal names the key: what was made from something else is no entry of it.
      const entry = {folder, file: hash('sha256', name), key: `${name}\0${await keyOf()}`}
      const last = await read(entry)
      if (last) return last.value as T
      const {isLasting, value} = await make()
      if (isLasting) await writeSealed(entry, await pack(serialize({value}), {level: 1}))
      return value
    },
  }
}

/**
 * `deserialize` is not made for bytes of strangers: it gets those alone whose seal is whole, from a folder that only this user may write to
 * (`openCacheFolder`). An entry of another version of Node.js is no result.
 */
async function read(entry: SealedFile): Promise<{readonly value: unknown} | undefined> {
  try {
    const packed = await readSealed(entry)
    return packed && (deserialize(await unpack(packed)) as {readonly value: unknown})
  } catch {
    return undefined
  }
}
