import {constants} from 'node:fs'
import {lstat, open, readdir, realpath} from 'node:fs/promises'
import path from 'node:path'
import {limits} from '../diagnostics/limits.ts'
import type {Refusal} from '../model/refusal.ts'

/** A file of a course, or why it is not read. */
export type CourseFile =
  | {readonly contents: Uint8Array}
  | {readonly refusal: Exclude<Refusal, 'large'>}
  | {readonly refusal: 'large'; readonly size: number}

type Resolved = {readonly location: string} | {readonly refusal: Exclude<Refusal, 'large'>}

/**
 * Reads a file below a course folder, by its path from there. This is the one way in which files of a course are read: courses are
 * untrusted, and what they name would be published. Links are resolved first; what lies outside the folder, has a name that begins with
 * a dot on its path, or is no regular file is refused, and the last is not even opened: a pipe would never end.
 */
export async function readInside(folder: string, relative: string): Promise<CourseFile> {
  const resolved = await resolveInside(folder, relative)
  if ('refusal' in resolved) return resolved
  const status = await lstat(resolved.location).catch(() => undefined)
  if (!status) return {refusal: 'missing'}
  return status.isFile() ? readRegular(resolved.location) : {refusal: 'special'}
}

/** Names in a folder below a course folder; none where it is refused. */
export async function namesInside(folder: string, relative: string): Promise<readonly string[]> {
  const resolved = await resolveInside(folder, relative)
  return 'refusal' in resolved ? [] : readdir(resolved.location).catch(() => [])
}

/** The real path of what a course names; the name itself must be allowed as well as what its links lead to. */
async function resolveInside(folder: string, relative: string): Promise<Resolved> {
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined) return {refusal: 'missing'}
  const named = path.resolve(root, relative)
  const refusal = refusalOf(root, named)
  if (refusal) return {refusal}
  const found = await realpath(named).then(
    (location) => ({location}),
    (error: unknown) => ({refusal: reasonOf(error)}),
  )
  if ('refusal' in found) return found
  const ofTarget = refusalOf(root, found.location)
  return ofTarget ? {refusal: ofTarget} : found
}

function refusalOf(root: string, location: string): 'outside' | 'hidden' | undefined {
  const relative = path.relative(root, location)
  const segments = relative.split(path.sep)
  if (path.isAbsolute(relative) || segments[0] === '..') return 'outside'
  return segments.some((segment) => segment.startsWith('.')) ? 'hidden' : undefined
}

/** Between the look and the opening it may have become something else: it is opened without waiting, and looked at again. */
async function readRegular(location: string): Promise<CourseFile> {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)
  try {
    await using handle = await open(location, flags)
    const status = await handle.stat()
    if (!status.isFile()) return {refusal: 'special'}
    const {size} = status
    if (size > limits.imageBytes.most) return {refusal: 'large', size}
    return {contents: new Uint8Array(await handle.readFile())}
  } catch (error) {
    return {refusal: reasonOf(error)}
  }
}

function reasonOf(error: unknown): 'missing' | 'unreadable' {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'EACCES' || code === 'EPERM' || code === 'EIO' ? 'unreadable' : 'missing'
}
