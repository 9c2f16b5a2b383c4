import {lstat, readlink, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import {UsageError} from '../diagnostics/environment-error.ts'
import {ignoreMissing} from './entry-state.ts'

/** More links one after the other are a circle, as on Linux. */
const mostLinks = 40

/**
 * The folder that an output path means, with links followed; it may not exist yet. Throws a `UsageError` when it is no
 * folder, or a link that leads to itself.
 */
export async function resolveOutput(out: string): Promise<string> {
  const root = await follow(path.resolve(out), mostLinks)
  const stats = await stat(root).catch(ignoreMissing)
  if (stats && !stats.isDirectory()) {
    throw new UsageError(`\`${out}\` 不是文件夹 / is not a folder\n${chooseAnother}`)
  }
  return root
}

export const chooseAnother = '换一个文件夹 / Choose another folder: --out <folder>'

async function follow(place: string, links: number): Promise<string> {
  const real = await realpath(place).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ELOOP') return undefined
    return ignoreMissing(error)
  })
  if (real !== undefined) return real
  if (links === 0)
    throw new UsageError(`\`${place}\` 是绕回自己的链接 / is a link that leads to itself\n${chooseAnother}`)
  const stats = await lstat(place).catch(ignoreMissing)
  if (stats?.isSymbolicLink()) return follow(path.resolve(path.dirname(place), await readlink(place)), links - 1)
  const parent = path.dirname(place)
  return parent === place ? place : path.join(await follow(parent, links), path.basename(place))
}
