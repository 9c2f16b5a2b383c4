import {PDFHexString} from '@cantoo/pdf-lib'
import {strFromU8, strToU8} from 'fflate'
import type {Choose} from './chooser.ts'
import {hasClass, tag} from './kinds.ts'
import {swapAny} from './markup-moves.ts'
import {
  bookPath,
  elementsIn,
  nameOf as elementName,
  onElement,
  openBook,
  openDeck,
  rewrite,
  unzipBook,
  zipBook,
  type Edit,
  type Wanted,
} from './markup.ts'
import {defect, mutantsOf, type Files, type Mutation} from './mutant.ts'
import {blank, marksOf, nameOf, tagsIn, writeDigit} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {key, onPdf, type Tag} from './pdf.ts'

/** The drawing of a figure on a slide. */
const drawing: Wanted = ({tagName}, ancestors) =>
  tagName === 'svg' && ancestors.some((one) => hasClass(one, 'figure-image'))

/** Another figure's drawing; the words stay those of the right one. */
const otherDrawing = (files: Files, choose: Choose): Mutation => {
  const markup = openDeck()(files)
  const all = elementsIn(markup, drawing)
  const words = / aria-label="[^"]*"/u
  const found = choose(all)
  const [label = ''] = words.exec(found.source) ?? []
  const other = choose(all.filter(({source}) => !source.includes(label)))
  const changed = other.source.replace(words, () => label)
  return {changes: rewrite(markup, {found, isWanted: drawing}, () => changed), victim: elementName(found)}
}

/** One picture of the e-book is written anew. */
const inBook =
  (isWanted: (name: string) => boolean, edit: (bytes: Uint8Array, other: Uint8Array) => Uint8Array) =>
  (files: Files, choose: Choose): Mutation => {
    const entries = unzipBook(files)
    const name = choose(Object.keys(entries).filter((one) => isWanted(one)))
    const other = choose(Object.keys(entries).filter((one) => isDrawing(one) && one !== name))
    const changed = edit(entries[name] ?? new Uint8Array(), entries[other] ?? new Uint8Array())
    return {victim: name, changes: new Map([[bookPath, zipBook({...entries, [name]: changed})]])}
  }

const isDrawing = (name: string) => name.endsWith('.svg')
const isPhotograph = (name: string) => name.endsWith('.jpg')
const emptied = (bytes: Uint8Array) =>
  strToU8(strFromU8(bytes).replace(/(?<=<svg[^>]*>)[\s\S]*(?=<\/svg>)/u, '<title>x</title>'))
const otherDigit: Edit = (source) =>
  source.replace(/(?<=<text[^>]*>[^<]*)\d/u, (digit) => String((Number(digit) + 1) % 10))
const noContent: Edit = (source) => source.replace(/(?<=^<svg[^>]*>)[\s\S]*(?=<\/svg>$)/u, '')
const noAlt: Edit = (source) => source.replace(/ (?:alt|aria-label)="[^"]*"/u, '')
const emptyAlt: Edit = (source) => source.replace(/(?<= (?:alt|aria-label)=")[^"]*/u, '')
const otherAlt: Edit = (source) => source.replace(/(?<= alt=")[^"]*/u, '别的图')

const figure = (path: string, change: (one: Tag) => void) =>
  onPdf(path, (pdf, choose) => {
    const one = choose(tagsIn(pdf, ({name}) => name === 'Figure'))
    change(one)
    return nameOf(one)
  })
const digit = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const figures = tagsIn(pdf, ({name}) => name === 'Figure')
    return writeDigit(choose, figures)
  })

const undrawn = (one: Tag) => {
  blank(marksOf(one))
}
const withoutWords = (one: Tag) => {
  one.dict.delete(key('Alt'))
}
const withOtherWords = (one: Tag) => {
  one.dict.set(key('Alt'), PDFHexString.fromText('别的图'))
}

export const wrongImage = mutantsOf('wrong-image', 'a wrong image', [
  defect('deck', 'another one’s drawing', otherDrawing),
  defect('deck', 'a digit in a drawing', onElement(openDeck(), drawing, otherDigit)),
  defect(
    'epub',
    'two files swapped in the text',
    swapAny(openBook(), tag('img'), () => true),
  ),
  defect(
    'epub',
    'another one’s file',
    inBook(isDrawing, (_bytes, other) => other),
  ),
  defect(
    'epub',
    'a digit in a drawing',
    inBook(isDrawing, (bytes) => strToU8(otherDigit(strFromU8(bytes)))),
  ),
  defect('pdf', 'a digit in a drawing', digit(pdfPaths.pdf)),
  defect('slides', 'a digit in a drawing', digit(pdfPaths.slides)),
])

export const blankImage = mutantsOf('blank-image', 'a blank image', [
  defect('deck', 'a drawing without anything', onElement(openDeck(), drawing, noContent)),
  defect('epub', 'a drawing without anything', inBook(isDrawing, emptied)),
  defect(
    'epub',
    'the cover’s bytes cut off',
    inBook(isPhotograph, (bytes) => bytes.slice(0, 2000)),
  ),
  defect('pdf', 'a figure not drawn', figure(pdfPaths.pdf, undrawn)),
  defect('slides', 'a figure not drawn', figure(pdfPaths.slides, undrawn)),
  defect('handout', 'a figure not drawn', figure(pdfPaths.handout, undrawn)),
])

export const altTextRemoved = mutantsOf('alt-text-removed', 'the words of a picture removed', [
  defect('deck', 'of a drawing', onElement(openDeck(), drawing, noAlt)),
  defect('epub', 'empty', onElement(openBook(), tag('img'), emptyAlt)),
  defect('epub', 'no attribute', onElement(openBook(), tag('img'), noAlt)),
  defect('epub', 'another one’s', onElement(openBook(), tag('img'), otherAlt)),
  defect('pdf', 'of a figure', figure(pdfPaths.pdf, withoutWords)),
  defect('pdf', 'another one’s', figure(pdfPaths.pdf, withOtherWords)),
  defect('slides', 'of a figure', figure(pdfPaths.slides, withoutWords)),
  defect('handout', 'of a figure', figure(pdfPaths.handout, withoutWords)),
])
