import {PDFDict, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import {defect, mutantsOf} from './mutant.ts'
import {detach, isBody, nameOf, tagsIn} from './pdf-edits.ts'
import {pdfPaths, toUnicodesOf} from './pdf-objects.ts'
import {key, onPdf} from './pdf.ts'

const stripped = (path: string) =>
  onPdf(path, ({document}) => {
    document.catalog.delete(key('StructTreeRoot'))
    document.catalog.delete(key('MarkInfo'))
    return 'StructTreeRoot'
  })

const renamed = (from: string, to: string) =>
  onPdf(pdfPaths.pdf, (pdf, choose) => {
    const one = choose(tagsIn(pdf, (tag) => tag.name === from && isBody(pdf, tag)))
    one.dict.set(key('S'), PDFName.of(to))
    return `${nameOf(one)} as ${to}`
  })

const withoutMarkInfo = onPdf(pdfPaths.pdf, ({document}) => {
  document.catalog.delete(key('MarkInfo'))
  return 'MarkInfo'
})

/** Text of a figure's caption stays drawn, and no reader of tags meets it. */
const orphaned = onPdf(pdfPaths.pdf, (pdf, choose) => {
  const one = choose(tagsIn(pdf, ({name}) => name === 'Caption'))
  const name = nameOf(one)
  detach(one)
  return name
})

export const pdfUntagged = mutantsOf('pdf-untagged', 'tags of a PDF stripped or wrong', [
  defect('pdf', 'all', stripped(pdfPaths.pdf)),
  defect('pdf', 'not said to be tagged', withoutMarkInfo),
  defect('pdf', 'a heading as a paragraph', renamed('H2', 'P')),
  defect('pdf', 'a header cell as a cell', renamed('TH', 'TD')),
  defect('pdf', 'a formula as nothing', renamed('Formula', 'NonStruct')),
  defect('pdf', 'a caption without a tag', orphaned),
  defect('slides', 'all', stripped(pdfPaths.slides)),
  defect('handout', 'all', stripped(pdfPaths.handout)),
])

/** Without what its glyphs are, of the fonts of most characters. */
const silent = (path: string, count: number) =>
  onPdf(path, (pdf) => {
    const fonts = toUnicodesOf(pdf).slice(0, count)
    for (const {font} of fonts) font.delete(key('ToUnicode'))
    return fonts.map(({font}) => String(font.get(key('BaseFont')))).join(', ')
  })

/** The files of fonts are gone, so that any other may be taken. */
const notEmbedded = onPdf(pdfPaths.pdf, ({document}) => {
  const objects = document.context.enumerateIndirectObjects()
  const descriptors = objects.flatMap(([, one]) =>
    one instanceof PDFDict && one.lookup(key('FontFile2')) instanceof PDFRawStream ? [one] : [],
  )
  for (const one of descriptors) one.delete(key('FontFile2'))
  return `${descriptors.length} fonts`
})

const oneFont = 'a font that does not say what its glyphs are'

export const noToUnicode = mutantsOf('no-to-unicode', 'text of a PDF that cannot be read', [
  defect('pdf', oneFont, silent(pdfPaths.pdf, 1)),
  defect('pdf', 'no font says it', silent(pdfPaths.pdf, 100)),
  defect('pdf', 'fonts not embedded', notEmbedded),
  defect('slides', oneFont, silent(pdfPaths.slides, 1)),
  defect('handout', 'no font says it', silent(pdfPaths.handout, 100)),
])
