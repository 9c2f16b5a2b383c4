import {readdir, readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import {isOwnFace, type ThemeFace} from './theme-face.ts'
import type {PackageFace} from './theme-settings.ts'

const require = createRequire(import.meta.url)

/** The last family of the stacks in tokens.css. */
export const fallbackFamily = 'Lectern Fallback'

/** What comes with lectern: letters of Europe and India, then signs. Others follow by their names. */
const first = ['noto-sans', 'noto-sans-math', 'noto-sans-symbols', 'noto-sans-symbols-2']

/**
 * Faces for characters that some text of a theme lacks: the theme's own, in which other text of it is set, then regular and bold of every
 * `@fontsource` family that is installed beside lectern, so that installing one is all that an author of Korean or Arabic has to do. None of the machine's fonts: the same course would give other
 * bytes elsewhere.
 */
export async function fallbackFaces(own: readonly ThemeFace[], missing: readonly string[]): Promise<PackageFace[]> {
  if (missing.length === 0) return []
  const only = missing.join('')
  const folder = path.dirname(path.dirname(require.resolve('@fontsource/noto-sans/package.json')))
  const others = (await readdir(folder)).filter((name) => !first.includes(name)).toSorted()
  const faces = await Promise.all([...first, ...others].map((name) => facesOf(folder, name, missing)))
  const upright = own.flatMap((face) => (isOwnFace(face) || face.style !== 'normal' ? [] : face))
  return [...upright.map((face) => ({...face, family: fallbackFamily, without: '', only})), ...faces.flat()]
}

/** Names such as `noto-sans-greek-400-normal.woff2` or, for a slice, `noto-sans-kr-12-400-normal.woff2`. */
async function facesOf(folder: string, name: string, missing: readonly string[]): Promise<PackageFace[]> {
  const files = await readdir(path.join(folder, name, 'files')).catch((): string[] => [])
  const ranges = await readRanges(path.join(folder, name, 'unicode.json'))
  const codes = missing.map((character) => character.codePointAt(0) ?? 0)
  return files.toSorted().flatMap((file): PackageFace[] => {
    const {subset, weight} =
      /-(?<subset>[\w-]+)-(?<weight>400|700)-normal\.woff2$/u.exec(file.slice(name.length))?.groups ?? {}
    if (subset === undefined || weight === undefined) return []
    const isNumbered = /^\d+$/u.test(subset)
    // What a package says of a slice is exact; of a whole font of signs it is not.
    if (isNumbered && !codes.some((code) => isInRange(ranges.get(`[${subset}]`) ?? '', code))) return []
    return [
      {
        family: fallbackFamily,
        weight: Number(weight),
        style: 'normal',
        package: `@fontsource/${name}`,
        file,
        without: '',
        only: missing.join(''),
      },
    ]
  })
}

async function readRanges(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>))
}

function isInRange(range: string, code: number): boolean {
  return range.split(',').some((part) => {
    const [from = 0, to = from] = part
      .trim()
      .replace(/^U\+/iu, '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return code >= from && code <= to
  })
}
