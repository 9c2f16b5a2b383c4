import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import * as v from 'valibot'
import {VFile} from 'vfile'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {EnvironmentError} from '../diagnostics/environment-error.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Density, TextSizes} from '../model/deck.ts'
import {readYaml} from '../yaml/read-yaml.ts'
import {reportFaintPairs} from './check-contrast.ts'
import {checkFamilies, familiesGiven} from './check-families.ts'
import {checkSheet} from './check-sheet.ts'
import {readCourseTokens, tokenSheet, type CourseTokens} from './course-tokens.ts'
import {fallbackFamily} from './fallback-faces.ts'
import {isWide} from './faces-for.ts'
import type {OwnFace} from './own-font.ts'
import {settleTokens} from './settle-tokens.ts'
import type {ThemeFace} from './theme-face.ts'
import {ownThemeSchema, themeSchema, type ThemeSettings} from './theme-settings.ts'
import {usedFaces} from './used-faces.ts'
import {layTokens, readTokens, withoutTokens, type Tokens} from './tokens.ts'

export interface Theme {
  readonly faces: readonly ThemeFace[]
  readonly sizes: TextSizes
  readonly density: Density
  readonly tokens: Tokens
  /** Style sheets by name; `content` begins with the tokens, and the EPUB's has their values in place of them. */
  readonly styles: Readonly<Record<StyleName, string>>
}

const styleNames = ['content', 'deck', 'book', 'slides', 'handout', 'epub', 'cover', 'site'] as const
type StyleName = (typeof styleNames)[number]

/** Files that a theme may have. */
export const themeFiles = ['theme.yml', 'tokens.css', ...styleNames.map((name) => `${name}.css`)]

/** What a course asks for. */
export interface ThemeRequest {
  /** Of a theme that comes with lectern. */
  readonly name: string
  /** Files of the course's own theme, which goes on from the other; their names are those of `themeFiles`. */
  readonly own: readonly VFile[]
  readonly course?: CourseTokens
  /** Of the fonts that the course brings. */
  readonly faces?: readonly OwnFace[]
  /** BCP 47 language of the course. */
  readonly language?: string
}

const themesFolder = fileURLToPath(new URL('../../themes', import.meta.url))

/**
 * A theme of the `themes` folder with what the course puts in its place. What is wrong with the course's part is
 * reported there; a theme that does not exist is an `EnvironmentError` that names those that do.
 */
export async function loadTheme(request: ThemeRequest): Promise<Theme> {
  const {faces: brought = [], name, own} = request
  const ownLayer = readOwn(own)
  const bundled = await readBundled(ownLayer?.settings.extends ?? name)
  const layers = [...bundled, ...(ownLayer ? [ownLayer] : [])]
  const sheet = (file: string) => layers.flatMap(({sheets}) => sheets.get(`${file}.css`) ?? []).join('\n')
  const ownSheets = [...(ownLayer?.sheets.values() ?? [])]
  const ofPackages = bundled.flatMap(({settings}) => settings.fonts)
  const families = [...ofPackages, ...brought].map(({family}) => family)
  const known = [...new Set([...families, fallbackFamily, ...familiesGiven(ownSheets.join('\n'))])]
  const {corrections, tokens} = tokensOf(request, {bundled, ownLayer, known})
  reportFaintPairs(tokens)
  for (const file of own) if (isSetInOwnFonts(file)) checkFamilies(file, known)
  const tokenSheets = [sheet('tokens'), corrections].filter(Boolean).join('\n')
  const styles = Object.fromEntries(styleNames.map((style) => [style, sheet(style)])) as Record<StyleName, string>
  return {
    faces: [...ofPackages, ...usedFaces(brought, tokens, ownSheets)],
    sizes: lastOf(layers, 'sizes') ?? {text: 18, code: 14},
    density: lastOf(layers, 'density') ?? {lead: 40, item: 36, list: 160, container: 110},
    tokens,
    styles: {
      ...styles,
      content: `${tokenSheets}\n${styles.content}`,
      epub: withoutTokens(styles.epub, tokens.everywhere),
      site: `${tokenSheets}\n${styles.site}`,
    },
  }
}

