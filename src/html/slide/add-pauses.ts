import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import {isPauseMark} from '../blocks/pause.ts'
import {classNames} from '../class-names.ts'

interface Walk {
  /** How many pauses have been passed. */
  passed: number
  /** Whether a pause stands before what comes next. */
  isPaused: boolean
  /** Whether there is something to look at while a pause lasts. */
  isBegun: boolean
  /** What appears after a pause, with its number. */
  readonly waiting: Map<Element, number>
}

/**
 * Makes steps of the pauses in a slide's body and takes their marks away: what follows one on the slide, up to the next, appears
 * in one step, also where the pause stands in a container, column or item. A pause that nothing follows is no step, nor are two in a row
 * more than one; nor is one at the head of a slide that continues another, which has been waited for on that.
 */
export function addPauses(body: Element, {isContinued}: {readonly isContinued: boolean}): void {
  const walk: Walk = {passed: 0, isPaused: false, isBegun: !isContinued, waiting: new Map()}
  walkChildren(body, 0, walk)
  if (walk.waiting.size > 0) numberSteps(body, walk.waiting)
}

/** `seen`: how many pauses are over when the parent appears. */
function walkChildren(parent: Element, seen: number, walk: Walk): void {
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true
    if (isPauseMark(child)) walk.isPaused = walk.isBegun
    else meet(child, seen, walk)
    return !isPauseMark(child)
  })
}

function meet(element: Element, seen: number, walk: Walk): void {
  if (walk.isPaused) walk.passed++
  walk.isPaused = false
  if (walk.passed > seen && !classNames(element).includes('fragment')) {
    element.properties['className'] = [...classNames(element), 'fragment']
    walk.waiting.set(element, walk.passed)
  }
  if (holdsPause(element)) walkChildren(element, walk.passed, walk)
  else if (!classNames(element).includes('container-title')) walk.isBegun = true
}

function holdsPause(element: Element): boolean {
  let found = false
  visit(element, 'element', (inner) => {
    if (isPauseMark(inner)) found = true
  })
  return found
}

/** Steps in the order of the slide: reveal.js shows at once what has the same number, and counts what has none last. */
function numberSteps(body: Element, waiting: ReadonlyMap<Element, number>): void {
  const numbers = new Map<number, number>()
  let next = 0
  visit(body, 'element', (element) => {
    if (!classNames(element).includes('fragment')) return
    const pause = waiting.get(element)
    const number = (pause === undefined ? undefined : numbers.get(pause)) ?? next++
    if (pause !== undefined) numbers.set(pause, number)
    element.properties['dataFragmentIndex'] = number
  })
}
