import type {Element} from 'hast'
import {h} from 'hastscript'

/**
 * Links that nobody sees to every id. Chromium writes a named destination only for an id that some link in the
 * document points to; it looks at the document and not at the layout, so the links need no box.
 */
export function renderAnchors(ids: Iterable<string>): Element {
  return h(
    'div',
    {className: 'anchors', ariaHidden: 'true', style: 'display:none'},
    Array.from(ids, (id) => h('a', {href: `#${id}`})),
  )
}
