import {createRequire} from 'node:module'
import path from 'node:path'
import type {ExpectedFace, ExpectedFonts} from '../model/font.ts'
import {fallbackFamily} from './fallback-faces.ts'
import {facesFor} from './faces-for.ts'
import type {Theme} from './load-theme.ts'
import {isOwnFace, type ThemeFace} from './theme-face.ts'
import {facesOnSlides} from './slide-families.ts'

const require = createRequire(import.meta.url)

/** What a course in a language, in a theme and with faces beside it, is set in: for who reads the finished files. */
export function expectedFonts(theme: Theme, language: string, others: readonly ThemeFace[]): ExpectedFonts {
  const own = facesFor(language, theme.faces).map((face) => expectedFace(face))
  const all = [...own, ...others.map((face) => expectedFace(face))]
  return {all, onSlides: facesOnSlides(theme, own), hasOthers: hasOtherFamilies(theme)}
}

function expectedFace(face: ThemeFace): ExpectedFace {
  const {family, only, style, weight, without} = face
  const described = {family, weight, style, only, without}
  if (isOwnFace(face)) return {...described, file: face.font.path, contents: face.font.contents}
  const folder = path.dirname(require.resolve(`${face.package}/package.json`))
  return {...described, file: path.join(folder, 'files', face.file)}
}

const declaration =
  /(?:^|[;{\s])(?:font-family|--(?:font|sans|serif|mono|english|heading)[\w-]*)\s*:\s*(?<first>"[^"]*"|'[^']*'|[\w-]+)/gu
/** What a browser has without being asked by name. */
const generic = new Set([
  'inherit',
  'initial',
  'unset',
  'revert',
  'var',
  'serif',
  'sans-serif',
  'monospace',
  'system-ui',
])

/** By the first family of each declaration. */
function hasOtherFamilies({faces, styles, tokens}: Theme): boolean {
  const known = new Set([...faces.map(({family}) => family), fallbackFamily])
  const values = [...tokens.everywhere, ...tokens.slides].map(([name, {value}]) => `--${name}: ${value}`)
  return [...values, ...Object.values(styles)].some((css) =>
    Array.from(css.matchAll(declaration), ({groups}) => (groups?.['first'] ?? '').replaceAll(/["']/gu, '')).some(
      (family) => !generic.has(family) && !known.has(family),
    ),
  )
}
