import {inside, tag} from './kinds.ts'
import {onElement, openBook, openDeck, type Edit} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {blank, blankGlyphs, marksOf, moveText, nameOf, tagsIn, textOf, write} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf, type Pdf, type Tag} from './pdf.ts'
import {editText} from './texts.ts'

const onSlide = inside('slide', ['figure', 'div'], tag('pre'))
const inBook = tag('pre')

const oneLine: Edit = (source) => source.replaceAll('\n', ' ')
const noIndent: Edit = (source) => source.replaceAll(/ {4}(?=\S|<)/gu, '')
const otherLetter = editText((text) => text.replace(/[a-y](?=\w*$)/u, next))
const next = (letter: string) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1)

const listings = (pdf: Pdf): Tag[] => tagsIn(pdf, (one) => one.name === 'Code' && textOf(one).length > 60)

const otherInPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const places = listings(pdf).flatMap((listing) =>
      marksOf(listing).flatMap((mark) =>
        mark.glyphs.flatMap(({character, font}, at) => {
          const known = mark.page.codes.get(font)
          const other = Array.from('etaoinsr').find((letter) => letter !== character && known?.has(letter))
          return /[a-z]/u.test(character) && other ? [{listing, mark, at, character, other}] : []
        }),
      ),
    )
    const {at, character, listing, mark, other} = choose(places)
    write(mark, at, other)
    return `${nameOf(listing)}: ${character} → ${other}`
  })

/** The spaces before a line are gone, and what follows stands further left. */
const unindented = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const listing = choose(listings(pdf).filter((one) => textOf(one).includes('    ')))
    for (const mark of marksOf(listing)) {
      if (mark.glyphs[0]?.character !== ' ') continue
      const spaces = mark.glyphs.findIndex(({character}) => character !== ' ')
      if (spaces < 0) blank([mark])
      else blankGlyphs(mark, 0, spaces)
      moveText([mark], 0, -4 * 6)
    }
    return nameOf(listing)
  })

export const codeWhiteSpace = mutantsOf('code-white-space', 'white space of code collapsed', [
  defect('deck', 'line breaks', onElement(openDeck(), onSlide, oneLine)),
  defect('deck', 'indentation', onElement(openDeck(), onSlide, noIndent)),
  defect('epub', 'line breaks', onElement(openBook(), inBook, oneLine)),
  defect('epub', 'indentation', onElement(openBook(), inBook, noIndent)),
  defect('pdf', 'indentation', unindented(pdfPaths.pdf)),
  defect('slides', 'indentation', unindented(pdfPaths.slides)),
])

export const codeCharacter = mutantsOf('code-character', 'one character of code changed', [
  defect('deck', 'a letter', onElement(openDeck(), onSlide, otherLetter)),
  defect('epub', 'a letter', onElement(openBook(), inBook, otherLetter)),
  several(2, defect('pdf', 'a letter', otherInPdf(pdfPaths.pdf))),
  defect('slides', 'a letter', otherInPdf(pdfPaths.slides)),
  defect('handout', 'a letter', otherInPdf(pdfPaths.handout)),
])
