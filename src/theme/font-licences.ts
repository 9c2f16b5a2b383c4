import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {ThemeFace} from './theme-settings.ts'

const require = createRequire(import.meta.url)

/** The licence of each package that a theme has fonts of, by its name without the scope. */
export async function fontLicences(faces: readonly ThemeFace[]): Promise<ReadonlyMap<string, string>> {
  const packages = [...new Set(faces.map((face) => face.package))].toSorted()
  const entries = await Promise.all(
    packages.map(async (name) => {
      const folder = path.dirname(require.resolve(`${name}/package.json`))
      return [path.basename(name), await readFile(path.join(folder, 'LICENSE'), 'utf8')] as const
    }),
  )
  return new Map(entries)
}
