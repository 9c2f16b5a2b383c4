import type {ArtifactProblem} from '../../model/coverage.ts'
import type {ExpectedFace, ExpectedFonts} from '../../model/font.ts'
import {readFontFile, readThemeFont, type FontFile} from './read-font-file.ts'

interface DeclaredFace {
  readonly key: string
  readonly font: FontFile | undefined
  readonly claims: (code: number) => boolean
}

interface WantedFace {
  readonly face: ExpectedFace
  /** That the theme has it from. */
  readonly font: FontFile
  readonly characters: readonly string[]
}

/**
 * The deck has every face of the theme that its slides show: a rule for it, with a font that is whole and has the letters and digits of the
 * deck that the theme's own font file has. Without one the browser takes another font, and nobody is told.
 */
export async function checkDeckFonts(
  files: ReadonlyMap<string, Uint8Array>,
  {onSlides}: ExpectedFonts,
): Promise<ArtifactProblem[]> {
  if (onSlides.length === 0) return []
  const texts = [...files].filter(([name]) => name.endsWith('.html')).map(([, contents]) => textIn(decode(contents)))
  const shown = new Set(Array.from(texts.join('').matchAll(/[\p{L}\p{N}]/gu), ([one]) => one))
  const known = await Promise.all(onSlides.map(async (face) => [face, await readThemeFont(face)] as const))
  const wanted = known.flatMap(([face, font]): WantedFace[] => {
    return font ? [{face, font, characters: [...shown].filter((one) => isFor(face, font, one))}] : []
  })
  const sheets = [...files].filter(([name]) => name === 'assets/fonts.css' || name === 'deck.html')
  const missing = files.has('assets/fonts.css')
    ? []
    : [lacks('assets/fonts.css', '缺少这个文件', 'the file is missing')]
  return [
    ...missing,
    ...sheets.flatMap(([name, contents]) => {
      const declared = facesIn(decode(contents))
      const lacking = wanted.flatMap((one) => lackingIn(name, declared, one))
      // A face may come from several files of the theme.
      return [...new Map([...damagedIn(name, declared), ...lacking].map((one) => [one.reason, one])).values()]
    }),
  ]
}

/** Without scripts, styles and tags. */
const textIn = (html: string) =>
  html.replaceAll(/<(?<name>script|style)\b[^>]*>[^]*?<\/\k<name>>/giu, '').replaceAll(/<[^>]*>/gu, '')

const decode = (contents: Uint8Array) => new TextDecoder().decode(contents)

function isFor({only, without}: ExpectedFace, font: FontFile, character: string): boolean {
  if (without.includes(character) || (only !== '' && !only.includes(character))) return false
  return font.has(character.codePointAt(0) ?? 0)
}

function damagedIn(name: string, declared: readonly DeclaredFace[]): ArtifactProblem[] {
  const damaged = declared.filter(({font}) => !font).map(({key}) => key)
  return [...new Set(damaged)].map((key) => lacks(name, `${key} 的字体是坏的`, `the font of ${key} is damaged`))
}

function lackingIn(
  name: string,
  declared: readonly DeclaredFace[],
  {characters, face, font: ofTheme}: WantedFace,
): ArtifactProblem[] {
  const key = keyOf(face.family, String(face.weight), face.style)
  const own = declared.filter((one) => one.key === key)
  const lost = characters.filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return !own.some(({claims, font}) => claims(code) && font?.name === ofTheme.name && font.has(code))
  })
  if (lost.length === 0) return []
  if (own.length === 0) return [lacks(name, `没有字体 ${key}`, `${key} is missing`)]
  const some = lost.slice(0, 10).join('')
  return [
    lacks(name, `${key} 里没有 ${lost.length} 个用到的字：${some}`, `${key} lacks ${lost.length} characters in use`),
  ]
}

const lacks = (name: string, chinese: string, english: string): ArtifactProblem => ({
  ruleId: 'font-is-embedded',
  reason: `${name}: ${chinese} / ${english}`,
})

const keyOf = (family: string, weight: string, style: string) => `${family} ${weight} ${style}`

/** The `@font-face` rules of a sheet, with the fonts that they hold. */
function facesIn(css: string): DeclaredFace[] {
  return Array.from(css.matchAll(/@font-face\s*\{(?<body>[^}]*)\}/gu), ({groups}) => {
    const body = groups?.['body'] ?? ''
    const value = (name: string) => new RegExp(`${name}\\s*:\\s*([^;]*)`, 'u').exec(body)?.[1]?.trim() ?? ''
    const data = /src:url\(data:[\w/+.-]*;base64,(?<data>[\w+/=]*)\)/u.exec(body)?.groups?.['data'] ?? ''
    const ranges = rangesOf(value('unicode-range'))
    return {
      key: keyOf(value('font-family').replaceAll(/["']/gu, ''), value('font-weight'), value('font-style')),
      font: readFontFile(new Uint8Array(Buffer.from(data, 'base64'))),
      claims: (code) => ranges.some(([from, to]) => from <= code && code <= to),
    }
  })
}

function rangesOf(text: string): (readonly [number, number])[] {
  return text.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/iu, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
