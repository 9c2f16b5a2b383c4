import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, List, ListItem, ListMarker, Prose} from '../../model/block.ts'
import {blockProperties, claimId} from '../block-properties.ts'
import {announces} from '../inline/announces.ts'
import {renderSentences} from '../inline/render-sentences.ts'
import type {RenderContext, RenderInner} from '../render-context.ts'

const classes: Readonly<Partial<Record<ListMarker, string>>> = {annotation: 'annotations', reference: 'works'}

export function renderList(block: List, context: RenderContext, inner: RenderInner): Element {
  const isOrdered = !['bullet', 'label', 'reference'].includes(block.marker)
  const isTaskList = block.items.some((item) => item.checked !== undefined)
  const className = isTaskList ? 'task-list' : (classes[block.marker] ?? '')
  const properties = {
    ...blockProperties(block.id, context),
    ...(isOrdered && block.start !== 1 ? {start: block.start} : {}),
    ...(className ? {className} : {}),
    ...(block.marker === 'label' ? {style: 'list-style:none'} : {}),
    ...(block.marker === 'annotation' && block.start !== 1
      ? {style: `counter-reset:annotation ${block.start - 1}`}
      : {}),
  }
  const type = block.marker === 'letter' ? {type: 'A'} : {}
  const items = block.items.map((item) => renderItem({item, block}, context, inner))
  return h(isOrdered ? 'ol' : 'ul', {...properties, ...type}, items)
}

/** A task's box is a character with a name, not a form control: an e-book may have no inputs. */
function renderItem(
  {block, item}: {readonly block: List; readonly item: ListItem},
  context: RenderContext,
  inner: RenderInner,
): Element {
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
  const label = renderLabel(block, item)
  const className = item.isContinued ? 'continued-item' : item.checked === undefined ? '' : 'task'
  const properties = {
    ...(item.id ? claimId(item.id, context) : {}),
    ...(item.language ? {lang: item.language} : {}),
    ...(className ? {className} : {}),
  }
  const [first, ...rest] = item.blocks
  if (first?.type !== 'prose') return h('li', properties, [...box, ...inner(item.blocks)])
  const opening = [...box, ...label, ...renderSentences(first, context, 0)]
  return h('li', properties, [...inParagraph(opening, {first, rest}, context), ...inner(rest)])
}

/** A marker that is written as text. */
function renderLabel({marker}: List, {label}: ListItem): (ElementContent | string)[] {
  if (!label) return []
  return [h('span', {className: marker === 'label' ? 'item-label' : 'work-label'}, label), ' ']
}

/** Where other paragraphs follow; and on paper, where it announces what follows, so that it can be kept with that. */
function inParagraph(
  opening: readonly (ElementContent | string)[],
  {first, rest}: {readonly first: Prose; readonly rest: readonly Block[]},
  {medium}: RenderContext,
): (ElementContent | string)[] {
  if (medium === 'page' && rest.length > 0 && announces(first)) return [h('p', {className: 'introduces'}, [...opening])]
  return rest.some((block) => block.type === 'prose') ? [h('p', [...opening])] : [...opening]
}
