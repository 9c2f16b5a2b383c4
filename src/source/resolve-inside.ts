import {realpath} from 'node:fs/promises'
import path from 'node:path'

/**
 * The real path of a file below a folder, or `undefined` when there is none or it leads outside, also by a
 * symbolic link: chapters are untrusted and must not read the author's other files.
 */
export async function resolveInside(folder: string, relative: string): Promise<string | undefined> {
  const root = await realpath(folder)
  const target = await realpath(path.resolve(root, relative)).catch(() => undefined)
  return target?.startsWith(root + path.sep) ? target : undefined
}
