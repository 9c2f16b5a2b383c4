import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Resource} from '../model/course.ts'
import {resolveInside} from './resolve-inside.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** Reads the images that chapters name, by path below the course folder; those that cannot be read are left out. */
export async function readResources(folder: string, paths: Iterable<string>): Promise<Map<string, Resource>> {
  const names = [...new Set(paths)].toSorted()
  const resources = await Promise.all(names.map((name) => readResource(folder, name)))
  return new Map(resources.flatMap((resource) => (resource ? [[resource.path, resource] as const] : [])))
}

async function readResource(folder: string, name: string): Promise<Resource | undefined> {
  const mediaType = mediaTypes[path.extname(name).toLowerCase()]
  const location = await resolveInside(folder, name)
  const contents = location && mediaType ? await readFile(location).catch(() => undefined) : undefined
  return mediaType && contents ? {path: name, mediaType, contents: new Uint8Array(contents)} : undefined
}