interface TokenContext {
  readonly bundled: readonly Layer[]
  readonly ownLayer: Layer | undefined
  /** Families that there are. */
  readonly known: readonly string[]
}

/** The tokens of all layers, and the style sheet of those that the layers' own sheets do not have. */
function tokensOf(
  {course, language = 'zh-CN'}: ThemeRequest,
  {bundled, known, ownLayer}: TokenContext,
): {readonly tokens: Tokens; readonly corrections: string} {
  const families = {known, isWide: isWide(language)}
  const base = layTokens(bundled.map(({tokens}) => tokens))
  const ofOwn = ownLayer && settleTokens(ownLayer.tokens, base, families)
  const ofTheme = layTokens([base, ...(ofOwn ? [ofOwn.tokens] : [])])
  const ofCourse = course && readCourseTokens(course, ofTheme, families)
  const corrections = [ofOwn?.corrections, ofCourse].flatMap((tokens) => (tokens ? tokenSheet(tokens) : []))
  return {tokens: layTokens([ofTheme, ...(ofCourse ? [ofCourse] : [])]), corrections: corrections.join('\n').trim()}
}

/** Sheets of outputs that hold their fonts; the e-book and the home page may ask for those of their readers. */
const isSetInOwnFonts = ({basename = ''}: VFile) =>
  !['theme.yml', 'tokens.css', 'epub.css', 'site.css'].includes(basename)

interface Layer {
  readonly settings: ThemeSettings
  readonly tokens: Tokens
  /** By the name of the file. */
  readonly sheets: ReadonlyMap<string, string>
}

function lastOf<K extends 'density' | 'sizes'>(layers: readonly Layer[], key: K): ThemeSettings[K] {
  return layers.findLast(({settings}) => settings[key])?.settings[key]
}

/** A theme of lectern's after the one that it extends. */
async function readBundled(name: string): Promise<Layer[]> {
  const folder = path.join(themesFolder, path.basename(name))
  const texts = new Map<string, string>()
  try {
    for (const file of await readdir(folder)) {
      // oxlint-disable-next-line no-await-in-loop
      texts.set(file, await readFile(path.join(folder, file), 'utf8'))
    }
  } catch (cause) {
    const known = await readdir(themesFolder)
    throw new EnvironmentError(`没有主题 ${name} / There is no theme ${name}. ${hintNearest(name, known)}`, {cause})
  }
  const settings = v.parse(themeSchema, readYaml(new VFile(texts.get('theme.yml')))?.value)
  const tokens = readTokens(texts.get('tokens.css') ?? '')
  return [...(settings.extends ? await readBundled(settings.extends) : []), {settings, tokens, sheets: texts}]
}

/** The course's own layer; what it may not say is reported and left out. */
function readOwn(files: readonly VFile[]): Layer | undefined {
  if (files.length === 0) return undefined
  const sheets = new Map<string, string>()
  let settings: ThemeSettings = {name: '', description: '', fonts: []}
  for (const file of files) {
    if (file.basename === 'theme.yml') settings = {...readSettings(file), fonts: []}
    else if (checkSheet(file)) sheets.set(file.basename ?? '', String(file))
  }
  const tokenFile = files.find(({basename}) => basename === 'tokens.css')
  return {settings, sheets, tokens: readTokens(sheets.get('tokens.css') ?? '', tokenFile)}
}

const hintOfFonts =
  '字体写进 course.yml 的 fonts，主题的 tokens.css 用族名 / put the files into `fonts` in course.yml, and their family into the theme’s tokens.css'

function readSettings(file: VFile): v.InferOutput<typeof ownThemeSchema> {
  const source = readYaml(file)
  const result = v.safeParse(ownThemeSchema, source?.value ?? {})
  if (result.success) return result.output
  for (const {message, path: keys = []} of result.issues) {
    const place = source?.positionOf(keys.map(({key}) => key as string | number))
    const name = keys.map(({key}) => String(key)).join('.')
    const reason = `主题的 \`${name}\` 不对 / Unexpected \`${name}\` of a theme: ${message}`
    const hint = name === 'fonts' ? hintOfFonts : undefined
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place, hint})
  }
  return {name: '', description: ''}
}
