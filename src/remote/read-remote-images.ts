import pLimit from 'p-limit'
import type {ContentStore} from '../cache/open-content-store.ts'
import type {Resource, ResourceFailure} from '../model/course.ts'
import type {ImageLock} from '../model/image-lock.ts'
import {hasCredentials, webAddress} from '../model/web-address.ts'
import {fetchImages, type Fetching} from './fetch-images.ts'
import {imageOf} from './image-of.ts'

export interface RemoteOptions {
  /** Absent where `images.lock.json` is damaged: then nothing is downloaded, since it could not be recorded. */
  readonly lock: ImageLock | undefined
  readonly store: ContentStore
  /** Absent where nothing may be asked for. */
  readonly fetching?: Fetching | undefined
}

export interface RemoteRead {
  /** By what chapters know them by; what is no address of the web is not among them. */
  readonly images: ReadonlyMap<string, Resource | ResourceFailure>
  /** With what was downloaded now. */
  readonly lock: ImageLock
}

/** A file that cannot be opened, since too many are open, would be none. */
const filesAtOnce = 16

/**
 * Images of the web that chapters name: those that were downloaded before and, with `fetching`, the others, each address once. What was
 * recorded must be the same when it is downloaded again.
 */
export async function readRemoteImages(names: Iterable<string>, options: RemoteOptions): Promise<RemoteRead> {
  const {fetching, lock, store} = options
  const named = [...new Set(names)].flatMap((name) => {
    const address = webAddress(name)
    return address === undefined ? [] : [{name, address}]
  })
  const wanted = [...new Set(named.map(({address}) => address))].toSorted()
  const limit = pLimit(filesAtOnce)
  const kept = new Map(
    await Promise.all(wanted.map((address) => limit(async () => [address, await readKept(address, options)] as const))),
  )
  const missing = wanted.filter((address) => isUnfetched(kept.get(address)))
  const fetched = lock && fetching ? await fetchImages(missing, {...fetching, lock, store}) : undefined
  const images = named.flatMap(({address, name}): [string, Resource | ResourceFailure][] => {
    const image = fetched?.images.get(address) ?? kept.get(address)
    return image ? [[name, image]] : []
  })
  return {images: new Map(images), lock: fetched?.lock ?? lock ?? new Map()}
}

const isUnfetched = (image: Resource | ResourceFailure | undefined) =>
  image !== undefined && 'kind' in image && image.kind === 'unfetched'

/** What was downloaded from an address before. */
async function readKept(address: string, {lock, store}: RemoteOptions): Promise<Resource | ResourceFailure> {
  if (hasCredentials(address)) return {kind: 'fetch', failure: {why: 'credentials'}}
  if (!lock) return {kind: 'unfetched', state: 'record damaged'}
  const recorded = lock.get(address)
  if (!recorded) return {kind: 'unfetched', state: 'unrecorded'}
  const contents = await store.read(recorded.sha256)
  return contents ? imageOf(contents) : {kind: 'unfetched', state: 'uncached'}
}
