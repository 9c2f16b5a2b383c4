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
import {checkSheet} from './check-sheet.ts'
import {readCourseTokens, type CourseTokens} from './course-tokens.ts'
import {ownThemeSchema, themeSchema, type ThemeFace, type ThemeSettings} from './theme-settings.ts'
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
}

const themesFolder = fileURLToPath(new URL('../../themes', import.meta.url))

/**
 * A theme of the `themes` folder with what the course puts in its place. What is wrong with the course's part is
 * reported there; a theme that does not exist is an `EnvironmentError` that names those that do.
 */
export async function loadTheme({course, name, own}: ThemeRequest): Promise<Theme> {
  const ownLayer = readOwn(own)
  const layers = [...(await readBundled(ownLayer?.settings.extends ?? name)), ...(ownLayer ? [ownLayer] : [])]
  const sheet = (file: string) => layers.flatMap(({sheets}) => sheets.get(`${file}.css`) ?? []).join('\n')
  const ofTheme = layTokens(layers.map(({tokens: one}) => one))
  const ofCourse = course && readCourseTokens(course, ofTheme)
  const tokens = layTokens([ofTheme, ...(ofCourse ? [ofCourse.tokens] : [])])
  reportFaintPairs(tokens)
  const tokenSheet = [sheet('tokens'), ofCourse?.css].filter(Boolean).join('\n')
  const styles = Object.fromEntries(styleNames.map((style) => [style, sheet(style)])) as Record<StyleName, string>
  return {
    faces: layers.flatMap(({settings}) => settings.fonts),
    sizes: lastOf(layers, 'sizes') ?? {text: 18, code: 14},
    density: lastOf(layers, 'density') ?? {lead: 40, item: 36, list: 160, container: 110},
    tokens,
    styles: {
      ...styles,
      content: `${tokenSheet}\n${styles.content}`,
      epub: withoutTokens(styles.epub, tokens.everywhere),
      site: `${tokenSheet}\n${styles.site}`,
    },
  }
}

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

function readSettings(file: VFile): v.InferOutput<typeof ownThemeSchema> {
  const source = readYaml(file)
  const result = v.safeParse(ownThemeSchema, source?.value ?? {})
  if (result.success) return result.output
  for (const {message, path: keys = []} of result.issues) {
    const place = source?.positionOf(keys.map(({key}) => key as string | number))
    const name = keys.map(({key}) => String(key)).join('.')
    const reason = `主题的 \`${name}\` 不对 / Unexpected \`${name}\` of a theme: ${message}`
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place})
  }
  return {name: '', description: ''}
}
