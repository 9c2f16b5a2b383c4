import type {Dirent} from 'node:fs'
import {open, readdir, readlink} from 'node:fs/promises'
import path from 'node:path'
import {crc32} from 'node:zlib'

/**
 * A line for each file below a folder: name, whether it can be run, size, CRC-32 of its bytes; what is no file by its kind. `except` is a
 * file of the folder that is left out. A CRC-32 finds damage, not intent: who may write here is the user.
 */
export async function describeFolder(folder: string, except: string): Promise<string> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const lines: string[] = []
  for (const entry of entries) {
    const location = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, location)
    // In turn: one file is nearly all of it.
    // oxlint-disable-next-line no-await-in-loop
    if (name !== except) lines.push(`${JSON.stringify(name)} ${await describe(location, entry)}`)
  }
  return `${lines.toSorted().join('\n')}\n`
}

async function describe(location: string, entry: Dirent): Promise<string> {
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return `link ${JSON.stringify(await readlink(location))}`
  return entry.isFile() ? describeFile(location) : 'other'
}

/** In pieces: the binary has 200 MB. */
const mostAtOnce = 1 << 20

async function describeFile(location: string): Promise<string> {
  await using file = await open(location)
  const {mode, size} = await file.stat()
  const buffer = Buffer.allocUnsafe(Math.min(mostAtOnce, Math.max(size, 1)))
  let sum = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const {bytesRead} = await file.read(buffer, 0, buffer.length)
    if (bytesRead === 0) break
    sum = crc32(buffer.subarray(0, bytesRead), sum)
  }
  return `${(mode & 0o100) === 0 ? 'file' : 'program'} ${size} ${sum.toString(16)}`
}
