import {hash, randomBytes} from 'node:crypto'
import {constants} from 'node:fs'
import {mkdir, open, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {currentOwner} from '../process/owner.ts'

/** An entry of a cache: where it is, and what it is the entry of, so that another in its place is none. */
export interface SealedFile {
  readonly folder: string
  /** Below the folder. */
  readonly file: string
  readonly key: string
}

/** Raised when an entry has another form. */
const form = 'lectern 1'
const sealLength = 32

/**
 * The contents of an entry as they were written; nothing when it is missing, of another key, cut off or changed in any byte, or is no
 * file, or cannot be read. The seal is a SHA-256 without a secret: it finds damage, not somebody who may write here.
 */
export async function readSealed({file, folder, key}: SealedFile): Promise<Uint8Array | undefined> {
  try {
    // A link is not followed, and a pipe not waited for.
    await using handle = await open(path.join(folder, file), constants.O_RDONLY | noFollow | noWait)
    if (!(await handle.stat()).isFile()) return undefined
    const bytes = await handle.readFile()
    const contents = new Uint8Array(bytes.subarray(sealLength))
    return bytes.length >= sealLength && seal(key, contents).equals(bytes.subarray(0, sealLength))
      ? contents
      : undefined
  } catch {
    return undefined
  }
}

/**
 * Writes an entry; one that cannot be written only makes the next build slower. Beside its place and renamed into it, so that a build
 * that is stopped leaves no half entry.
 */
export async function writeSealed({file, folder, key}: SealedFile, contents: Uint8Array): Promise<void> {
  const draft = path.join(folder, draftFolder, `${randomBytes(6).toString('hex')}-${currentOwner()}`)
  const location = path.join(folder, file)
  try {
    await mkdir(path.dirname(draft), {recursive: true, mode: 0o700})
    await mkdir(path.dirname(location), {recursive: true, mode: 0o700})
    await writeFile(draft, Buffer.concat([seal(key, contents), contents]), {mode: 0o600})
    await rename(draft, location).catch(async () => {
      // A folder in its place.
      await rm(location, {recursive: true, force: true})
      await rename(draft, location)
    })
  } catch {
    await rm(draft, {force: true}).catch(() => undefined)
  }
}

/** Where entries are written before they are in their place. */
export const draftFolder = 'drafts'

function seal(key: string, contents: Uint8Array): Buffer {
  const head = Buffer.from(`${form}\0${hash('sha256', key)}\0`)
  return hash('sha256', Buffer.concat([head, contents]), 'buffer')
}

// Windows has neither.
const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW
const noWait = process.platform === 'win32' ? 0 : constants.O_NONBLOCK
