/** PDF 32000-1, 8.3.3: a b c d e f. */
type Matrix = readonly [number, number, number, number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const placed = /^(?<numbers>(?:-?[\d.]+ ){6})(?<operator>cm|Tm)$/u

/**
 * How high above the foot of the sheet, in points, the text objects of a page begin, by the line of their `BT`. The content is as
 * Skia writes it: an operator on each line, but for `Td` and what it moves along the line of text.
 */
export function textHeights(lines: readonly string[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>()
  const saved: Matrix[] = []
  let matrix = identity
  let begin = 0
  for (const [index, line] of lines.entries()) {
    if (line === 'q') saved.push(matrix)
    else if (line === 'Q') matrix = saved.pop() ?? identity
    else if (line === 'BT') begin = index
    const {numbers, operator} = placed.exec(line)?.groups ?? {}
    if (numbers === undefined) continue
    const own = multiply(numbers.trim().split(' ').map(Number) as unknown as Matrix, matrix)
    if (operator === 'cm') matrix = own
    else if (!heights.has(begin)) heights.set(begin, own[5])
  }
  return heights
}

function multiply([a, b, c, d, e, f]: Matrix, [ra, rb, rc, rd, re, rf]: Matrix): Matrix {
  return [
    a * ra + b * rc,
    a * rb + b * rd,
    c * ra + d * rc,
    c * rb + d * rd,
    e * ra + f * rc + re,
    e * rb + f * rd + rf,
  ]
}
