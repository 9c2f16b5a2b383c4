import {papers, printMargins, type PrintSettings} from '../../model/print-settings.ts'
import type {PlannedPage} from './plan-pages.ts'

const mm = (value: number) => `${Number(value.toFixed(2))}mm`

/** Of the sheet around the trimmed page, in mm: where crop marks stand, and what bleeds. */
export const slugOf = ({marks}: PrintSettings): number => (marks === 'crop' ? 10 : 0)

/** Of the column of text, in mm. */
export const typeWidth = ({paper}: PrintSettings): number => papers[paper][0] - printMargins.inner - printMargins.outer

const font = 'font-family:var(--sans);font-size:8.5pt;color:var(--muted)'

/**
 * Size, margins, running heads and folios. What a page bears is not known yet: heads and folios are counter styles over the
 * number of the page, so that one text a page can be planned without a named page for each, which would break pages.
 * (CSS Paged Media 3, 5; CSS Counter Styles 3, 3.1.3.)
 */
export function pageRules(print: PrintSettings): string {
  const {paper, sides} = print
  const around = slugOf(print)
  const [width, height] = papers[paper]
  const {bottom, inner, outer, top} = printMargins
  const middle = (inner + outer) / 2
  const margin = (left: number, right: number) =>
    `margin:${[top, right, bottom, left].map((side) => mm(side + around)).join(' ')}`
  const box = (place: string, content: string, align: string) => `@${place}{content:${content};${font};${align}}`
  const onTop = `vertical-align:bottom;padding-bottom:5mm`
  const atFoot = `vertical-align:top;padding-top:7mm`
  const verso = 'counter(page,verso-head)'
  const recto = 'counter(page,recto-head)'
  const folio = 'counter(page,folio)'
  const size = `@page{size:${mm(width + 2 * around)} ${mm(height + 2 * around)}}`
  if (sides === 'one') {
    const heads = box('top-left', verso, onTop) + box('top-right', recto, onTop)
    return `${size}@page{${margin(middle, middle)};${heads}${box('bottom-center', folio, atFoot)}}`
  }
  return [
    size,
    `@page:left{${margin(outer, inner)};${box('top-left', verso, onTop)}${box('bottom-left', folio, atFoot)}}`,
    `@page:right{${margin(inner, outer)};${box('top-right', recto, onTop)}${box('bottom-right', folio, atFoot)}}`,
  ].join('\n')
}

/** The counter styles of a plan. */
export function plannedHeads(pages: readonly PlannedPage[]): string {
  const style = (name: string, texts: readonly string[]) =>
    `@counter-style ${name}{system:fixed 1;symbols:${texts.map((text) => cssString(text)).join(' ')};suffix:""}`
  return [
    style(
      'verso-head',
      pages.map(({verso}) => verso),
    ),
    style(
      'recto-head',
      pages.map(({recto}) => recto),
    ),
    style(
      'folio',
      pages.map(({folio}) => folio),
    ),
  ].join('\n')
}

/** CSS Syntax 3, 4.3.5; `<` must not end the style element. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}
