import {hash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import type {Cache} from '../cache/open-cache.ts'
import {charactersOf} from './characters-of.ts'
import {fallbackFaces} from './fallback-faces.ts'
import {isInvisible} from './is-invisible.ts'
import type {FontFormat} from './own-font.ts'
import {subsetOwnFont, type FailedFace} from './subset-own-font.ts'
import {isOwnFace, type ThemeFace} from './theme-face.ts'
import type {PackageFace} from './theme-settings.ts'
import {withoutTable} from './without-table.ts'
import {append} from '../model/append.ts'

/** A static font with the characters of one course. */
export interface SubsetFace {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  readonly format: FontFormat
  readonly contents: Uint8Array
  readonly characters: ReadonlySet<number>
}

export interface SubsetFonts {
  readonly faces: readonly SubsetFace[]
  /** Faces beside the theme's that have some of its characters. */
  readonly others: readonly ThemeFace[]
  /** Characters that no face has, of the theme or of the families that are installed beside it. */
  readonly missing: readonly string[]
  /** Faces of the course's own that could not be cut down. */
  readonly failed: readonly FailedFace[]
}

export interface SubsetOptions {
  readonly cache: Cache
  readonly format: 'truetype' | 'woff2'
  /** Lists of families that text is set in; without them, all text may be in any face. */
  readonly stacks?: readonly (readonly string[])[]
  readonly signal?: AbortSignal
}

const require = createRequire(import.meta.url)

/**
 * Subsets of the theme's faces for a set of characters, as TrueType for printing or WOFF2 for the deck.
 * Each character comes from the face's main file, or else from the slice of it that has it.
 */
export async function subsetFonts(
  faces: readonly ThemeFace[],
  characters: ReadonlySet<number>,
  options: SubsetOptions,
): Promise<SubsetFonts> {
  const own = await subsetFaces(faces, characters, options)
  if (own.missing.length === 0) return own
  const more: SubsetFace[] = []
  const others: ThemeFace[] = []
  for (const face of await fallbackFaces(faces, own.missing)) {
    // In turn: each face of a weight is asked only for what those before it do not have.
    const left = missingIn(own.missing, more, face.weight)
    // oxlint-disable-next-line no-await-in-loop
    const subset = await subsetPackage(face, codesOf(left), options)
    if (subset.length > 0) others.push(face)
    append(more, subset)
  }
  // What a face that a course brings has, only its own text can show.
  const anywhere = new Set(own.faces.flatMap((face) => [...face.characters]))
  const missing = missingIn(own.missing, more, 400).filter((character) => !anywhere.has(character.codePointAt(0) ?? 0))
  return {...own, faces: [...own.faces, ...more], others, missing}
}

const codesOf = (characters: readonly string[]) => new Set(characters.map((character) => character.codePointAt(0) ?? 0))

function missingIn(characters: readonly string[], faces: readonly SubsetFace[], weight: number): string[] {
  const covered = new Set(faces.filter((face) => face.weight === weight).flatMap((face) => [...face.characters]))
  return characters.filter((character) => !covered.has(character.codePointAt(0) ?? 0))
}

async function subsetFaces(
  faces: readonly ThemeFace[],
  characters: ReadonlySet<number>,
  options: SubsetOptions,
): Promise<SubsetFonts> {
  const failed: FailedFace[] = []
  const ofPackages = faces.flatMap((face) => (isOwnFace(face) ? [] : face))
  const subsets = await Promise.all(ofPackages.map((face) => subsetPackage(face, characters, options)))
  for (const face of faces.filter((one) => isOwnFace(one))) {
    // In turn: each has a thread, and a font of many megabytes in it.
    // oxlint-disable-next-line no-await-in-loop
    const own = await subsetOwnFont(face, wantedOf(face, characters), options)
    if ('failure' in own) failed.push(own.failure)
    else subsets.push(own.subsets)
  }
  const missing = lackedBy(subsets.flat(), characters, options.stacks)
  return {faces: subsets.flat(), others: [], missing: missing.map((code) => String.fromCodePoint(code)), failed}
}

/** Characters that at least one list of families lacks. */
function lackedBy(
  faces: readonly SubsetFace[],
  characters: ReadonlySet<number>,
  stacks: SubsetOptions['stacks'] = [faces.map(({family}) => family)],
): number[] {
  const covered = stacks.map((families) => {
    const names = new Set(families)
    return new Set(faces.filter(({family}) => names.has(family)).flatMap((face) => [...face.characters]))
  })
  return [...characters].filter((code) => !isInvisible(code) && covered.some((codes) => !codes.has(code)))
}

/** What of the characters a face is asked for. */
function wantedOf({only, without}: ThemeFace, characters: ReadonlySet<number>): Set<number> {
  const codesIn = (text: string) => new Set(Array.from(text, (character) => character.codePointAt(0)))
  const [onlyCodes, withoutCodes] = [codesIn(only), codesIn(without)]
  return new Set([...characters].filter((code) => !withoutCodes.has(code) && (only === '' || onlyCodes.has(code))))
}

async function subsetPackage(
  face: PackageFace,
  characters: ReadonlySet<number>,
  options: SubsetOptions,
): Promise<SubsetFace[]> {
  const root = path.dirname(require.resolve(`${face.package}/package.json`))
  const wanted = wantedOf(face, characters)
  if (wanted.size === 0) return []
  const files = [face.file, ...(await sliceFiles(face, root, wanted))]
  const subsets: SubsetFace[] = []
  for (const file of files) {
    // In turn: each file is asked only for what those before it do not have.
    // oxlint-disable-next-line no-await-in-loop
    const subset = await subsetFile(path.join(root, 'files', file), wanted, options)
    // A font of spaces alone has no outlines, which browsers refuse; they make spaces of the others.
    if ([...subset.characters].every((code) => isInvisible(code))) continue
    for (const code of subset.characters) wanted.delete(code)
    subsets.push({family: face.family, weight: face.weight, style: face.style, format: options.format, ...subset})
    if (wanted.size === 0) break
  }
  return subsets
}

/** Files of the slices whose range has one of the characters, by the package's own table. */
async function sliceFiles(face: PackageFace, root: string, wanted: ReadonlySet<number>): Promise<string[]> {
  const {slices} = face
  if (!slices) return []
  const ranges = JSON.parse(await readFile(path.join(root, 'unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(ranges).flatMap(([name, range]) => {
    const number = /^\[(?<number>\d+)\]$/u.exec(name)?.groups?.['number']
    return number && inRange(range, wanted) ? [slices.replace('[n]', number)] : []
  })
}

function inRange(range: string, wanted: ReadonlySet<number>): boolean {
  return range.split(',').some((part) => {
    const [from = 0, to = from] = part
      .trim()
      .replace(/^U\+/iu, '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return [...wanted].some((code) => code >= from && code <= to)
  })
}

async function subsetFile(
  file: string,
  wanted: ReadonlySet<number>,
  {cache, format}: SubsetOptions,
): Promise<{contents: Uint8Array; characters: ReadonlySet<number>}> {
  const text = Array.from(
    [...wanted].toSorted((a, b) => a - b),
    (code) => String.fromCodePoint(code),
  ).join('')
  const version = path.basename(path.dirname(path.dirname(file)))
  // A flag or a family is then drawn as the signs that it is written with: one glyph for all has no characters in a PDF.
  const isPlain = version === 'noto-emoji'
  const key = ['font', version, path.basename(file), ...(isPlain ? ['without GSUB'] : []), hash('sha256', text)].join(
    ' ',
  )
  const subset = async (targetFormat: SubsetOptions['format']) => {
    const font = await readFile(file)
    if (!isPlain) return subsetFont(font, text, {targetFormat})
    const plain = withoutTable(await subsetFont(font, text, {targetFormat: 'truetype'}), 'GSUB')
    return subsetFont(Buffer.from(plain), text, {targetFormat})
  }
  const truetype = await cache.bytes(`${key} truetype`, () => subset('truetype'))
  const characters = charactersOf(truetype, wanted)
  if (format === 'truetype' || characters.size === 0) return {contents: truetype, characters}
  const woff2 = await cache.bytes(`${key} woff2`, () => subset('woff2'))
  return {contents: woff2, characters}
}
