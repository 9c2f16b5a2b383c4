import {readFileSync} from 'node:fs'
import type {PDFDict, PDFRef} from '@cantoo/pdf-lib'
import {PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject} from '@cantoo/pdf-lib'
import * as mupdf from 'mupdf'
import subsetFont from 'subset-font'
import {characterMapTable, replaceTables} from './sfnt.ts'

/** An element of a structure tree, as it is to be written: attributes, and kids. */
export interface TagPlan {
  S: string
  /** Elements, numbers of marked content on the first page, `form` for that of the form, names of annotations. */
  K: (TagPlan | number | 'form' | {annotation: string})[]
  /** Other entries of its dictionary. */
  entries?: Record<string, unknown>
}

/** A small PDF with one of each thing that PDF/UA-1 speaks of; every part may be spoilt before it is written. */
export interface PdfPlan {
  content: string
  form: string
  tree: TagPlan[]
  roleMap: Record<string, string>
  /** Entries of the structure tree's root, beside the tree and the role map. */
  root: Record<string, unknown>
  catalog: Record<string, unknown>
  page: Record<string, unknown>
  metadata: string
  annotations: Record<string, Record<string, unknown>>
  /** `Base`: composite, by glyph; `Simple`: WinAnsi; `Mapped`: composite, by a CMap in the file. */
  fonts: Record<FontName, FontPlan>
  /** Called with the whole document before it is saved. */
  finish: (document: PDFDocument) => void
}

type FontName = 'Base' | 'Simple' | 'Mapped'

interface FontPlan {
  program: Uint8Array | undefined
  /** Beside those of the program. */
  descriptor: Record<string, unknown>
  font: Record<string, unknown>
  /** Of the CIDFont; nothing in a simple font. */
  descendant: Record<string, unknown>
  toUnicode: string | undefined
  encoding: {cmap: string; entries: Record<string, unknown>} | undefined
}

export const text = (value: string): PDFHexString => PDFHexString.fromText(value)

const letters = 'AaBbC 1'
const file = 'node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2'
const program = new Uint8Array(await subsetFont(readFileSync(file), letters, {targetFormat: 'truetype'}))
const reader = new mupdf.Font('Source Sans 3', program)

export const glyphOf = (character: string): number => reader.encodeCharacter(character.codePointAt(0) ?? 0)
const widthOf = (character: string) => Math.round(reader.advanceGlyph(glyphOf(character)) * 1000)

const hex = (number: number) => number.toString(16).padStart(4, '0')

/** A string of the composite font: its codes are glyphs. */
export const shown = (characters: string): string =>
  `<${Array.from(characters, (character) => hex(glyphOf(character))).join('')}>`

/** A CMap from codes to texts. */
export const toUnicodeOf = (texts: ReadonlyMap<number, string>): string =>
  cmapOf(`${texts.size} beginbfchar
${[...texts].map(([code, value]) => `<${hex(code)}> <${Array.from(value, (one) => hex(one.charCodeAt(0))).join('')}>`).join('\n')}
endbfchar`)

export const cmapOf = (mappings: string): string => `/CIDInit /ProcSet findresource begin
12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (Test) /Supplement 0 >> def
/CMapName /Test def /WMode 0 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${mappings}
endcmap CMapName currentdict /CMap defineresource pop end end`

export const glyphTexts = new Map(Array.from(letters, (character) => [glyphOf(character), character] as const))

/** The program with a `cmap` of these subtables, each by what its codes are. */
export const programWithMaps = (maps: readonly [number, number, (character: string) => number][]): Uint8Array =>
  replaceTables(program, {
    cmap: characterMapTable(
      maps.map(([platform, encoding, codeOf]) => ({
        platform,
        encoding,
        glyphs: new Map(Array.from(letters, (character) => [codeOf(character), glyphOf(character)] as const)),
      })),
    ),
  })

