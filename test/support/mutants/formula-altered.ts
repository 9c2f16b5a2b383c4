import {PDFHexString} from '@cantoo/pdf-lib'
import type {Choose} from './chooser.ts'
import {tag, withClass} from './kinds.ts'
import {elementsIn, nameOf as elementName, onElement, openBook, openDeck, rewrite, type Edit} from './markup.ts'
import {defect, mutantsOf, type Files, type Mutation} from './mutant.ts'
import {blank, marksOf, nameOf, tagsIn} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {key, onPdf, type Tag} from './pdf.ts'

const formula = withClass('formula')
const drawing = /<svg[\s\S]*<\/svg>/u

/** The drawing of another formula; TeX and words stay. */
const otherDrawing = (files: Files, choose: Choose): Mutation => {
  const markup = openDeck()(files)
  const all = elementsIn(markup, formula)
  const found = choose(all)
  const other = choose(all.filter(({element}) => element.properties['dataTex'] !== found.element.properties['dataTex']))
  const [svg = ''] = drawing.exec(other.source) ?? []
  const changes = rewrite(markup, {found, isWanted: formula}, (source) => source.replace(drawing, () => svg))
  return {changes, victim: `${elementName(found)} as ${String(other.element.properties['dataTex'])}`}
}

const path = /<path [^>]*>(?:<\/path>)?/u
const noDrawing: Edit = (source) => source.replaceAll(new RegExp(path, 'gu'), '')
/** Of a root, the first path is its sign. */
const noFirstSign: Edit = (source) => source.replace(path, '')
const noRootSign: Edit = (source) => (source.includes(String.raw`data-tex="\sqrt`) ? noFirstSign(source) : source)
const otherTex: Edit = (source) => source.replace(/(?<=data-tex="[^"]*)[a-z0-9](?=[^"\w]*")/u, 'q')
const otherWords: Edit = (source) => source.replace(/(?<=aria-label="[^"]*)[a-z0-9](?=[^"\w]*")/u, 'q')

const onFormula = (edit: Edit) => onElement(openDeck(), formula, edit)
const onMath = (edit: Edit) => onElement(openBook(), tag('math'), edit)

const subscript: Edit = (source) => source.replace(/(?<=<msub><mi>[^<]*<\/mi><m[in]>)[^<]+/u, 'q')
const noRoot: Edit = (source) => source.replace('<msqrt>', '<mrow>').replace('</msqrt>', '</mrow>')
const otherOperator: Edit = (source) => source.replace('<mo>+</mo>', '<mo>-</mo>')
const upsideDown: Edit = (source) =>
  source.replace(
    /<mfrac>(?<over><m(?<x>row|i|n)>[\s\S]*?<\/m\k<x>>)(?<under><m(?<y>row|i|n)>[\s\S]*?<\/m\k<y>>)<\/mfrac>/u,
    '<mfrac>$<under>$<over></mfrac>',
  )
/** MathML, annotation and words alike say another thing. */
const allAlike: Edit = (source) => source.replace('<mo>=</mo>', '<mo>&lt;</mo>').replaceAll(' = ', ' &lt; ')
const otherAltText: Edit = (source) => source.replace(/(?<=alttext="[^"]*)[a-z0-9](?=[^"\w]*")/u, 'q')

const inPdf = (file: string, change: (one: Tag) => void) =>
  onPdf(file, (pdf, choose) => {
    const one = choose(tagsIn(pdf, ({name}) => name === 'Formula'))
    const alt = one.dict.lookup(key('Alt'))
    change(one)
    return `${nameOf(one)} ${alt instanceof PDFHexString ? alt.decodeText() : ''}`
  })

const undrawn = (one: Tag) => {
  blank(marksOf(one))
}
const saysOther = (one: Tag) => {
  one.dict.set(key('Alt'), PDFHexString.fromText('公式 q'))
}
/** Every second of its shapes is not filled. */
const halfDrawn = (one: Tag) => {
  for (const {end, page, start} of marksOf(one)) {
    let count = 0
    const text = page.source.slice(start, end).replaceAll(/^f$/gmu, (fill) => (count++ % 2 === 1 ? fill : 'n'))
    page.splices.push({start, end, text})
  }
}

export const formulaAltered = mutantsOf('formula-altered', 'a formula altered', [
  defect('deck', 'the drawing of another one', otherDrawing),
  defect('deck', 'no drawing', onFormula(noDrawing)),
  defect('deck', 'one sign not drawn', onFormula(noFirstSign)),
  defect('deck', 'a root without its sign', onFormula(noRootSign)),
  defect('deck', 'other TeX below the same drawing', onFormula(otherTex)),
  defect('deck', 'other words for the same drawing', onFormula(otherWords)),
  defect('epub', 'an index of the MathML', onMath(subscript)),
  defect('epub', 'a root without its sign', onMath(noRoot)),
  defect('epub', 'an operator', onMath(otherOperator)),
  defect('epub', 'a fraction upside down', onMath(upsideDown)),
  defect('epub', 'MathML, TeX and words, all alike', onMath(allAlike)),
  defect('epub', 'other words for the same MathML', onMath(otherAltText)),
  defect('pdf', 'not drawn', inPdf(pdfPaths.pdf, undrawn)),
  defect('pdf', 'half drawn', inPdf(pdfPaths.pdf, halfDrawn)),
  defect('pdf', 'other words for the same drawing', inPdf(pdfPaths.pdf, saysOther)),
  defect('slides', 'not drawn', inPdf(pdfPaths.slides, undrawn)),
  defect('handout', 'not drawn', inPdf(pdfPaths.handout, undrawn)),
])
