import type {CheckedCondition} from '../condition.ts'
import {annotationsOf, type PageAnnotation} from '../file/annotations.ts'
import type {PdfFile} from '../read-pdf-file.ts'

interface OfEach {
  readonly id: string
  readonly clause: string
  readonly chinese: string
  readonly english: string
  readonly note?: string
  readonly isWrong: (annotation: PageAnnotation, pdf: PdfFile) => boolean
}

/** A condition that every annotation must meet. */
export function eachAnnotation({isWrong, ...condition}: OfEach): CheckedCondition {
  return {
    ...condition,
    kind: 'checked',
    find: (pdf) =>
      annotationsOf(pdf.pages)
        .filter((annotation) => isWrong(annotation, pdf))
        .map(({page, subtype}) => ({page, detail: subtype})),
  }
}