const mark = (number: number, tag: string, characters = 'Aa b') =>
  `/${tag} <</MCID ${number}>> BDC BT /Base 12 Tf ${shown(characters)} Tj ET EMC`

export function wellFormed(): PdfPlan {
  return {
    content: [
      `/Artifact BMC 0 0 10 10 re f BT /Base 9 Tf ${shown('A')} Tj ET EMC`,
      mark(0, 'H1'),
      mark(1, 'P'),
      mark(2, 'Strong'),
      ...['Lbl', 'LBody', 'TH', 'TD'].map((tag, index) => mark(3 + index, tag)),
      '/Figure <</MCID 7>> BDC q 5 5 20 20 re S Q EMC',
      mark(8, 'Formula', 'a1'),
      mark(9, 'Link'),
      mark(10, 'Note'),
      ...['RB', 'RT', 'WP', 'WT', 'WP'].map((tag, index) => mark(11 + index, tag)),
      mark(16, 'Reference'),
      mark(17, 'H2'),
      '/P <</MCID 18>> BDC BT /Simple 12 Tf (AbC) Tj [(a) 20 (B)] TJ ET EMC',
      '/P <</MCID 19>> BDC BT /Mapped 12 Tf <00410042> Tj ET EMC',
      '/Form Do',
    ].join('\n'),
    form: `/P <</MCID 0>> BDC BT /Base 12 Tf ${shown('C')} Tj ET EMC`,
    tree: [{S: 'Document', K: wellFormedTree(), entries: {Lang: text('zh-CN')}}],
    roleMap: {Strong: 'Span'},
    root: {},
    catalog: {
      Lang: text('zh-CN'),
      MarkInfo: {Marked: true},
      ViewerPreferences: {DisplayDocTitle: true},
      Outlines: {Type: 'Outlines', First: {Title: text('第一章')}, Count: 1},
    },
    page: {Tabs: 'S'},
    metadata: metadataOf('<dc:title><rdf:Alt><rdf:li xml:lang="zh-CN">课程</rdf:li></rdf:Alt></dc:title>'),
    annotations: {link: annotationOf('Link', {Contents: text('第 2 页')})},
    fonts: {Base: baseFont(), Simple: simpleFont(), Mapped: mappedFont()},
    finish: () => undefined,
  }
}

function wellFormedTree(): TagPlan['K'] {
  const of = (S: string, ...K: TagPlan['K']): TagPlan => ({S, K})
  const withEntries = (tag: TagPlan, entries: Record<string, unknown>): TagPlan => ({...tag, entries})
  return [
    of('H1', 0),
    of('P', 1, of('Strong', 2)),
    of('L', of('LI', of('Lbl', 3), of('LBody', of('NonStruct', 4)))),
    of(
      'Table',
      of('NonStruct', of('TR', withEntries(of('TH', 5), {A: {O: 'Table', Scope: 'Column'}}))),
      of('NonStruct', of('TR', of('TD', 6))),
    ),
    withEntries(of('Figure', 7), {Alt: text('方框')}),
    withEntries(of('Formula', 8), {Alt: text('a 等于 1')}),
    of('P', of('Link', 9, {annotation: 'link'})),
    withEntries(of('Note', 10), {ID: PDFString.of('note-1')}),
    of('P', of('Ruby', of('RB', 11), of('RT', 12)), of('Warichu', of('WP', 13), of('WT', 14), of('WP', 15))),
    of('TOC', of('TOCI', of('Reference', 16))),
    of('H2', 17),
    of('P', 18),
    of('P', 19),
    of('P', 'form'),
  ]
}

export const annotationOf = (Subtype: string, entries: Record<string, unknown> = {}): Record<string, unknown> => ({
  Type: 'Annot',
  Subtype,
  Rect: [10, 10, 50, 20],
  ...entries,
})

