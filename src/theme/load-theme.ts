import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import * as v from 'valibot'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {EnvironmentError} from '../diagnostics/environment-error.ts'

const face = v.strictObject({
  family: v.string(),
  weight: v.number(),
  style: v.picklist(['normal', 'italic']),
  /** npm package and file of the static TrueType face that is asked first. */
  package: v.string(),
  file: v.string(),
  /** Pattern of further files, one for each `[n]` of the package's unicode.json, for rarer characters. */
  slices: v.optional(v.string()),
  /** Characters this face leaves to the next family: Chinese quotation marks are not Latin ones. */
  without: v.optional(v.string(), ''),
})

/** A theme that extends another has its fonts and script, and adds rules after each of its style sheets. */
const schema = v.union([v.strictObject({fonts: v.array(face)}), v.strictObject({extends: v.string()})])

export type ThemeFace = v.InferOutput<typeof face>

export interface Theme {
  readonly faces: readonly ThemeFace[]
  /** Style sheets by name, each complete for its output. */
  readonly styles: Readonly<Record<StyleName, string>>
  /** The script of the deck. */
  readonly script: string
}

const styleNames = ['content', 'deck', 'book', 'slides', 'handout', 'epub', 'site'] as const
export type StyleName = (typeof styleNames)[number]

const themesFolder = fileURLToPath(new URL('../../themes', import.meta.url))

/** Reads a theme of the `themes` folder. A missing one is an `EnvironmentError` that names those that exist. */
export async function loadTheme(name: string): Promise<Theme> {
  try {
    return await readTheme(path.join(themesFolder, path.basename(name)))
  } catch (cause) {
    const known: string[] = await readdir(themesFolder).catch(() => [])
    throw new EnvironmentError(`主题 ${name} 不能用 / Cannot use the theme ${name}. ${hintNearest(name, known)}`, {
      cause,
    })
  }
}

async function readTheme(folder: string): Promise<Theme> {
  const settings = v.parse(schema, JSON.parse(await readFile(path.join(folder, 'theme.json'), 'utf8')))
  const base =
    'extends' in settings ? await readTheme(path.join(themesFolder, path.basename(settings.extends))) : undefined
  const sheets = await Promise.all(
    styleNames.map(async (style) => {
      const own = await readFile(path.join(folder, `${style}.css`), 'utf8').catch((error: unknown) => {
        if (base) return ''
        throw error
      })
      return [style, [base?.styles[style], own].filter(Boolean).join('\n')] as const
    }),
  )
  return {
    faces: 'fonts' in settings ? settings.fonts : (base?.faces ?? []),
    script: base?.script ?? (await readFile(path.join(folder, 'deck.js'), 'utf8')),
    styles: Object.fromEntries(sheets) as Record<StyleName, string>,
  }
}
