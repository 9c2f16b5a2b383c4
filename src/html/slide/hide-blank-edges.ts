import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {toString} from 'hast-util-to-string'

/** Hides the blank lines at the top and bottom of a piece of a listing: they part nothing there, but the code keeps them. */
export function hideBlankEdges(listing: Element): void {
  const code = findCode(listing)
  if (!code) return
  const isBlank = (child: ElementContent | undefined) =>
    child !== undefined &&
    !(child.type === 'element' ? toString(child) : child.type === 'text' ? child.value : '').trim()
  const first = code.children.findIndex((child) => !isBlank(child))
  const last = code.children.findLastIndex((child) => !isBlank(child))
  if (first < 0) return
  const {children} = code
  code.children = [
    ...hidden(children.slice(0, first)),
    ...children.slice(first, last + 1),
    ...hidden(children.slice(last + 1)),
  ]
}

const hidden = (children: ElementContent[]) =>
  children.length > 0 ? [h('span', {className: 'blank-edge'}, children)] : []

function findCode(element: Element): Element | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const found = child.tagName === 'code' ? child : findCode(child)
    if (found) return found
  }
  return undefined
}