export const metadataOf = (properties: string): string => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`

/** Widths of the CIDs that are glyphs, one by one. */
const widths = [...glyphTexts].flatMap(([glyph, character]) => [glyph, [widthOf(character)]])

function baseFont(): FontPlan {
  return {
    program,
    descriptor: {Flags: 4},
    font: {Subtype: 'Type0', Encoding: 'Identity-H'},
    descendant: {Subtype: 'CIDFontType2', CIDToGIDMap: 'Identity', W: widths, CIDSystemInfo: systemInfo('Identity')},
    toUnicode: toUnicodeOf(glyphTexts),
    encoding: undefined,
  }
}

function simpleFont(): FontPlan {
  const codes = Array.from({length: 26 * 2 + 6}, (_value, index) => String.fromCharCode(0x41 + index))
  return {
    program: programWithMaps([[3, 1, (character) => character.charCodeAt(0)]]),
    descriptor: {Flags: 32},
    font: {
      Subtype: 'TrueType',
      Encoding: 'WinAnsiEncoding',
      FirstChar: 0x41,
      LastChar: 0x7a,
      Widths: codes.map((character) => widthOf(character)),
    },
    descendant: {},
    toUnicode: undefined,
    encoding: undefined,
  }
}

/** Codes are ASCII, CIDs count from 1, and a stream leads from these to glyphs. */
function mappedFont(): FontPlan {
  const map = Buffer.alloc(2 * 256)
  for (const [index, character] of Array.from('AB').entries()) map.writeUInt16BE(glyphOf(character), (index + 1) * 2)
  return {
    program,
    descriptor: {Flags: 4},
    font: {Subtype: 'Type0'},
    descendant: {
      Subtype: 'CIDFontType2',
      CIDToGIDMap: new Uint8Array(map),
      W: [1, Array.from('AB', (character) => widthOf(character))],
      CIDSystemInfo: systemInfo('Test'),
    },
    toUnicode: cmapOf('1 beginbfrange <0041> <005A> <0041> endbfrange'),
    encoding: {
      cmap: cmapOf('1 begincidrange <0041> <005A> 1 endcidrange'),
      entries: {Type: 'CMap', CMapName: 'Test', CIDSystemInfo: systemInfo('Test')},
    },
  }
}

export const systemInfo = (ordering: string): Record<string, unknown> => ({
  Registry: PDFString.of('Adobe'),
  Ordering: PDFString.of(ordering),
  Supplement: 0,
})

/** Two pages: that of the plan, and one with an artifact and nothing else. */
export async function writePdf(plan: PdfPlan): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  const {context} = document
  const page = document.addPage([200, 200])
  const blank = document.addPage([200, 200])
  const fonts = Object.fromEntries(
    Object.entries(plan.fonts).map(([name, font]) => [name, writeFont(document, name, font)] as const),
  )
  const form = context.register(
    context.flateStream(plan.form, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 200, 200],
      Resources: context.obj({Font: fonts}),
      StructParents: 1,
    }),
  )
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(plan.content)))
  page.node.set(PDFName.of('Resources'), context.obj({Font: fonts, XObject: {Form: form}}))
  page.node.set(PDFName.of('StructParents'), context.obj(0))
  blank.node.set(PDFName.of('Contents'), context.register(context.flateStream('/Artifact BMC 0 0 9 9 re f EMC')))
  setAll(page.node, plan.page)
  const annotations = Object.entries(plan.annotations).map(([name, entries], index) => {
    const dictionary = context.obj({StructParent: 2 + index})
    setAll(dictionary, entries)
    return [name, context.register(dictionary)] as const
  })
  if (annotations.length > 0) page.node.set(PDFName.of('Annots'), context.obj(annotations.map(([, ref]) => ref)))
  writeTree(document, plan, {page: page.ref, form, annotations: new Map(annotations)})
  setAll(document.catalog, plan.catalog)
  const metadata = context.stream(Buffer.from(plan.metadata), {Type: 'Metadata', Subtype: 'XML'})
  if (plan.metadata) document.catalog.set(PDFName.of('Metadata'), context.register(metadata))
  plan.finish(document)
  return document.save({useObjectStreams: false, updateFieldAppearances: false})
}

interface Targets {
  readonly page: PDFRef
  readonly form: PDFRef
  readonly annotations: ReadonlyMap<string, PDFRef>
}

function writeTree(document: PDFDocument, plan: PdfPlan, {annotations, form, page}: Targets): void {
  const {context} = document
  const {roleMap, tree} = plan
  const root = context.obj({Type: 'StructTreeRoot'})
  const rootRef = context.register(root)
  const onPage: PDFRef[] = []
  const others: [number, PDFObject][] = []
  const write = (tag: TagPlan, parent: PDFRef): PDFRef => {
    const element = context.obj({Type: 'StructElem', S: tag.S, P: parent, Pg: page})
    const ref = context.register(element)
    const kids = tag.K.map((kid) => {
      if (typeof kid === 'number') {
        onPage[kid] = ref
        return kid
      }
      if (kid === 'form') {
        others.push([1, context.obj([ref])])
        return {Type: 'MCR', Pg: page, Stm: form, MCID: 0}
      }
      if ('S' in kid) return write(kid, ref)
      const target = annotations.get(kid.annotation)
      others.push([2 + [...annotations.keys()].indexOf(kid.annotation), ref])
      return {Type: 'OBJR', Pg: page, Obj: target}
    })
    setAll(element, {K: kids, ...tag.entries})
    return ref
  }
  const kids = tree.map((tag) => write(tag, rootRef))
  const parents = Array.from({length: onPage.length}, (_value, index) => onPage[index] ?? null)
  const numbers = [[0, context.obj(parents)] as const, ...others.toSorted(([one], [other]) => one - other)]
  setAll(root, {K: kids, RoleMap: roleMap, ParentTree: {Nums: numbers.flat()}, ...plan.root})
  if (tree.length > 0) document.catalog.set(PDFName.of('StructTreeRoot'), rootRef)
}

function writeFont(document: PDFDocument, name: string, plan: FontPlan): PDFRef {
  const {context} = document
  const BaseFont = `ABCDEF+${name}`
  const stream = (bytes: Uint8Array | string) => context.register(context.flateStream(bytes))
  const withStreams = (entries: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(entries).map(([key, value]) => [key, value instanceof Uint8Array ? stream(value) : value]),
    )
  const descriptor = context.obj({Type: 'FontDescriptor', FontName: BaseFont})
  if (plan.program) descriptor.set(PDFName.of('FontFile2'), stream(plan.program))
  setAll(descriptor, withStreams(plan.descriptor))
  const font = context.obj({Type: 'Font', BaseFont})
  if (plan.toUnicode) font.set(PDFName.of('ToUnicode'), stream(plan.toUnicode))
  if (plan.encoding) {
    const encoding = context.flateStream(plan.encoding.cmap)
    setAll(encoding.dict, plan.encoding.entries)
    font.set(PDFName.of('Encoding'), context.register(encoding))
  }
  setAll(font, plan.font)
  if (plan.font['Subtype'] !== 'Type0') {
    font.set(PDFName.of('FontDescriptor'), context.register(descriptor))
    return context.register(font)
  }
  const descendant = context.obj({Type: 'Font', BaseFont, FontDescriptor: context.register(descriptor)})
  setAll(descendant, withStreams(plan.descendant))
  font.set(PDFName.of('DescendantFonts'), context.obj([context.register(descendant)]))
  return context.register(font)
}

/** Names, numbers, objects and what is made of them; nothing for what is absent. */
function setAll(dictionary: PDFDict, entries: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) dictionary.delete(PDFName.of(key))
    else dictionary.set(PDFName.of(key), dictionary.context.obj(value as never))
  }
}
