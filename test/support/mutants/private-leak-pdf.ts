import {PDFHexString} from '@cantoo/pdf-lib'
import {strToU8} from 'fflate'
import type {Choose} from './chooser.ts'
import {defect, type Defect, type Files, type Mutation} from './mutant.ts'
import {append, isBody, pageOf, tagsIn} from './pdf-edits.ts'
import {bookmarksOf, editInfo, editXmp, pdfPaths} from './pdf-objects.ts'
import {key, openPdf, savePdf, type Page, type Pdf} from './pdf.ts'
import {aNote, notesOf} from './private-text.ts'

type Leak = (pdf: Pdf, text: string) => unknown

const inPdf =
  (path: string, leak: Leak) =>
  async (files: Files, choose: Choose): Promise<Mutation> => {
    const text = aNote(files, choose)
    const pdf = await openPdf(files.get(path) ?? new Uint8Array())
    await leak(pdf, text)
    return {victim: text, changes: new Map([[path, await savePdf(pdf)]])}
  }

const keywords: Leak = (pdf, text) => editInfo(pdf, 'Keywords', () => text)

const xmp: Leak = ({document}, text) => {
  editXmp(document, (source) => source.replace(/(?<=<dc:description>[\s\S]*?<rdf:li[^>]*>)/u, text))
}

const bodyPage = (pdf: Pdf): Page | undefined => pdf.pages[pageOf(pdf, 'definition') + 3]

/** A note as a popup on a page, that no viewer shows. */
const annotation: Leak = (pdf, text) => {
  const {context} = pdf.document
  const note = {Type: 'Annot', Subtype: 'Text', Rect: [50, 50, 70, 70], Contents: PDFHexString.fromText(text), F: 2}
  bodyPage(pdf)
    ?.node.node.Annots()
    ?.push(context.register(context.obj(note)))
}

const attachment: Leak = ({document}, text) => document.attach(strToU8(text), 'notes.txt', {mimeType: 'text/plain'})

const setText =
  (tagName: string, entry: string): Leak =>
  (pdf, text) => {
    const tags = tagsIn(pdf, (tag) => tag.name === tagName && isBody(pdf, tag))
    tags[1]?.dict.set(key(entry), PDFHexString.fromText(text))
  }

const bookmark: Leak = (pdf, text) => {
  bookmarksOf(pdf)[5]?.dict.set(key('Title'), PDFHexString.fromText(text))
}

const privateData: Leak = ({document}, text) => {
  document.catalog.set(key('PieceInfo'), document.context.obj({Lectern: {Notes: PDFHexString.fromText(text)}}))
}

const comment: Leak = (pdf, text) => {
  const page = bodyPage(pdf)
  if (page) append(page, `% ${Buffer.from(text, 'utf8').toString('latin1')}`)
}

/** Words that are drawn and bear no tag, as a running head: of a note whose characters a page has. */
const untagged =
  (path: string) =>
  async (files: Files, choose: Choose): Promise<Mutation> => {
    const pdf = await openPdf(files.get(path) ?? new Uint8Array())
    const drawn = notesOf(files).flatMap((text) =>
      pdf.pages.flatMap((page) => {
        const shown = Array.from(text, (character) => operatorsOf(page, character))
        return shown.includes('') ? [] : [{text, page, operators: shown.join('\n')}]
      }),
    )
    const {operators, page, text} = choose(drawn)
    append(page, `/Artifact BMC q BT 1 0 0 -1 400 3300 Tm\n${operators}\nET Q EMC`)
    return {victim: text, changes: new Map([[path, await savePdf(pdf)]])}
  }

/** Shows a character with the first font of the page that has it; empty when none has. */
function operatorsOf({codes}: Page, character: string): string {
  const [name, known] = [...codes].find(([, one]) => one.has(character)) ?? []
  return known ? `/${name} 40 Tf <${known.get(character)}> Tj` : ''
}

export const pdfLeaks: readonly Defect[] = [
  defect('pdf', 'the document information', inPdf(pdfPaths.pdf, keywords)),
  defect('pdf', 'XMP', inPdf(pdfPaths.pdf, xmp)),
  defect('pdf', 'an annotation that is not shown', inPdf(pdfPaths.pdf, annotation)),
  defect('pdf', 'an attachment', inPdf(pdfPaths.pdf, attachment)),
  defect('pdf', 'the words of a figure', inPdf(pdfPaths.pdf, setText('Figure', 'Alt'))),
  defect('pdf', 'the text that stands for a paragraph', inPdf(pdfPaths.pdf, setText('P', 'ActualText'))),
  defect('pdf', 'a bookmark', inPdf(pdfPaths.pdf, bookmark)),
  defect('pdf', 'private data', inPdf(pdfPaths.pdf, privateData)),
  defect('pdf', 'a comment among a page’s operators', inPdf(pdfPaths.pdf, comment)),
  defect('pdf', 'words without a tag', untagged(pdfPaths.pdf)),
  defect('slides', 'XMP', inPdf(pdfPaths.slides, xmp)),
  defect('slides', 'the words of a figure', inPdf(pdfPaths.slides, setText('Figure', 'Alt'))),
  defect('handout', 'an attachment', inPdf(pdfPaths.handout, attachment)),
  defect('handout', 'words without a tag', untagged(pdfPaths.handout)),
]
