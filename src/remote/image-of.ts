import {hash} from 'node:crypto'
import type {Resource, ResourceFailure} from '../model/course.ts'
import {excessOfImage} from '../source/excess-of-image.ts'
import {mediaTypeOf, mediaTypes} from '../source/media-type-of.ts'

/** Bytes from the web as an image that a course may have, named by what is in it; or why they are none. */
export function imageOf(contents: Uint8Array): Resource | ResourceFailure {
  const mediaType = mediaTypeOf(contents)
  const extension = Object.entries(mediaTypes).findLast(([, type]) => type === mediaType)?.[0]
  if (mediaType === undefined || extension === undefined) return {kind: 'fetch', failure: {why: 'content'}}
  return excessOfImage(mediaType, contents) ?? {path: `${hash('sha256', contents)}${extension}`, mediaType, contents}
}
