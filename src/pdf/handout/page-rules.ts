import {papers, type Paper, type PrintSettings} from '../../model/print-settings.ts'
import {cssString} from '../css-string.ts'
import type {Orientation} from './handout.ts'

/** In mm. */
export const margins = {top: 14, bottom: 18, side: 13, binding: 6} as const

/** Width and height in mm of the paper, and of what may be printed upon. */
export interface Sheet {
  readonly paper: readonly [width: number, height: number]
  readonly area: readonly [width: number, height: number]
}

/** Handouts come from the printer of the department: A4, or Letter where that is the paper. */
export function sheetOf(paper: Paper, orientation: Orientation): Sheet {
  const [short, long] = papers[paper === 'Letter' ? 'Letter' : 'A4']
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  const {binding, bottom, side, top} = margins
  return {paper: [width, height], area: [width - 2 * side - binding, height - top - bottom]}
}

/** The inner margin of a page is wider, for holes or staples; on both sides of a sheet it is the same edge. */
export function bindingMargins(sides: PrintSettings['sides']): string {
  const inner = `${margins.side + margins.binding}mm`
  return sides === 'one'
    ? `@page{margin-left:${inner}}`
    : `@page:left{margin-right:${inner}}@page:right{margin-left:${inner}}`
}

const font = 'font-family:var(--sans);font-size:8pt;color:#52606d'

/** Size, margins, and at the foot the name of the handout and, at the outer edge, the page of how many. */
export function pageRules({paper, sides}: PrintSettings, orientation: Orientation, name: string): string {
  const {
    paper: [width, height],
  } = sheetOf(paper, orientation)
  const {bottom, side, top} = margins
  const box = (place: string, content: string) =>
    `@${place}{content:${content};${font};vertical-align:top;padding-top:5mm}`
  const foot = (inner: string, outer: string) =>
    box(`bottom-${inner}`, cssString(name)) + box(`bottom-${outer}`, 'counter(page) " / " counter(pages)')
  return [
    `@page{size:${width}mm ${height}mm;margin:${top}mm ${side}mm ${bottom}mm}`,
    ...(sides === 'one'
      ? [`@page{${foot('left', 'right')}}`]
      : [`@page:left{${foot('right', 'left')}}`, `@page:right{${foot('left', 'right')}}`]),
    bindingMargins(sides),
  ].join('\n')
}
