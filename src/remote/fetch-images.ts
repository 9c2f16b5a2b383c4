import {hash} from 'node:crypto'
import pLimit from 'p-limit'
import type {ContentStore} from '../cache/open-content-store.ts'
import {limits} from '../diagnostics/limits.ts'
import type {Resource, ResourceFailure} from '../model/course.ts'
import type {ImageLock, RecordedImage} from '../model/image-lock.ts'
import {excessOf} from '../source/excess-of-image.ts'
import {download, type DownloadOptions} from './download.ts'
import {imageOf} from './image-of.ts'
import {lengthInLock} from './serialize-image-lock.ts'

export interface Fetching extends DownloadOptions {
  readonly progress: (done: number, total: number) => void
}

interface FetchOptions extends Fetching {
  readonly lock: ImageLock
  readonly store: ContentStore
}

export interface Fetched {
  /** By address. */
  readonly images: ReadonlyMap<string, Resource | ResourceFailure>
  readonly lock: ImageLock
}

const atOnce = 4

/**
 * Downloads images, keeps them by their hash and records it. One that was recorded before, and is another one now, is neither kept nor
 * shown: whoever recorded it has looked at what it was.
 */
export async function fetchImages(addresses: readonly string[], options: FetchOptions): Promise<Fetched> {
  const {lock, progress, signal} = options
  const room = limits.fetchedImages.most - lock.size
  const unrecorded = addresses.filter((address) => !lock.has(address))
  const isBeyond = new Set(unrecorded.filter((address, index) => index >= room || isLong(address)))
  const asked = addresses.filter((address) => !isBeyond.has(address))
  const limit = pLimit(atOnce)
  let bytes = 0
  let done = 0
  const fetchOne = async (address: string) => {
    signal.throwIfAborted()
    const image = excessOf('imagesBytes', bytes) ?? (await fetchImage(address, options))
    if ('contents' in image) bytes += image.contents.length
    progress(++done, asked.length)
    return [address, image] as const
  }
  if (asked.length > 0) progress(0, asked.length)
  const fetched = await Promise.all(asked.map((address) => limit(() => fetchOne(address))))
  const refused = Array.from(isBeyond, (address) => [address, beyond] as const)
  const recorded = fetched.flatMap(([address, image]): [string, RecordedImage][] =>
    'contents' in image ? [[address, recordOf(image)]] : [],
  )
  return {images: new Map([...fetched, ...refused]), lock: new Map([...lock, ...recorded])}
}

const isLong = (address: string) => lengthInLock(address) > limits.fetchAddress.most

const beyond: ResourceFailure = {kind: 'fetch', failure: {why: 'record full'}}

async function fetchImage(address: string, options: FetchOptions): Promise<Resource | ResourceFailure> {
  const {lock, store} = options
  const downloaded = await download(address, options)
  if ('failure' in downloaded) return {kind: 'fetch', failure: downloaded.failure}
  const {contents} = downloaded
  const image = imageOf(contents)
  if (!('contents' in image)) return image
  const received = hash('sha256', contents)
  const recorded = lock.get(address)?.sha256 ?? received
  if (recorded !== received) return {kind: 'fetch', failure: {why: 'changed', recorded, received, address}}
  await store.write(received, contents)
  return image
}

const recordOf = ({contents, mediaType}: Resource): RecordedImage => ({
  sha256: hash('sha256', contents),
  mediaType,
  bytes: contents.length,
})
