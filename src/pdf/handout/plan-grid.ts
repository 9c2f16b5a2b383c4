import type {Paper} from '../../model/print-settings.ts'
import type {Orientation} from './handout.ts'
import {sheetOf} from './page-rules.ts'

/** In mm: the title on the first page, what stands below a slide, and between two. */
export const titleHeight = 13
export const captionHeight = 7
const gap = 7

export interface Grid {
  readonly columns: number
  readonly rows: number
  readonly orientation: Orientation
  /** Of a slide, in mm. */
  readonly width: number
}

/** A page that lies must make slides so much larger than one that stands. */
const worthTurning = 1.15

/** The columns and rows for so many slides of a shape (width by height) that make them largest. */
export function planGrid(count: number, aspect: number, paper: Paper): Grid {
  const best = (orientation: Orientation) => {
    const divisors = Array.from({length: count}, (_value, index) => index + 1).filter((one) => count % one === 0)
    const grids = divisors.map((columns) => gridOf(columns, count / columns, {aspect, orientation, paper}))
    return grids.reduce((largest, grid) => (grid.width > largest.width ? grid : largest))
  }
  const [portrait, landscape] = [best('portrait'), best('landscape')]
  return landscape.width > worthTurning * portrait.width ? landscape : portrait
}

interface Shape {
  readonly aspect: number
  readonly orientation: Orientation
  readonly paper: Paper
}

function gridOf(columns: number, rows: number, {aspect, orientation, paper}: Shape): Grid {
  const [width, height] = sheetOf(paper, orientation).area
  const cell = (width - (columns - 1) * gap) / columns
  const row = (height - titleHeight - (rows - 1) * gap) / rows - captionHeight
  return {columns, rows, orientation, width: Math.min(cell, row * aspect)}
}
