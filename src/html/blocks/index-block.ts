import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Index, IndexEntry, IndexPlace} from '../../model/block.ts'
import {blockProperties} from '../block-properties.ts'
import type {RenderContext} from '../render-context.ts'

/** The index: a place is the number of its section, or of its page where the output has pages. */
export function renderIndex(block: Index, context: RenderContext): Element {
  return h(
    'div',
    {...blockProperties(block.id, context), className: 'index'},
    block.groups.map(({entries, heading}) =>
      h('div', {className: 'index-group'}, [
        h('p', {className: 'index-heading'}, heading),
        h(
          'ul',
          entries.map((entry) => renderEntry(entry, context)),
        ),
      ]),
    ),
  )
}

function renderEntry({places, see, term}: IndexEntry, context: RenderContext): Element {
  const links = places.flatMap((place, index): ElementContent[] => [
    ...(index > 0 ? [h('span', ', ')] : []),
    renderPlace(place, context),
  ])
  return h('li', [
    h('span', {className: 'index-term'}, term),
    ...(links.length > 0 ? ['　', h('span', {className: 'index-places'}, links)] : []),
    ...(see ? ['　', h('span', {className: 'index-see'}, context.locale.words.see(see))] : []),
  ])
}

function renderPlace({id, section}: IndexPlace, context: RenderContext): Element {
  const href = context.href(id)
  const page = context.medium === 'page' ? {dataPageOf: id} : {}
  return href ? h('a', {href, ...page}, section) : h('span', section)
}
