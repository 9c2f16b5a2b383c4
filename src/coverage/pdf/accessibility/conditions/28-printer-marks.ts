import {PDFRawStream} from '@cantoo/pdf-lib'
import type {Condition} from '../condition.ts'
import {walkContent, contentOfForm} from '../content/walk-content.ts'
import {annotationsOf} from '../file/annotations.ts'
import {dictionaryAt, valueAt} from '../file/entries.ts'

export const printerMarks: readonly Condition[] = [
  {
    id: '28-018',
    clause: '7.18.8',
    chinese: '印刷标记（PrinterMark）的外观没有标为装饰',
    english: 'The appearance of a printer’s mark is not marked as artifact',
    kind: 'checked',
    find: ({pages}) =>
      annotationsOf(pages).flatMap(({dictionary, page, subtype}) => {
        const appearance = valueAt(dictionaryAt(dictionary, 'AP'), 'N')
        const isBare = appearance instanceof PDFRawStream && paintsOutsideArtifacts(appearance)
        return subtype === 'PrinterMark' && isBare ? [{page, detail: ''}] : []
      }),
  },
]

function paintsOutsideArtifacts(form: PDFRawStream): boolean {
  const isArtifact = [false]
  let found = false
  walkContent(contentOfForm(form), {
    open: ({tag}) => isArtifact.push(tag === 'Artifact' || isArtifact.at(-1) === true),
    close: () => isArtifact.pop(),
    paint: () => {
      found ||= isArtifact.at(-1) !== true
    },
    show: () => undefined,
    form: () => undefined,
  })
  return found
}
