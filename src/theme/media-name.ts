import {hash} from 'node:crypto'
import type {Resource} from '../model/course.ts'

/** ASCII name of a resource in an output, by its content: the same picture is stored once, and its extension is that of its type. */
export function mediaName({contents, mediaType}: Resource): string {
  return `media/${hash('sha256', contents).slice(0, 12)}.${extensions[mediaType] ?? mediaType.replace('image/', '')}`
}

/** Where it is not the end of the type. */
const extensions: Readonly<Record<string, string>> = {'image/jpeg': 'jpg', 'image/svg+xml': 'svg'}

/** Resources by their name in an output, where two files with the same contents are one. */
export function distinctMedia(resources: Iterable<Resource>): ReadonlyMap<string, Resource> {
  return new Map(Array.from(resources, (resource) => [mediaName(resource), resource]))
}

/** The resources of a course as files of an output. */
export function mediaFiles(resources: Iterable<Resource>): Map<string, Uint8Array> {
  return new Map(Array.from(distinctMedia(resources), ([name, {contents}]) => [name, contents]))
}
