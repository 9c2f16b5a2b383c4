import type {PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {StructTreeContent, StructTreeNode, TextItem, TextMarkedContent} from 'pdfjs-dist/types/src/display/api.js'
import {blankMark, normalizeText} from '../normalize-text.ts'

/** In points, from the lower left corner of the page. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

export interface PdfLink {
  /** Name of the destination; empty when it leads out of the file. */
  readonly destination: string
  /** All of the cross-reference that it is a part of, which its tag has; what stands in its box where it has no tag. Without white space. */
  readonly text: string
  readonly box: Box
}

export interface CodeLine {
  /** Without white space. */
  readonly text: string
  /** Where its first sign stands, and how wide one of ASCII is, in points; 0 where the line has none. */
  readonly left: number
  readonly advance: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  /** Tagged text in the order of reading; without white space. */
  readonly text: string
  /** Everything that is drawn as text, tagged or not, in the order of drawing; without white space. */
  readonly drawn: string
  /** Words in its figures, in the order of drawing; without white space. */
  readonly figures: readonly string[]
  /** Lines of each piece of code, from top to bottom. */
  readonly listings: readonly (readonly CodeLine[])[]
  /** Texts of its headings, without white space. */
  readonly headings: readonly string[]
  /** The pieces that it is made of, in the order of drawing. */
  readonly pieces: readonly {readonly text: string; readonly box: Box}[]
  readonly links: readonly PdfLink[]
  /** In degrees. */
  readonly rotation: number
  /** Alternative texts of its pictures and formulas. */
  readonly alternatives: readonly string[]
}

/**
 * A page's text in the order of its tags, which is that of reading: the order of drawing has what is positioned after
 * what is not. What has no tag (running heads, page numbers) is not content. A blank, which is a picture with the name
 * `blank`, is one character of its own.
 */
export async function readPage(page: PDFPageProxy, blank = ''): Promise<PdfPage> {
  const {items} = await page.getTextContent({includeMarkedContent: true})
  const marked = markedItems(items)
  const tree = (await page.getStructTree()) as StructTreeNode | null
  const order = tree ? [...marksOf(tree, blank)] : []
  const tagged = order.flatMap((mark) => marked.get(mark) ?? [])
  const pieces = tagged.filter(({str}) => str.trim() !== '').map((item) => ({text: item.str, box: boxOf(item)}))
  const annotations = (await page.getAnnotations()) as {id: string; subtype: string; dest?: unknown; rect: number[]}[]
  const linkTexts = new Map(tree ? linkTextsOf(tree, marked) : [])
  const links = annotations
    .filter(({subtype}) => subtype === 'Link')
    .map(({dest, id, rect}): PdfLink => {
      const [left = 0, bottom = 0, right = 0, top = 0] = rect
      const box = {left, bottom, right, top}
      const inside = () => pieces.filter((piece) => isInside(piece.box, box)).map((piece) => piece.text)
      const text = linkTexts.get(id) ?? normalizeText(inside().join(''))
      return {destination: typeof dest === 'string' ? dest : '', text, box}
    })
  const {height, rotation, width} = page.getViewport({scale: 1})
  const parts = order.map((mark) => (mark === blankMark ? mark : (marked.get(mark) ?? []).map(({str}) => str).join('')))
  const text = normalizeText(parts.join(''))
  const alternatives = tree ? [...alternativesOf(tree)] : []
  const drawn = normalizeText(items.map((item) => ('str' in item ? item.str : '')).join(''))
  const headings = tree ? [...headingsOf(tree, marked)] : []
  const figures = tree ? [...figuresOf(tree, marked)] : []
  const listings = tree ? [...listingsOf(tree, marked)] : []
  return {width, height, rotation, text, drawn, figures, listings, headings, pieces, links, alternatives}
}

function* headingsOf(
  node: StructTreeNode | StructTreeContent,
  marked: ReadonlyMap<string, readonly TextItem[]>,
): Generator<string> {
  if (!('children' in node)) return
  if (/^H\d?$/u.test(node.role)) {
    const items = [...marksOf(node, '')].flatMap((mark) => marked.get(mark) ?? [])
    yield normalizeText(items.map(({str}) => str).join(''))
    return
  }
  for (const child of node.children) yield* headingsOf(child, marked)
}

