import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {RawHtml} from '../../model/block.ts'
import {safeExternalUrl} from '../../model/safe-url.ts'
import {blockProperties} from '../block-properties.ts'
import type {RenderContext} from '../render-context.ts'

/** Raw HTML with its links inside the course as this output has them; what it does not hold is no link. */
export function renderRawHtml(block: RawHtml, context: RenderContext): Element {
  const tree = structuredClone(block.tree)
  visit(tree, 'element', (element) => {
    const {href} = element.properties
    if (typeof href !== 'string') return
    const here = href.startsWith('#') ? context.href(href.slice(1)) : safeExternalUrl(href)
    if (here) {
      element.properties['href'] = here
      return
    }
    delete element.properties['href']
    if (element.tagName === 'a') element.tagName = 'span'
  })
  return h('div', {...blockProperties(block.id, context), className: 'raw'}, tree.children as ElementContent[])
}
