import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {List, ListItem} from '../../model/block.ts'
import {blockProperties} from '../block-properties.ts'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import type {RenderContext, RenderInner} from '../render-context.ts'

export function renderList(block: List, context: RenderContext, inner: RenderInner): Element {
  const isTaskList = block.items.some((item) => item.checked !== undefined)
  const className = isTaskList ? 'task-list' : block.marker === 'annotation' ? 'annotations' : ''
  const properties = {
    ...blockProperties(block.id, context),
    ...(block.marker !== 'bullet' && block.start !== 1 ? {start: block.start} : {}),
    ...(className ? {className} : {}),
    ...(block.marker === 'annotation' && block.start !== 1
      ? {style: `counter-reset:annotation ${block.start - 1}`}
      : {}),
  }
  const type = block.marker === 'letter' ? {type: 'A'} : {}
  const items = block.items.map((item) => renderItem(item, context, inner))
  return h(block.marker === 'bullet' ? 'ul' : 'ol', {...properties, ...type}, items)
}

/** A task's box is a character with a name, not a form control: an e-book may have no inputs. */
function renderItem(item: ListItem, context: RenderContext, inner: RenderInner): Element {
  const {done, open} = context.locale.words
  const box =
    item.checked === undefined
      ? []
      : [h('span', {role: 'img', ariaLabel: item.checked ? done : open}, item.checked ? '☑' : '☐'), ' ']
  const [first, ...rest] = item.blocks
  if (first?.type !== 'prose') return h('li', [...box, ...inner(item.blocks)])
  const lead: ElementContent[] = renderPhrasing(first.children, context)
  const isLoose = rest.some((block) => block.type === 'prose')
  const opening = isLoose ? [h('p', [...box, ...lead])] : [...box, ...lead]
  return h('li', [...opening, ...inner(rest)])
}
