import {PDFArray, PDFDict, PDFName} from '@cantoo/pdf-lib'
import type {Choose} from './chooser.ts'
import {key, type Mark, type Page, type Pdf, type Tag} from './pdf.ts'

export function tagsIn({root}: Pdf, isWanted: (tag: Tag) => boolean): Tag[] {
  const found: Tag[] = []
  const look = (tag: Tag) => {
    if (isWanted(tag)) found.push(tag)
    for (const child of tag.children) look(child)
  }
  look(root)
  return found
}

export const marksOf = (tag: Tag): Mark[] => [...tag.marks, ...tag.children.flatMap((child) => marksOf(child))]

export const textOf = (tag: Tag): string =>
  marksOf(tag)
    .flatMap(({glyphs}) => glyphs.map(({character}) => character))
    .join('')

/** Of its first mark, from 1; 0 when it has none. */
export const pageNumberOf = (tag: Tag): number => marksOf(tag)[0]?.page.number ?? 0

export const nameOf = (tag: Tag): string => `p.${pageNumberOf(tag)} ${tag.name} “${textOf(tag).slice(0, 24)}”`

/** Paragraphs on one page, of text alone; of a book those of its chapters. */
export function paragraphsOf(pdf: Pdf, least = 40): Tag[] {
  const isPlain = (tag: Tag): boolean =>
    !['Formula', 'Figure', 'Link'].includes(tag.name) && tag.children.every((child) => isPlain(child))
  return tagsIn(pdf, (tag) => {
    const pages = new Set(marksOf(tag).map(({page}) => page.number))
    return tag.name === 'P' && pages.size === 1 && isPlain(tag) && textOf(tag).length >= least && isBody(pdf, tag)
  })
}

/** After the front matter and before the back matter. */
export function isBody(pdf: Pdf, tag: Tag): boolean {
  const page = pageNumberOf(tag)
  return page >= pageOf(pdf, 'definition') && page < pageOf(pdf, 'back-bibliography')
}

/** The page, from 1, of a named destination; 0 when there is none. */
export function pageOf({document, pages}: Pdf, name: string): number {
  const destination = document.catalog.lookup(key('Dests'), PDFDict).lookupMaybe(key(name), PDFArray)
  return pages.find(({node}) => node.ref === destination?.get(0))?.number ?? 0
}

/** Nothing of these marks is drawn any more. */
export function blank(marks: readonly Mark[]): void {
  for (const {end, glyphs, page, start} of marks) {
    for (const glyph of glyphs) page.splices.push({start: glyph.start, end: glyph.end, text: ''})
    const body = page.source.slice(start, end)
    for (const match of body.matchAll(/^(?:f\*?|[Ss]|[Bb]\*?)$/gmu))
      page.splices.push({start: start + match.index, end: start + match.index + match[0].length, text: 'n'})
  }
}

/** As if an element had never been there: neither drawn, nor marked, nor in the structure tree. */
export function erase(tag: Tag): void {
  const marks = marksOf(tag)
  blank(marks)
  for (const {opens, page, start} of marks) page.splices.push({start: opens, end: start, text: '/Artifact BMC'})
  detach(tag)
}

/** Only the glyphs from some place on are gone. */
export function blankFrom(marks: readonly Mark[], from: number): void {
  const glyphs = marks.flatMap((mark) => mark.glyphs.map((glyph) => ({glyph, page: mark.page})))
  for (const {glyph, page} of glyphs.slice(from)) page.splices.push({start: glyph.start, end: glyph.end, text: ''})
}

/** Some glyphs of a mark are gone. */
export function blankGlyphs({glyphs, page}: Mark, from: number, to: number): void {
  for (const {end, start} of glyphs.slice(from, to)) page.splices.push({start, end, text: ''})
}

/** Another character in the place of one, from the same font; false when the font has it not. */
export function write(mark: Mark, at: number, character: string): boolean {
  const glyph = mark.glyphs[at]
  const code = glyph && mark.page.codes.get(glyph.font)?.get(character)
  if (!code) return false
  mark.page.splices.push({start: glyph.start, end: glyph.end, text: code})
  return true
}