/** What each tag of a link says, by the ids of its annotations: one for each line, and for each run of letters. */
function* linkTextsOf(
  node: StructTreeNode | StructTreeContent,
  marked: ReadonlyMap<string, readonly TextItem[]>,
): Generator<[id: string, text: string]> {
  if (!('children' in node)) return
  if (node.role === 'Link') {
    const items = [...everyMark(node)].flatMap((mark) => marked.get(mark) ?? [])
    const text = normalizeText(items.map(({str}) => str).join(''))
    for (const child of node.children) {
      const isAnnotation = 'type' in child && child.type === 'annotation'
      if (isAnnotation) yield [child.id.replace(/^pdfjs_internal_id_/u, ''), text]
    }
    return
  }
  for (const child of node.children) yield* linkTextsOf(child, marked)
}

function* figuresOf(
  node: StructTreeNode | StructTreeContent,
  marked: ReadonlyMap<string, readonly TextItem[]>,
): Generator<string> {
  if (!('children' in node)) return
  if (node.role === 'Figure') {
    const items = [...everyMark(node)].flatMap((mark) => marked.get(mark) ?? [])
    yield normalizeText(items.map(({str}) => str).join(''))
    return
  }
  for (const child of node.children) yield* figuresOf(child, marked)
}

function* listingsOf(
  node: StructTreeNode | StructTreeContent,
  marked: ReadonlyMap<string, readonly TextItem[]>,
): Generator<CodeLine[]> {
  if (!('children' in node)) return
  if (node.role === 'Code') {
    const items = [...everyMark(node)].flatMap((mark) => marked.get(mark) ?? [])
    const lines = Map.groupBy(items, (item) => Math.round(boxOf(item).bottom))
    const advance = advanceOf(items)
    if (advance > 0) yield Array.from(lines.values(), (own) => lineOf(own, advance)).filter(({text}) => text !== '')
    return
  }
  for (const child of node.children) yield* listingsOf(child, marked)
}

/** Width of a cell of code, by a piece of Latin, whose signs are one cell wide; 0 where there is none to go by. */
function advanceOf(items: readonly TextItem[]): number {
  const latin = items.find(({str}) => /^[\x21-\x7E]+$/u.test(str))
  return latin ? latin.width / latin.str.length : 0
}

function lineOf(items: readonly TextItem[], advance: number): CodeLine {
  const sorted = items.toSorted((one, other) => boxOf(one).left - boxOf(other).left)
  const first = sorted.find(({str}) => str.trim() !== '')
  const spaces = first ? first.str.length - first.str.trimStart().length : 0
  const left = (first ? boxOf(first).left : 0) + spaces * advance
  return {text: normalizeText(sorted.map(({str}) => str).join('')), left, advance}
}

function* everyMark(node: StructTreeNode | StructTreeContent): Generator<string> {
  if ('children' in node) for (const child of node.children) yield* everyMark(child)
  else if (node.type === 'content') yield node.id
}

function* alternativesOf(node: StructTreeNode | StructTreeContent): Generator<string> {
  if (!('children' in node)) return
  const {alt} = node as {readonly alt?: string}
  if (alt !== undefined) yield alt
  for (const child of node.children) yield* alternativesOf(child)
}

/** What stands in each marked-content sequence of a page. */
function markedItems(items: readonly (TextItem | TextMarkedContent)[]): Map<string, TextItem[]> {
  const found = new Map<string, TextItem[]>()
  const open: string[] = []
  for (const item of items) {
    if (!('type' in item)) {
      const mark = open.findLast(Boolean)
      if (mark) found.set(mark, [...(found.get(mark) ?? []), item])
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' ? item.id : '')
  }
  return found
}

/** Words in a drawing or formula are part of a picture that has a text of its own. */
const pictures = new Set(['Figure', 'Formula'])

function* marksOf(node: StructTreeNode | StructTreeContent, blank: string): Generator<string> {
  if ('children' in node) {
    if (blank && 'alt' in node && node.alt === blank) yield blankMark
    if (pictures.has(node.role)) return
    for (const child of node.children) yield* marksOf(child, blank)
  } else if (node.type === 'content') yield node.id
}

function boxOf({height, transform, width}: TextItem): Box {
  const [, , , , left = 0, bottom = 0] = transform as number[]
  return {left, bottom, right: left + width, top: bottom + height}
}

/** Whether the middle of a box lies in another. */
function isInside({bottom, left, right, top}: Box, other: Box): boolean {
  const x = (left + right) / 2
  const y = (bottom + top) / 2
  return x >= other.left && x <= other.right && y >= other.bottom && y <= other.top
}
