import type {PDFName} from '@cantoo/pdf-lib'
import {PDFArray, PDFDict, PDFNumber} from '@cantoo/pdf-lib'
import {append, linesOf, marksOf} from './pdf-edits.ts'
import {key, type Mark, type Page, type Pdf, type Tag} from './pdf.ts'

/** Of the outermost content, in points. */
const unit = 0.24

/**
 * Draws the text of an element once more below all that stands on a page, and tags it there after a paragraph: as if its
 * source stood there.
 */
export function redraw({document}: Pdf, tag: Tag, {page, after}: {readonly page: Page; readonly after: Tag}): void {
  const {context} = document
  const marks = marksOf(tag)
  const [first] = marks
  const [top = 0] = linesOf(marks)
  if (!first) throw new Error('Nothing to draw')
  const {right, scale} = matrixBefore(first)
  const down = lowest(page) + 30 * scale - scale * top
  const kids = context.obj([])
  const element = context.register(
    context.obj({Type: 'StructElem', S: 'P', P: after.parent?.ref ?? after.ref, Pg: page.node.ref, K: kids}),
  )
  const parents = parentsOf(document.catalog.lookup(key('StructTreeRoot'), PDFDict), page)
  const drawn = marks.map((mark) => {
    const number = parents.size()
    parents.push(element)
    kids.push(PDFNumber.of(number))
    const texts = mark.page.source.slice(mark.start, mark.end).match(/BT[\s\S]*?ET/gu) ?? []
    return `/P <</MCID ${number} >>BDC\n${texts.join('\n')}\nEMC`
  })
  addFonts(first.page, page)
  append(page, `q ${scale} 0 0 ${scale} ${right} ${down} cm 0 0 0 rg\n${drawn.join('\n')}\nQ`)
  const siblings = after.parent?.dict.lookup(key('K'), PDFArray)
  siblings?.insert(siblings.asArray().indexOf(after.ref) + 1, element)
}

/** How content before a mark is scaled and moved. */
function matrixBefore({page, start}: Mark): {scale: number; right: number; down: number} {
  const all = Array.from(
    page.source.slice(0, start).matchAll(/^(?<scale>[\d.]+) 0 0 [\d.]+ (?<right>[-\d.]+) (?<down>[-\d.]+) cm$/gmu),
  )
  const {down, right, scale} = all.at(-1)?.groups ?? {}
  return {scale: Number(scale), right: Number(right), down: Number(down)}
}

/** The lowest line of text on a page above its foot, in the units of its outermost content. */
function lowest(page: Page): number {
  const foot = (page.node.getHeight() * 0.93) / unit
  const lows = [...page.marks.values()].flatMap((mark) => {
    const {down, scale} = matrixBefore(mark)
    return linesOf([mark])
      .map((line) => scale * line + down)
      .filter((line) => line < foot)
  })
  return Math.max(0, ...lows)
}

/** Whether a text can stand below all that stands on a page, above its foot. */
export function hasRoom(page: Page, marks: readonly Mark[]): boolean {
  const [first] = marks
  const lines = linesOf(marks)
  if (!first) return false
  const height = ((lines.at(-1) ?? 0) - (lines[0] ?? 0) + 40) * matrixBefore(first).scale
  return lowest(page) + height < (page.node.getHeight() * 0.93) / unit
}

/** The elements of a page's marks. */
function parentsOf(root: PDFDict, {node}: Page): PDFArray {
  const number = node.node.lookup(key('StructParents'), PDFNumber).asNumber()
  const numbers = root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray)
  for (let at = 0; at < numbers.size(); at += 2)
    if (numbers.lookup(at, PDFNumber).asNumber() === number) return numbers.lookup(at + 1, PDFArray)
  throw new Error('The page has no tags')
}

function addFonts(from: Page, to: Page): void {
  const [source, target] = [from, to].map(({node}) => node.node.Resources()?.lookup(key('Font'), PDFDict))
  for (const [name, font] of source?.entries() ?? []) if (!target?.has(name)) target?.set(name, font)
}

/** The named destination of an element: the one right above its first line; empty when there is none. */
export function destinationOf({document}: Pdf, tag: Tag): string {
  const [first] = marksOf(tag)
  const [top = 0] = linesOf(marksOf(tag))
  if (!first) return ''
  const {down, scale} = matrixBefore(first)
  const height = first.page.node.getHeight() - unit * (scale * top + down)
  const above = document.catalog
    .lookup(key('Dests'), PDFDict)
    .entries()
    .flatMap(([name, value]): [PDFName, number][] => {
      const place = document.context.lookup(value, PDFArray)
      const distance = place.lookup(3, PDFNumber).asNumber() - height
      return place.get(0) === first.page.node.ref && distance > 0 ? [[name, distance]] : []
    })
    .toSorted(([, one], [, other]) => one - other)
  return above[0]?.[0].decodeText() ?? ''
}

/** A named destination leads to another page. */
export function sendTo({document}: Pdf, name: string, page: Page): void {
  document.catalog.lookup(key('Dests'), PDFDict).lookup(key(name), PDFArray).set(0, page.node.ref)
}
