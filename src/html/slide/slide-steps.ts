import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import {classNames} from '../class-names.ts'

/** How many steps a slide takes after the one it begins with: as in the deck, fragments of one number are one. */
export function countSteps(slide: Element): number {
  return new Set(stepsOf(slide).values()).size
}

/**
 * Makes a slide stand as it does in the deck after some of its steps: what comes later is not seen, and of a listing with
 * steps the lines of the last one stand out.
 */
export function showSteps(slide: Element, shown: number): void {
  const steps = stepsOf(slide)
  const isHidden = (fragment: Element) => (steps.get(fragment) ?? -1) >= shown
  for (const fragment of steps.keys()) {
    if (!isHidden(fragment)) continue
    // Its place in a layout stays as it is.
    fragment.properties['style'] = [fragment.properties['style'], 'visibility:hidden'].filter(Boolean).join(';')
  }
  for (const listing of elementsWith(slide, 'listing')) {
    const step = elementsWith(listing, 'code-step').findLast((one) => !isHidden(one))
    if (!step) continue
    const bright = String(step.properties['dataLines']).split(' ')
    const lines = elementsWith(listing, 'line').filter((_line, index) => !bright.includes(String(index)))
    for (const line of lines) line.properties['className'] = [...classNames(line), 'dimmed']
  }
}

/** The step of each fragment, from 0: the number that it bears, else its place among them. */
function stepsOf(slide: Element): ReadonlyMap<Element, number> {
  return new Map(
    elementsWith(slide, 'fragment').map((fragment, index) => {
      const number = fragment.properties['dataFragmentIndex']
      return [fragment, number === undefined ? index : Number(number)]
    }),
  )
}

function elementsWith(root: Element, name: string): Element[] {
  const found: Element[] = []
  visit(root, 'element', (element) => {
    if (classNames(element).includes(name)) found.push(element)
  })
  return found
}
