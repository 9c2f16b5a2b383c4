import type {Element} from 'hast'
import {h} from 'hastscript'

/** From one line to the next, in mm: as in the exercise books of the country. */
export const lineHeight = 8

/** Lines to write on. With a name they are content: a reader who does not see them is told what is left open. */
export function renderLines(count: number, name = ''): Element {
  const lines = Array.from({length: count}, () => h('div', {className: 'ruled-line'}))
  return h('div', {className: 'ruled', ...(name ? {role: 'img', ariaLabel: name} : {ariaHidden: 'true'})}, lines)
}
