import {readFileSync} from 'node:fs'
import * as mupdf from 'mupdf'
import subsetFont from 'subset-font'
import {describe, expect, test} from 'vitest'
import {collectionOf, isPredefined} from '../../../src/coverage/pdf/accessibility/fonts/predefined-cmaps.ts'
import {readCMap} from '../../../src/coverage/pdf/accessibility/fonts/read-cmap.ts'
import {readSfnt} from '../../../src/coverage/pdf/accessibility/fonts/read-sfnt.ts'
import {characterMapTable, readTables, replaceTables} from '../../support/sfnt.ts'

const cmapOf = (text: string) => readCMap(new TextEncoder().encode(text))

describe('a CMap', () => {
  test('tells texts one by one, in ranges that count up, and in ranges of their own', () => {
    const {unicode} = cmapOf(`2 beginbfchar <01> <4E00> <02> <D840DC00> endbfchar
      3 beginbfrange <10> <12> <0041> <20> <21> [<00660066> <0066>] <30> <31> <00660069> endbfrange`)
    expect(Object.fromEntries(unicode)).toEqual({
      1: '一',
      2: '\u{20000}',
      16: 'A',
      17: 'B',
      18: 'C',
      32: 'ff',
      33: 'f',
      48: 'fi',
      49: 'fj',
    })
  })

  test('tells CIDs, lengths of codes, the direction, and what it uses', () => {
    const {cids, codespaces, uses, writingMode} = cmapOf(`/GB-EUC-H usecmap /WMode 1 def
      2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange
      1 begincidrange <8140> <8150> 7 endcidrange 1 begincidchar <20> 1 endcidchar`)
    expect(cids).toEqual([
      {low: 0x8140, high: 0x8150, length: 2, cid: 7},
      {low: 0x20, high: 0x20, length: 1, cid: 1},
    ])
    expect(codespaces.map(({length}) => length)).toEqual([1, 2])
    expect([uses, writingMode]).toEqual([['GB-EUC-H'], 1])
  })

  test('does not run away with a range', () => {
    expect(cmapOf('1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange').unicode.size).toBeLessThan(70_000)
  })

  test('is predefined or not', () => {
    expect(['Identity-V', 'UniGB-UTF16-H', 'V', 'KSCpc-EUC-H'].every((name) => isPredefined(name))).toBe(true)
    expect(['', 'Identity', 'UniGB-UTF16', 'KSCpc-EUC-V', 'UniGB-UTF32-H'].some((name) => isPredefined(name))).toBe(
      false,
    )
    expect([collectionOf('UniJIS-UCS2-HW-V'), collectionOf('90ms-RKSJ-H'), collectionOf('x')]).toEqual([
      'Japan1',
      'Japan1',
      '',
    ])
  })
})

describe('a font program', () => {
  const characters = '一二三，Aa 1'
  const file = 'node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'

  test('has the glyphs and widths that FreeType finds', async () => {
    const bytes = new Uint8Array(await subsetFont(readFileSync(file), characters, {targetFormat: 'truetype'}))
    const [font, freetype] = [readSfnt(bytes), new mupdf.Font('font', bytes)]
    const unicode = font?.characterMaps.find(({encoding, platform}) => platform === 3 && encoding === 1)
    expect(unicode).toBeDefined()
    for (const character of characters) {
      const glyph = freetype.encodeCharacter(character.codePointAt(0) ?? 0)
      expect(glyph).toBeGreaterThan(0)
      expect(unicode?.glyphOf(character.codePointAt(0) ?? 0)).toBe(glyph)
      expect(font?.widthOf(glyph)).toBeCloseTo(freetype.advanceGlyph(glyph) * 1000, 2)
      expect(font?.isEmpty(glyph)).toBe(character === ' ')
    }
    expect(unicode?.glyphOf('四'.codePointAt(0) ?? 0)).toBe(0)
  })

  test('has a map by bytes, by a table, by segments or by groups', async () => {
    const bytes = new Uint8Array(await subsetFont(readFileSync(file), characters, {targetFormat: 'truetype'}))
    const byBytes = Buffer.alloc(262)
    byBytes.writeUInt8(9, 6 + 0x41)
    const byTable = Buffer.from([0, 6, 0, 14, 0, 0, 0xf0, 0x41, 0, 2, 0, 7, 0, 8])
    const groups = characterMapTable([{platform: 3, encoding: 10, glyphs: new Map([[0x20000, 5]])}]).slice(12)
    const subtables = [byBytes, byTable, Buffer.from(groups), Buffer.from([0, 14])]
    const header = Buffer.alloc(4 + subtables.length * 8)
    header.writeUInt16BE(subtables.length, 2)
    let offset = header.length
    for (const [index, subtable] of subtables.entries()) {
      header.writeUInt32BE(offset, 8 + index * 8)
      offset += subtable.length
    }
    const maps = readSfnt(replaceTables(bytes, {cmap: new Uint8Array(Buffer.concat([header, ...subtables]))}))
    const found = maps?.characterMaps.map(({glyphOf}) =>
      [0x41, 0xf041, 0xf042, 0xf043, 0x20000].map((code) => glyphOf(code)),
    )
    expect(found).toEqual([
      [9, 0, 0, 0, 0],
      [0, 7, 8, 0, 0],
      [0, 0, 0, 0, 5],
      [0, 0, 0, 0, 0],
    ])
  })

  test('is none without outlines, and none when it is cut short', async () => {
    const bytes = new Uint8Array(await subsetFont(readFileSync(file), characters, {targetFormat: 'truetype'}))
    expect(readSfnt(replaceTables(bytes, {glyf: undefined}))).toBeUndefined()
    expect(readSfnt(replaceTables(bytes, {hmtx: readTables(bytes)['hmtx']?.slice(0, 3)}))).toBeUndefined()
    expect(readSfnt(bytes.slice(0, 20))).toBeUndefined()
    expect(readSfnt(new Uint8Array())).toBeUndefined()
  })
})
