import {least, greatest} from '../../../../model/greatest.ts'
/** A matrix of PDF, [a b c d e f] (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `one`, then `other`. */
export function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one
  const [g, h, i, j, k, l] = other
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

export const place = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

export interface Area {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Where a rectangle of user space stands on the page: the box around it. */
export function areaOf(matrix: Matrix, [x, y, width, height]: readonly number[]): Area {
  const [left = 0, bottom = 0, across = 0, up = 0] = [x, y, width, height]
  const corners = [
    place(matrix, left, bottom),
    place(matrix, left + across, bottom),
    place(matrix, left, bottom + up),
    place(matrix, left + across, bottom + up),
  ]
  const [xs, ys] = [corners.map(([one]) => one), corners.map(([, one]) => one)]
  return {left: least(xs), bottom: least(ys), right: greatest(xs), top: greatest(ys)}
}

export const intersect = (one: Area, other: Area): Area => ({
  left: Math.max(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.min(one.right, other.right),
  top: Math.min(one.top, other.top),
})

export const contains = ({bottom, left, right, top}: Area, x: number, y: number): boolean =>
  x >= left && x <= right && y >= bottom && y <= top
