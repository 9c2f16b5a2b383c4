import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import {classNames} from '../class-names.ts'

/** How many steps a slide takes after the one it begins with: as in the deck, each fragment is one. */
export function countSteps(slide: Element): number {
  return elementsWith(slide, 'fragment').length
}

/**
 * Makes a slide stand as it does in the deck after some of its steps: what comes later is not seen, and of a listing with
 * steps the lines of the last one stand out.
 */
export function showSteps(slide: Element, shown: number): void {
  const fragments = elementsWith(slide, 'fragment')
  const hidden = new Set(fragments.slice(shown))
  for (const fragment of hidden) fragment.properties['style'] = 'visibility:hidden'
  for (const listing of elementsWith(slide, 'listing')) {
    const step = elementsWith(listing, 'code-step').findLast((one) => !hidden.has(one))
    if (!step) continue
    const bright = String(step.properties['dataLines']).split(' ')
    const lines = elementsWith(listing, 'line').filter((_line, index) => !bright.includes(String(index)))
    for (const line of lines) line.properties['className'] = [...classNames(line), 'dimmed']
  }
}

function elementsWith(root: Element, name: string): Element[] {
  const found: Element[] = []
  visit(root, 'element', (element) => {
    if (classNames(element).includes(name)) found.push(element)
  })
  return found
}
