import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Blank} from '../../model/mdast.ts'
import type {RenderContext} from '../render-context.ts'

/** In em: a character is written larger than it is printed. */
const written = 1.25

/** A rule as long as the word that belongs there, which says that it is one; for the teacher the word itself, marked. */
export function renderBlank({length}: Blank, word: ElementContent[], {locale}: Pick<RenderContext, 'locale'>): Element {
  if (word.length > 0) return h('mark', {className: 'answer'}, word)
  const style = `width:${written * length}em`
  return h('span', {className: 'blank', role: 'img', ariaLabel: locale.words.blank, style})
}
