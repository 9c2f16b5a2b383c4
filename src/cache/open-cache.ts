import {hash} from 'node:crypto'
import path from 'node:path'
import {readSealed, writeSealed} from './sealed-file.ts'

/** Results by the hash of what they were made from. */
export interface Cache {
  /** The bytes made from `key` before, or those `make` gives now. `key` names everything the result depends on. */
  readonly bytes: (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

/** Opens a cache in a folder. An entry that is not as it was written is made again; one that cannot be written only makes the build slower. */
export function openCache(folder: string): Cache {
  return {
    async bytes(key, make) {
      const name = hash('sha256', key)
      const entry = {folder, file: path.join(name.slice(0, 2), name), key}
      const known = await readSealed(entry)
      if (known) return known
      const made = await make()
      await writeSealed(entry, made)
      return made
    },
  }
}
