import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {VFile} from 'vfile'
import {resolveInside} from './resolve-inside.ts'

/** Those files of a course's own theme that exist, by the names a theme may have, below the course folder. */
export async function readThemeFolder(folder: string, theme: string, names: readonly string[]): Promise<VFile[]> {
  const files = await Promise.all(
    names.map(async (name) => {
      const relative = path.join(theme, name)
      const location = await resolveInside(folder, relative)
      return location ? new VFile({path: relative, value: await readFile(location, 'utf8')}) : undefined
    }),
  )
  return files.filter((file) => file !== undefined)
}
