import {createRequire} from 'node:module'
import path from 'node:path'
import type {ExpectedFonts} from '../model/font.ts'
import {facesFor} from './faces-for.ts'
import type {Theme} from './load-theme.ts'
import {facesOnSlides} from './slide-families.ts'

const require = createRequire(import.meta.url)

/** What a course in a language, in a theme, is set in: for who reads the finished files. */
export function expectedFonts(theme: Theme, language: string): ExpectedFonts {
  const all = facesFor(language, theme.faces).map(({family, file, only, package: name, style, weight, without}) => {
    const folder = path.dirname(require.resolve(`${name}/package.json`))
    return {family, weight, style, only, without, file: path.join(folder, 'files', file)}
  })
  return {all, onSlides: facesOnSlides(theme, all), hasOthers: hasOtherFamilies(theme)}
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
  const known = new Set(faces.map(({family}) => family))
  const values = [...tokens.everywhere, ...tokens.slides].map(([name, {value}]) => `--${name}: ${value}`)
  return [...values, ...Object.values(styles)].some((css) =>
    Array.from(css.matchAll(declaration), ({groups}) => (groups?.['first'] ?? '').replaceAll(/["']/gu, '')).some(
      (family) => !generic.has(family) && !known.has(family),
    ),
  )
}
