import {Blob as FontBlob, Face} from 'harfbuzzjs'

/** Those of the characters that a font has glyphs for; it is one that HarfBuzz wrote. */
export function charactersOf(truetype: Uint8Array, wanted: ReadonlySet<number>): ReadonlySet<number> {
  const has = new Face(new FontBlob(truetype)).collectUnicodes()
  return new Set([...has].filter((code) => wanted.has(code)))
}
