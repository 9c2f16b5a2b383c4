import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {OwnFace} from './own-font.ts'
import {isOwnFace, type ThemeFace} from './theme-face.ts'

const require = createRequire(import.meta.url)

/** The licence of each package that a theme has fonts of, by its name without the scope, and what fonts of the course say of theirs. */
export async function fontLicences(faces: readonly ThemeFace[]): Promise<ReadonlyMap<string, string>> {
  const packages = [...new Set(faces.flatMap((face) => (isOwnFace(face) ? [] : face.package)))].toSorted()
  const entries = await Promise.all(
    packages.map(async (name) => {
      const folder = path.dirname(require.resolve(`${name}/package.json`))
      return [path.basename(name), await readFile(path.join(folder, 'LICENSE'), 'utf8')] as const
    }),
  )
  return new Map([...entries, ...noticesOf(faces.filter((face) => isOwnFace(face)))])
}

/** Of each family once, whatever its files repeat; those that say nothing are named. */
function noticesOf(faces: readonly OwnFace[]): (readonly [string, string])[] {
  return Array.from(
    Map.groupBy(faces, ({family}) => family),
    ([family, own], index) => {
      const notices = new Set(own.flatMap(({font}) => font.notice || []))
      const name = family.toLowerCase().replaceAll(/[^a-z\d]+/gu, '-')
      return [`own-${index + 1}-${name}`.replace(/-+$/u, ''), `${[family, ...notices].join('\n\n')}\n`] as const
    },
  )
}
