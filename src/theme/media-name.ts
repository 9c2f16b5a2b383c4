import {hash} from 'node:crypto'
import path from 'node:path'
import type {Resource} from '../model/course.ts'

/** ASCII name of a resource in an output, by its content: the same picture is stored once. */
export function mediaName(resource: Resource): string {
  return `media/${hash('sha256', resource.contents).slice(0, 12)}${path.extname(resource.path).toLowerCase()}`
}

/** Resources by their name in an output, where two files with the same contents are one. */
export function distinctMedia(resources: Iterable<Resource>): ReadonlyMap<string, Resource> {
  return new Map(Array.from(resources, (resource) => [mediaName(resource), resource]))
}

/** The resources of a course as files of an output. */
export function mediaFiles(resources: Iterable<Resource>): Map<string, Uint8Array> {
  return new Map(Array.from(distinctMedia(resources), ([name, {contents}]) => [name, contents]))
}
