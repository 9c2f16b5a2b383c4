import {areaOf, contains, identity, intersect, multiply, place, type Area, type Matrix} from './page-space.ts'
import {nameOf, type Operand} from './operands.ts'

/** Why words that stand on a page cannot be seen. */
export type Unseen = 'not drawn' | 'of no size' | 'clipped' | 'covered'

interface State {
  readonly matrix: Matrix
  /** Absent where nothing clips, or a path that is no rectangle. */
  readonly clip: Area | undefined
  readonly size: number
  readonly mode: number
  readonly isOpaque: boolean
}

interface Seen {
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface StepContext {
  /** Whether the words around are content, and no part of a picture. */
  readonly isTagged: boolean
  /** Of a graphics state by its name, for what is filled. */
  readonly opacityOf: (name: string) => number
}

/** In points. */
const leastSize = 1.5

/**
 * Follows where a page's words are drawn (ISO 32000-1, 8 and 9): each operator is told in its order. `unseen` says how many strings of
 * tagged text cannot be seen, and why. What is clipped by other paths than rectangles is not judged.
 */
export class TextWatch {
  readonly unseen = new Map<Unseen, number>()
  readonly #saved: State[] = []
  #state: State = {matrix: identity, clip: undefined, size: 0, mode: 0, isOpaque: true}
  #text: Matrix = identity
  #line: Matrix = identity
  #leading = 0
  #rectangles: Area[] = []
  #isOnlyRectangles = true
  #willClip = false
  #seen: Seen[] = []

  step(operator: string, operands: readonly Operand[], {isTagged, opacityOf}: StepContext): void {
    const numbers = operands.map((operand) => (typeof operand === 'number' ? operand : 0))
    if (this.#move(operator, numbers)) return
    switch (operator) {
      case 'q':
        this.#saved.push(this.#state)
        return
      case 'Q':
        this.#state = this.#saved.pop() ?? this.#state
        return
      case 'cm':
        this.#state = {...this.#state, matrix: multiply(matrixOf(numbers), this.#state.matrix)}
        return
      case 'Tr':
        this.#state = {...this.#state, mode: numbers[0] ?? 0}
        return
      case 'gs':
        this.#state = {...this.#state, isOpaque: opacityOf(nameOf(operands[0])) >= 1}
        return
      case 're':
        this.#rectangles.push(areaOf(this.#state.matrix, numbers))
        return
      case 'm':
        this.#isOnlyRectangles = false
        return
      case 'W':
      case 'W*':
        this.#willClip = true
        return
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (isTagged) this.#show()
        return
      default:
        if (paints.has(operator)) this.#paint(operator)
    }
  }

  /** What a form draws stands where its matrix puts it. */
  enter(matrix: readonly number[]): void {
    this.#saved.push(this.#state)
    if (matrix.length === 6) {
      this.#state = {...this.#state, matrix: multiply(matrixOf(matrix), this.#state.matrix)}
    }
  }

  leave(): void {
    this.#state = this.#saved.pop() ?? this.#state
  }

  /** Where the next words stand (9.4.2); true when the operator was one of these. */
  #move(operator: string, numbers: readonly number[]): boolean {
    switch (operator) {
      case 'BT':
        this.#line = identity
        break
      case 'Tm':
        this.#line = matrixOf(numbers)
        break
      case 'TL':
        this.#leading = numbers[0] ?? 0
        break
      case 'TD':
      case 'Td':
        if (operator === 'TD') this.#leading = -(numbers[1] ?? 0)
        this.#line = multiply([1, 0, 0, 1, numbers[0] ?? 0, numbers[1] ?? 0], this.#line)
        break
      case 'T*':
        this.#line = multiply([1, 0, 0, 1, 0, -this.#leading], this.#line)
        break
      case 'Tf':
        this.#state = {...this.#state, size: numbers[1] ?? 0}
        return true
      default:
        return false
    }
    this.#text = this.#line
    return true
  }

  #show(): void {
    const matrix = multiply(this.#text, this.#state.matrix)
    const [x, y] = place(matrix, 0, 0)
    const size = Math.abs(this.#state.size) * Math.hypot(matrix[2], matrix[3])
    const middle = y + size * 0.3
    if (this.#state.mode === 3 || this.#state.mode === 7) this.#add('not drawn')
    else if (size < leastSize) this.#add('of no size')
    else if (this.#state.clip && !contains(widened(this.#state.clip, size), x, middle)) this.#add('clipped')
    else this.#seen.push({x, y: middle, size})
  }

  #paint(operator: string): void {
    if (this.#willClip && this.#isOnlyRectangles) {
      const [first, ...others] = this.#rectangles
      if (first && others.length === 0) {
        const {clip} = this.#state
        this.#state = {...this.#state, clip: clip ? intersect(clip, first) : first}
      }
    }
    if (fills.has(operator) && this.#isOnlyRectangles && this.#state.isOpaque) {
      for (const area of this.#rectangles) this.#cover(area)
    }
    this.#rectangles = []
    this.#isOnlyRectangles = true
    this.#willClip = false
  }

  /** Underlines and the like are lower than what they underline. */
  #cover(area: Area): void {
    const {clip} = this.#state
    const painted = clip ? intersect(area, clip) : area
    const isCovered = ({size, x, y}: Seen) => painted.top - painted.bottom > size && contains(painted, x + 0.1, y)
    for (const one of this.#seen) if (isCovered(one)) this.#add('covered')
    this.#seen = this.#seen.filter((one) => !isCovered(one))
  }

  #add(why: Unseen): void {
    this.unseen.set(why, (this.unseen.get(why) ?? 0) + 1)
  }
}

const fills = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const paints = new Set([...fills, 'S', 's', 'n'])

const matrixOf = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix => [a, b, c, d, e, f]

/** Words may begin a little outside of what clips them. */
function widened(area: Area, by: number): Area {
  const {bottom, left, right, top} = area
  if (right - left <= 0 || top - bottom <= 0) return {left: 0, bottom: 0, right: -1, top: -1}
  return {left: left - by, bottom: bottom - by, right: right + by, top: top + by}
}
