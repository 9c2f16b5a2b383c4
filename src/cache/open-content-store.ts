import {hash} from 'node:crypto'
import path from 'node:path'
import {readSealed, writeSealed} from './sealed-file.ts'

/** Bytes by their own SHA-256 in hexadecimal digits, so that whoever asks gets what was meant, or nothing. */
export interface ContentStore {
  readonly read: (sha256: string) => Promise<Uint8Array | undefined>
  readonly write: (sha256: string, contents: Uint8Array) => Promise<void>
}

/** Where no cache is. */
export const emptyStore: ContentStore = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
}

/** Opens a store in a folder. What cannot be read is not there; what cannot be written only has to be got again. */
export function openContentStore(folder: string): ContentStore {
  const entryOf = (sha256: string) => ({folder, file: path.join(sha256.slice(0, 2), sha256), key: sha256})
  return {
    async read(sha256) {
      const contents = await readSealed(entryOf(sha256))
      return contents && hash('sha256', contents) === sha256 ? contents : undefined
    },
    write: (sha256, contents) => writeSealed(entryOf(sha256), contents),
  }
}
