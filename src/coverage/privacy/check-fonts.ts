import type {ArtifactProblem} from '../../model/coverage.ts'
import {characterMapsOf} from './font-tables.ts'
import type {Secrets} from './secrets.ts'

/** Fonts that a style sheet or a page holds, in Base64; each once. */
export function embeddedFonts(sources: Iterable<string>): Uint8Array[] {
  const found = new Set<string>()
  for (const source of sources) {
    for (const {groups} of source.matchAll(/data:(?:font|application)\/[\w+.-]*;base64,(?<data>[\w+/=]+)/gu)) {
      found.add(groups?.['data'] ?? '')
    }
  }
  return Array.from(found, (data) => new Uint8Array(Buffer.from(data, 'base64')))
}

/** Characters that style sheets name in `unicode-range`. */
export function namedCharacters(sources: Iterable<string>, {characters}: Secrets): string[] {
  const ranges = [...sources].flatMap((source) =>
    Array.from(source.matchAll(/U\+(?<from>[\da-f]{1,6})(?:-(?<to>[\da-f]{1,6}))?/giu), ({groups}) => {
      const from = Number.parseInt(groups?.['from'] ?? '', 16)
      return {from, to: groups?.['to'] ? Number.parseInt(groups['to'], 16) : from}
    }),
  )
  return [...characters].filter((one) => {
    const code = one.codePointAt(0) ?? 0
    return ranges.some(({from, to}) => from <= code && code <= to)
  })
}

/** A font of a student's file that has glyphs for characters which only the teacher's text has: it was made for that text. */
export function checkFonts(fonts: readonly Uint8Array[], {characters}: Secrets): ArtifactProblem[] {
  if (characters.size === 0) return []
  const found = new Set<string>()
  for (const font of fonts) {
    const maps = characterMapsOf(font)
    for (const one of characters) {
      if (maps.some(({glyphOf}) => glyphOf(one.codePointAt(0) ?? 0) !== 0)) found.add(one)
    }
  }
  return glyphProblem(found)
}

/** The same of texts that a font says its glyphs stand for. */
export function checkGlyphTexts(texts: Iterable<string>, {characters}: Secrets): ArtifactProblem[] {
  const found = new Set<string>()
  for (const text of texts) for (const one of text) if (characters.has(one)) found.add(one)
  return glyphProblem(found)
}

function glyphProblem(found: ReadonlySet<string>): ArtifactProblem[] {
  if (found.size === 0) return []
  const some = [...found].slice(0, 10).join('')
  const reason = `字体里有只在教师内容里的字 / Unexpected glyphs of characters that only the teacher’s text has: ${some}`
  return [{ruleId: 'private-content-stays-private', reason}]
}
