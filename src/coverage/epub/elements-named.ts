import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'

/** Elements of an XML document or below one of its elements, in order. */
export function elementsNamed(tree: Root | Element, name: string): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (element.name === name) found.push(element)
  })
  return found
}

/** The text right inside an element. */
export const ownText = (node: Element | undefined): string =>
  (node?.children ?? []).map((child) => (child.type === 'text' ? child.value : '')).join('')
