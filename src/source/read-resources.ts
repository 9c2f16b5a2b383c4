import path from 'node:path'
import type {Resource, ResourceFailure} from '../model/course.ts'
import {excessOf, excessOfImage} from './excess-of-image.ts'
import {decodeUrl, foldersAbove, isRemote} from '../model/course-path.ts'
import {mediaTypeOf, mediaTypes} from './media-type-of.ts'
import {missingPicture} from './missing-picture.ts'
import {namesInside, readInside} from './resolve-inside.ts'

export interface ReadResources {
  readonly resources: ReadonlyMap<string, Resource>
  /** Why the others could not be read. */
  readonly failures: ReadonlyMap<string, ResourceFailure>
}

/** Images of the web, or why they are not here, by what chapters know them by. */
export type RemoteImages = ReadonlyMap<string, Resource | ResourceFailure>

export interface ResourceSurroundings {
  readonly remote?: RemoteImages
  /** Paths of the chapters: images that are named from the root of a site are looked for in the folders above them. */
  readonly chapters?: readonly string[]
}

/**
 * Reads the images that chapters name, by what they are known by; those of the web are given. One that cannot be read has a failure, and a
 * resource that is shown in its place.
 */
export async function readResources(
  folder: string,
  paths: Iterable<string>,
  {chapters = [], remote = new Map()}: ResourceSurroundings = {},
): Promise<ReadResources> {
  const names = [...new Set(paths)].toSorted()
  const roots = [...new Set(['.', ...chapters.flatMap((chapter) => foldersAbove(chapter))])]
  const readOne = (name: string) =>
    name.startsWith('/') && !isRemote(name) ? readFromRoot(folder, name, roots) : readResource(folder, name)
  const read = await Promise.all(names.map(async (name) => [name, remote.get(name) ?? (await readOne(name))] as const))
  const resources = new Map<string, Resource>()
  const failures = new Map<string, ResourceFailure>()
  let bytes = 0
  for (const [name, result] of read) {
    if ('contents' in result) bytes += result.contents.length
    const excess = excessOf('imagesBytes', bytes)
    const failure = 'contents' in result ? excess : result
    if (failure) failures.set(name, failure)
    // oxlint-disable-next-line no-await-in-loop
    resources.set(name, failure || !('contents' in result) ? await nearest(folder, name, failure) : result)
  }
  return {resources, failures}
}

/** What is shown in place of an image that cannot be: the file with other capitals, or a frame with the name. */
async function nearest(folder: string, name: string, failure: ResourceFailure | undefined): Promise<Resource> {
  const other = failure?.kind === 'case' ? await readResource(folder, failure.actual) : undefined
  return other && 'contents' in other ? other : missingPicture(name)
}

/** Folders whose files tools put at the root of a site: Hugo's and Docusaurus', VitePress', Jekyll's, MkDocs', Hexo's. */
const published = ['.', 'static', 'public', 'assets', 'docs', 'source'] as const

/** An image that is named from the root of a site: the first that is there of those that the name may mean, by the folders that may be it. */
async function readFromRoot(
  folder: string,
  name: string,
  roots: readonly string[],
): Promise<Resource | ResourceFailure> {
  // A folder `_a` of Jekyll's is `a` on its site.
  const names = [name.slice(1), `_${name.slice(1)}`]
  for (const root of roots) {
    for (const inside of published) {
      for (const one of names) {
        // oxlint-disable-next-line no-await-in-loop
        const read = await readResource(folder, path.posix.join(root, inside, one))
        if ('contents' in read || read.kind !== 'missing') return read
      }
    }
  }
  return {kind: 'missing'}
}

async function readResource(folder: string, name: string): Promise<Resource | ResourceFailure> {
  if (isRemote(name)) return readDataUrl(name) ?? {kind: 'remote'}
  const read = await readInside(folder, name)
  if ('size' in read) return excessOf('imageBytes', read.size) ?? {kind: 'special'}
  if ('refusal' in read && read.refusal !== 'missing') return {kind: read.refusal}
  const written = await nameOnDisk(folder, name)
  if (written && written !== name) return {kind: 'case', actual: written}
  if ('refusal' in read) return {kind: read.refusal}
  return checked(name, read.contents)
}

/** Its type is what its bytes say: programs save a PNG as `.jpg`. A download page saved as `.png` breaks every output. */
function checked(name: string, contents: Uint8Array): Resource | ResourceFailure {
  const mediaType = mediaTypeOf(contents)
  if (!mediaType) return {kind: path.extname(name).toLowerCase() in mediaTypes ? 'broken' : 'format'}
  return excessOfImage(mediaType, contents) ?? {path: name, mediaType, contents}
}

/** The image that an address holds itself; `undefined` for one that leads elsewhere. */
function readDataUrl(url: string): Resource | ResourceFailure | undefined {
  const {
    base64,
    data = '',
    type = '',
  } = /^data:(?<type>image\/[a-z+]+)(?:;[^,;]*)*?(?<base64>;base64)?,(?<data>[\s\S]*)$/iu.exec(url)?.groups ?? {}
  const extension = Object.entries(mediaTypes).find(([, mediaType]) => mediaType === type.toLowerCase())?.[0]
  if (!extension) return undefined
  const contents = base64 ? Buffer.from(data, 'base64') : Buffer.from(decodeUrl(data))
  return checked(`embedded${extension}`, new Uint8Array(contents))
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
