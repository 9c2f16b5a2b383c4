import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import {isPauseMark} from '../blocks/pause.ts'
import {classNames} from '../class-names.ts'
import {append} from '../../model/append.ts'

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
  const all = stepsIn(body, walk.waiting)
  const steps = isContinued ? beginWithContent(body, all) : all
  // Where each waits alone, the order of the slide says as much.
  if (steps.some(({length}) => length > 1)) numberSteps(steps)
}

/** `seen`: how many pauses are over when the parent appears. */
function walkChildren(parent: Element, seen: number, walk: Walk): void {
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') {
      walk.isBegun ||= isSeen(child)
      return true
    }
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

/** What appears together, in the order of the slide; nothing appears as an empty frame whose first words come a step later. */
function stepsIn(body: Element, waiting: ReadonlyMap<Element, number>): Element[][] {
  const all = [...Map.groupBy(fragmentsIn(body), (one) => waiting.get(one) ?? one).values()]
  const steps: Element[][] = []
  for (const step of all.toReversed()) {
    const inside = new Set(step.flatMap((one) => one.children).flatMap((child) => fragmentsIn(child)))
    const next = step.some((one) => shows(one)) ? -1 : steps.findIndex((one) => one.some((other) => inside.has(other)))
    if (next >= 0) append(step, steps.splice(next, 1).flat())
    steps.unshift(step)
  }
  // What is empty need not be waited for; an item in `:::incremental` has its mark.
  const isEmpty = (one: Element) => waiting.has(one) && !shows(one) && fragmentsIn(one).length === 1
  const empty = new Set(steps.filter((step) => step.every((one) => isEmpty(one))))
  for (const step of empty) showNow(step)
  return steps.filter((step) => !empty.has(step))
}

/** A slide that goes on does not begin with a frame alone: what would come with its first step is there from the start. */
function beginWithContent(body: Element, steps: readonly Element[][]): readonly Element[][] {
  const [first, ...later] = steps
  if (!first || body.children.some((child) => isSeen(child))) return steps
  showNow(first)
  return beginWithContent(body, later)
}

/** Whether a fragment is seen when it has come and nothing inside of it has. */
const shows = (fragment: Element): boolean =>
  fragment.tagName === 'g' ||
  classNames(fragment).includes('code-step') ||
  fragment.children.some((child) => isSeen(child))

/** Stands again on each slide that goes on with something. */
const repeated: ReadonlySet<string> = new Set(['caption', 'colgroup', 'figcaption', 'thead'])
const pictures: ReadonlySet<string> = new Set(['img', 'mjx-container', 'svg'])

/** Whether there is something to look at before the first step: more than a frame. */
function isSeen(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  if (node.type !== 'element' || repeated.has(node.tagName)) return false
  const names = classNames(node)
  if (names.includes('fragment') || names.includes('container-title')) return false
  return pictures.has(node.tagName) || node.children.some((child) => isSeen(child))
}

function showNow(step: readonly Element[]): void {
  for (const one of step) one.properties['className'] = classNames(one).filter((name) => name !== 'fragment')
}

function fragmentsIn(node: ElementContent): Element[] {
  if (node.type !== 'element') return []
  const inner = node.children.flatMap((child) => fragmentsIn(child))
  return classNames(node).includes('fragment') ? [node, ...inner] : inner
}

/** reveal.js shows at once what has the same number, and what has none last: so all have one. */
function numberSteps(steps: readonly (readonly Element[])[]): void {
  for (const [number, step] of steps.entries()) for (const one of step) one.properties['dataFragmentIndex'] = number
}
