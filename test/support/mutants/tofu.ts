import {PDFDict, PDFRawStream} from '@cantoo/pdf-lib'
import {paragraph} from './kinds.ts'
import {onElement, onPieces, openBook, openDeck, openFiles, type Edit} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'
import {marksOf, nameOf, paragraphsOf} from './pdf-edits.ts'
import {hex} from './pdf-glyphs.ts'
import {pdfPaths} from './pdf-objects.ts'
import {key, onPdf, streamText, type Pdf} from './pdf.ts'
import {editText} from './texts.ts'

const other = (character: string) =>
  editText((text) => text.replace(/[\u4E00-\u9FFF](?=[^\u4E00-\u9FFF]*$)/u, character))
const fonts = openFiles((name) => name === 'deck/assets/fonts.css')
const noChinese: Edit = (source) =>
  source.replaceAll('"Lectern Sans"', '"Other Sans"').replaceAll('"Lectern Serif"', '"Other Serif"')
const added: Edit = (source) => source.replace(/(?=<\/p>$)/u, '龘')

/** Glyph 0, which every font has for what it lacks, in the place of a character; perhaps said to be that character. */
const boxed = (path: string, isNamed: boolean) =>
  onPdf(path, (pdf, choose) => {
    const one = choose(paragraphsOf(pdf, path === pdfPaths.slides ? 12 : 40))
    const mark = choose(marksOf(one).filter(({glyphs}) => glyphs.length > 3))
    const [, glyph] = mark.glyphs
    if (!glyph) throw new Error('A text without glyphs')
    mark.page.splices.push({start: glyph.start, end: glyph.end, text: hex(0)})
    const font = mark.page.node.node.Resources()?.lookup(key('Font'), PDFDict).lookup(key(glyph.font), PDFDict)
    if (isNamed) nameGlyph(pdf, font, glyph.character)
    return `${nameOf(one)}: ${glyph.character}`
  })

function nameGlyph({document}: Pdf, font: PDFDict | undefined, character: string): void {
  const table = font?.lookup(key('ToUnicode'))
  if (!font || !(table instanceof PDFRawStream)) throw new Error('A font without a table')
  const entry = `1 beginbfchar\n<0000> <${hex(character.codePointAt(0) ?? 0)}>\nendbfchar\n`
  const text = streamText(table).replace('endcmap', `${entry}endcmap`)
  font.set(key('ToUnicode'), document.context.register(document.context.flateStream(Buffer.from(text, 'latin1'))))
}

const onSlide = (edit: Edit) => onElement(openDeck(), paragraph('slide'), edit)

export const tofu = mutantsOf('tofu', 'a character that the fonts lack', [
  defect('deck', 'on a slide', onSlide(other('𪚥'))),
  defect('deck', 'in a reading text', onElement(openDeck(), paragraph('reading'), other('𪚥'))),
  defect('deck', 'for private use, on a slide', onSlide(other('\u{E123}'))),
  defect(
    'deck',
    'no font at all',
    onPieces(fonts, () => ''),
  ),
  defect('deck', 'no Chinese font', onPieces(fonts, noChinese)),
  defect('deck', 'a character added after the fonts were cut', onSlide(added)),
  defect('epub', 'for private use', onElement(openBook(), paragraph('book'), other('\u{E123}'))),
  defect('epub', 'the replacement character', onElement(openBook(), paragraph('book'), other('\u{FFFD}'))),
  defect('pdf', 'in a paragraph', boxed(pdfPaths.pdf, false)),
  defect('pdf', 'in a paragraph, said to be the right one', boxed(pdfPaths.pdf, true)),
  defect('slides', 'in a line of a slide', boxed(pdfPaths.slides, false)),
  defect('handout', 'in a paragraph', boxed(pdfPaths.handout, false)),
])
