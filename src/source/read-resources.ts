import path from 'node:path'
import type {Resource, ResourceFailure} from '../model/course.ts'
import {excessOf, excessOfImage} from './excess-of-image.ts'
import {namesInside, readInside} from './resolve-inside.ts'

export interface ReadResources {
  readonly resources: ReadonlyMap<string, Resource>
  /** Why the others could not be read. */
  readonly failures: ReadonlyMap<string, ResourceFailure>
}

/** Reads the images that chapters name, by path below the course folder. */
export async function readResources(folder: string, paths: Iterable<string>): Promise<ReadResources> {
  const names = [...new Set(paths)].toSorted()
  const read = await Promise.all(names.map(async (name) => [name, await readResource(folder, name)] as const))
  const resources = new Map<string, Resource>()
  const failures = new Map<string, ResourceFailure>()
  let bytes = 0
  for (const [name, result] of read) {
    if ('contents' in result) bytes += result.contents.length
    const excess = excessOf('imagesBytes', bytes)
    if (!('contents' in result)) failures.set(name, result)
    else if (excess) failures.set(name, excess)
    else resources.set(name, result)
  }
  return {resources, failures}
}

async function readResource(folder: string, name: string): Promise<Resource | ResourceFailure> {
  const read = await readInside(folder, name)
  if ('size' in read) return excessOf('imageBytes', read.size) ?? {kind: 'special'}
  if ('refusal' in read && read.refusal !== 'missing') return {kind: read.refusal}
  const written = await nameOnDisk(folder, name)
  if (written && written !== name) return {kind: 'case', actual: written}
  if ('refusal' in read) return {kind: read.refusal}
  const mediaType = mediaTypes[path.extname(name).toLowerCase()]
  if (!mediaType) return {kind: 'format'}
  const contents = Buffer.from(read.contents.buffer, read.contents.byteOffset, read.contents.byteLength)
  if (!signatures[mediaType]?.(contents)) return {kind: 'broken'}
  return excessOfImage(mediaType, contents) ?? {path: name, mediaType, contents: read.contents}
}

/** The name as the folder has it, where it differs at most in capitals: other machines tell them apart. */
async function nameOnDisk(folder: string, name: string): Promise<string | undefined> {
  const entries = await namesInside(folder, path.dirname(name))
  const wanted = path.basename(name)
  const found = entries.includes(wanted)
    ? wanted
    : entries.find((entry) => entry.toLowerCase() === wanted.toLowerCase())
  return found && path.posix.join(path.posix.dirname(name), found)
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** How files of each type begin: a download page saved as `.png` breaks every output. */
const signatures: Readonly<Record<string, (contents: Buffer) => boolean>> = {
  'image/gif': (contents) => contents.toString('latin1', 0, 4) === 'GIF8',
  'image/jpeg': (contents) => contents.toString('hex', 0, 3) === 'ffd8ff',
  'image/png': (contents) => contents.toString('latin1', 1, 4) === 'PNG',
  'image/svg+xml': (contents) => contents.toString('utf8').includes('<svg'),
  'image/webp': (contents) => contents.toString('latin1', 8, 12) === 'WEBP',
}