/** One digit of one of these elements is another; says which. */
export function writeDigit(choose: Choose, tags: readonly Tag[]): string {
  const places = tags.flatMap((tag) =>
    marksOf(tag).flatMap((mark) =>
      mark.glyphs.flatMap(({character, font}, at) => {
        const known = mark.page.codes.get(font)
        const other = Array.from('3456789012').find((digit) => digit !== character && known?.has(digit))
        return /\d/u.test(character) && other ? [{tag, mark, at, character, other}] : []
      }),
    ),
  )
  const {at, character, mark, other, tag} = choose(places)
  write(mark, at, other)
  return `${nameOf(tag)}: ${character} → ${other}`
}

/** Text further down and to the right, in units of the page's content; up and left when negative. */
export function moveText(marks: readonly Mark[], down: number, right = 0): void {
  for (const {end, page, start} of marks) {
    const body = page.source.slice(start, end)
    for (const match of body.matchAll(/1 0 0 -1 (?<x>[-\d.]+) (?<y>[-\d.]+) Tm/gu)) {
      const {x, y} = match.groups ?? {}
      const text = `1 0 0 -1 ${Number(x) + right} ${Number(y) + down} Tm`
      page.splices.push({start: start + match.index, end: start + match.index + match[0].length, text})
    }
  }
}

/** The lines of a text, from top to bottom: where they stand in the units of the page's content. */
export function linesOf(marks: readonly Mark[]): number[] {
  const lines = marks.flatMap(({end, page, start}) =>
    Array.from(page.source.slice(start, end).matchAll(/1 0 0 -1 [-\d.]+ (?<y>[-\d.]+) Tm/gu), ({groups}) =>
      Number(groups?.['y']),
    ),
  )
  return [...new Set(lines)].toSorted((a, b) => a - b)
}

/** Takes an element out of the structure tree. */
export function detach({parent, ref}: Tag): void {
  const kids = parent?.dict.lookup(key('K'))
  if (!(kids instanceof PDFArray)) {
    parent?.dict.delete(key('K'))
    return
  }
  const at = kids.asArray().indexOf(ref)
  if (at >= 0) kids.remove(at)
}

/** Two elements change places in the structure tree. */
export function swapTags(one: Tag, other: Tag): void {
  const places = [one, other].map(({parent, ref}) => {
    const kids = parent?.dict.lookup(key('K'))
    const at = kids instanceof PDFArray ? kids.asArray().indexOf(ref) : -1
    return {parent, kids, at}
  })
  for (const [index, {at, kids, parent}] of places.entries()) {
    const moved = index === 0 ? other : one
    if (kids instanceof PDFArray) kids.set(at, moved.ref)
    else parent?.dict.set(key('K'), moved.ref)
    if (parent) moved.dict.set(key('P'), parent.ref)
  }
}

/** Raw operators at the end of a page, outside of everything; they have to mark themselves. */
export function append({source, splices}: Page, operators: string): void {
  splices.push({start: source.length, end: source.length, text: `\n${operators}\n`})
}

export interface PdfLink {
  readonly page: number
  readonly annotation: PDFDict
  readonly destination: string
}

/** Links to named destinations after the front matter. */
export function linksOf(pdf: Pdf, isWanted: RegExp): PdfLink[] {
  const first = pageOf(pdf, 'definition')
  return pdf.pages.flatMap(({node, number}) =>
    (node.node.Annots()?.asArray() ?? []).flatMap((reference): PdfLink[] => {
      const annotation = pdf.document.context.lookup(reference, PDFDict)
      const name = annotation.lookup(key('Dest'))
      const destination = name instanceof PDFName ? name.decodeText() : ''
      return number >= first && isWanted.test(destination) ? [{page: number, annotation, destination}] : []
    }),
  )
}
