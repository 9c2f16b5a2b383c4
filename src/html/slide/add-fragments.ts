import type {Element} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import {isPauseMark} from '../blocks/pause.ts'
import {classNames} from '../class-names.ts'
import {append} from '../../model/append.ts'

/** What appears one by one: items of lists, entries of definition lists, rows of tables. */
const parts: Readonly<Record<string, string>> = {ul: 'li', ol: 'li', dl: 'div', tbody: 'tr'}

/**
 * Makes fragments of what stands in `:::incremental`: the parts of a list or table, the groups of a drawing after the first,
 * anything else as a whole.
 */
export function addFragments(element: Element): void {
  visit(element, 'element', (node) => {
    if (!classNames(node).includes('incremental')) return
    for (const child of elementsIn(node)) if (!isPauseMark(child)) addSteps(child)
  })
}

function addSteps(element: Element): void {
  const containers = [element, ...elementsIn(element)].filter(({tagName}) => parts[tagName])
  const steps = [
    ...containers.flatMap((one) => elementsIn(one).filter(({tagName}) => tagName === parts[one.tagName])),
    ...layersIn(element),
  ]
  for (const step of steps.length > 0 ? steps : [element]) {
    step.properties['className'] = [...classNames(step), 'fragment']
  }
}

/** The first group of a drawing is what the others are drawn upon. */
function layersIn(element: Element): Element[] {
  const layers: Element[] = []
  visit(element, 'element', (node) => {
    if (node.tagName !== 'svg') return undefined
    append(
      layers,
      elementsIn(node)
        .filter(({tagName}) => tagName === 'g')
        .slice(1),
    )
    return SKIP
  })
  return layers
}

const elementsIn = (element: Element) => element.children.filter((child): child is Element => child.type === 'element')
