import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'

export type Cell = Element | string | readonly (ElementContent | string)[]

/** A table in a box of its own that scrolls, named for those who cannot see it. The first cell of a row is its heading. */
export function renderTable(label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Element {
  return h('div', {className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: label}, [
    h('table', [
      h('thead', [
        h(
          'tr',
          head.map((name) => h('th', {scope: 'col'}, name)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell, index) => h(index === 0 ? 'th' : 'td', index === 0 ? {scope: 'row'} : {}, contentOf(cell))),
          ),
        ),
      ),
    ]),
  ])
}

function contentOf(cell: Cell): (ElementContent | string)[] {
  if (typeof cell === 'string') return [cell]
  return Array.isArray(cell) ? [...(cell as readonly (ElementContent | string)[])] : [cell as Element]
}
