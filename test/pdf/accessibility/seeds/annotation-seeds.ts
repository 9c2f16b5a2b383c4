import {PDFDict, PDFName, PDFRawStream, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {annotationOf, text} from '../../../support/tagged-pdf.ts'
import {annotate, rename, seed, setCatalog, type Seed} from './seed.ts'

const words = {Contents: text('说明')}
const clip = {Type: 'MediaClip', S: 'MCD'}
const attached = {FS: {Type: 'Filespec', F: PDFString.of('a.csv'), EF: {}}}

/** Beside those of the plan, and not in the tree. */
const addAnnotation =
  (subtype: string, entries = {}): Seed['spoil'] =>
  ({annotations}) =>
    Object.assign(annotations, {other: annotationOf(subtype, entries)})

/** Gives a look to every annotation of a subtype. */
export function addAppearance({context}: PDFDocument, subtype: string, content: string): void {
  const appearance = context.register(context.flateStream(content, {Subtype: 'Form', BBox: [0, 0, 9, 9]}))
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of(subtype)) {
      object.set(PDFName.of('AP'), context.obj({N: appearance}))
    }
  }
}

function referToFile({context}: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')) {
      object.dict.set(PDFName.of('Ref'), context.obj({F: PDFString.of('other.pdf'), Page: 0}))
    }
  }
}

export const annotationSeeds: readonly Seed[] = [
  seed('28-002', 'a highlight in a span', annotate('Span', annotationOf('Highlight', words))),
  seed('28-002', 'a highlight that is not in the tree', addAnnotation('Highlight', words)),
  seed('28-004', 'a highlight without words', annotate('Annot', annotationOf('Highlight'))),
  seed('28-005', 'a form field without words', setCatalog({AcroForm: {Fields: [{FT: 'Tx', T: text('a')}]}})),
  seed('28-006', 'an annotation of a kind of its own', annotate('Annot', annotationOf('Bubble'))),
  seed('28-007', 'a trap network', addAnnotation('TrapNet')),
  seed('28-008', 'a page without Tabs', (plan) => Object.assign(plan, {page: {}})),
  seed('28-009', 'a page whose Tabs go by rows', (plan) => Object.assign(plan, {page: {Tabs: 'R'}})),
  seed('28-010', 'a widget in a span', annotate('Span', annotationOf('Widget'))),
  seed('28-011', 'a link in a span', rename('Link', 'Span')),
  seed('28-011', 'a link that is not in the tree', addAnnotation('Link', words)),
  seed('28-012', 'a link without words', ({annotations}) => Object.assign(annotations, {link: annotationOf('Link')})),
  seed('28-014', 'a media clip without type', setCatalog({Clip: {...clip, Alt: [text('zh'), text('歌')]}})),
  seed('28-015', 'a media clip without words', setCatalog({Clip: {...clip, CT: PDFString.of('audio/mp4')}})),
  seed(
    '28-016',
    'an attached file with one of its names',
    annotate('Annot', annotationOf('FileAttachment', {...words, ...attached})),
  ),
  seed('28-017', 'a printer’s mark in the tree', annotate('Span', annotationOf('PrinterMark'))),
  seed('28-018', 'a printer’s mark that is no artifact', (plan) => {
    addAnnotation('PrinterMark')(plan)
    plan.finish = (pdf) => addAppearance(pdf, 'PrinterMark', '/Artifact BMC 0 0 1 1 re f EMC 0 0 5 5 re f')
  }),
  seed('30-001', 'a form that is in another file', (plan) => Object.assign(plan, {finish: referToFile})),
]
