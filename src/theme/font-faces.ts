import {hash} from 'node:crypto'
import type {FontFormat} from './own-font.ts'
import type {SubsetFace} from './subset-fonts.ts'

/** `@font-face` rules with the fonts inside, so that they load from `file://` in every browser. */
export function embeddedFontFaces(faces: readonly SubsetFace[]): string {
  return faces
    .map((face) => {
      const data = Buffer.from(face.contents).toString('base64')
      return fontFace(face, `url(data:font/${extensions[face.format]};base64,${data})`)
    })
    .join('\n')
}

/** Also the second half of their media types (RFC 8081). */
const extensions: Readonly<Record<FontFormat, string>> = {
  opentype: 'otf',
  truetype: 'ttf',
  woff: 'woff',
  woff2: 'woff2',
}

/** `@font-face` rules that name files, and the files. */
export function linkedFontFaces(faces: readonly SubsetFace[]): {
  readonly css: string
  readonly files: ReadonlyMap<string, Uint8Array>
} {
  const files = new Map<string, Uint8Array>()
  const rules = faces.map((face) => {
    const name = `fonts/${hash('sha256', face.contents).slice(0, 12)}.${extensions[face.format]}`
    files.set(name, face.contents)
    return fontFace(face, `url(${name})`)
  })
  return {css: rules.join('\n'), files}
}

function fontFace(face: SubsetFace, source: string): string {
  const range = unicodeRange([...face.characters].toSorted((a, b) => a - b))
  return `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};font-display:block;src:${source} format("${face.format}");unicode-range:${range}}`
}

function unicodeRange(codes: readonly number[]): string {
  const runs: {from: number; to: number}[] = []
  for (const code of codes) {
    const last = runs.at(-1)
    if (last && last.to === code - 1) last.to = code
    else runs.push({from: code, to: code})
  }
  const hex = (code: number) => code.toString(16)
  return runs.map(({from, to}) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',')
}
