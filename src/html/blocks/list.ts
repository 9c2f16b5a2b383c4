import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {List, ListItem, ListMarker} from '../../model/block.ts'
import {blockProperties, claimId} from '../block-properties.ts'
import {renderSentences} from '../inline/render-sentences.ts'
import type {RenderContext, RenderInner} from '../render-context.ts'

const classes: Readonly<Partial<Record<ListMarker, string>>> = {annotation: 'annotations', reference: 'works'}

export function renderList(block: List, context: RenderContext, inner: RenderInner): Element {
  const isOrdered = block.marker !== 'bullet' && block.marker !== 'reference'
  const isTaskList = block.items.some((item) => item.checked !== undefined)
  const className = isTaskList ? 'task-list' : (classes[block.marker] ?? '')
  const properties = {
    ...blockProperties(block.id, context),
    ...(isOrdered && block.start !== 1 ? {start: block.start} : {}),
    ...(className ? {className} : {}),
    ...(block.marker === 'annotation' && block.start !== 1
      ? {style: `counter-reset:annotation ${block.start - 1}`}
      : {}),
  }
  const type = block.marker === 'letter' ? {type: 'A'} : {}
  const items = block.items.map((item) => renderItem(item, context, inner))
  return h(isOrdered ? 'ol' : 'ul', {...properties, ...type}, items)
}

/** A task's box is a character with a name, not a form control: an e-book may have no inputs. */
function renderItem(item: ListItem, context: RenderContext, inner: RenderInner): Element {
  const {done, open} = context.locale.words
  const box =
    item.checked === undefined
      ? []
      : [
          h(
            'span',
            {className: 'task-box', role: 'img', ariaLabel: item.checked ? done : open},
            item.checked ? '✓' : ' ',
          ),
          ' ',
        ]
  const label = item.label
    ? [h('span', {className: 'work-label'}, item.label), {type: 'text' as const, value: ' '}]
    : []
  const className = item.isContinued ? 'continued-item' : item.checked === undefined ? '' : 'task'
  const properties = {...(item.id ? claimId(item.id, context) : {}), ...(className ? {className} : {})}
  const [first, ...rest] = item.blocks
  if (first?.type !== 'prose') return h('li', properties, [...box, ...inner(item.blocks)])
  const lead: ElementContent[] = [...label, ...renderSentences(first, context, 0)]
  const isLoose = rest.some((block) => block.type === 'prose')
  const opening = isLoose ? [h('p', [...box, ...lead])] : [...box, ...lead]
  return h('li', properties, [...opening, ...inner(rest)])
}
