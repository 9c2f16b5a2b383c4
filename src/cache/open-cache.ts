import {hash} from 'node:crypto'
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** Results by the hash of what they were made from. */
export interface Cache {
  /** The bytes made from `key` before, or those `make` gives now. `key` names everything the result depends on. */
  readonly bytes: (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

/** Opens a cache in a folder; one that cannot be written only makes the build slower. */
export function openCache(folder: string): Cache {
  return {
    async bytes(key, make) {
      const name = hash('sha256', key)
      const location = path.join(folder, name.slice(0, 2), name)
      const known = await readFile(location).catch(() => undefined)
      if (known) return new Uint8Array(known)
      const made = await make()
      await store(location, made).catch(() => undefined)
      return made
    },
  }
}

/** Written beside its place and renamed into it, so that a build that is stopped leaves no half entry. */
async function store(location: string, contents: Uint8Array): Promise<void> {
  await mkdir(path.dirname(location), {recursive: true, mode: 0o700})
  const draft = `${location}.${process.pid}`
  await writeFile(draft, contents)
  await rename(draft, location)
}
