import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Handout} from './handout.ts'
import {joinNames} from '../../model/join-names.ts'

/** One line at the head of the first page. */
export function renderTitle(handout: Handout): Element {
  const {authors, date, language, subtitle, title} = handout.course
  const line = [subtitle, joinNames(authors, language), date, editionName(handout)]
  return h('header', {className: 'handout-title'}, [h('h1', title), h('p', line.filter(Boolean).join(' · '))])
}

export const editionName = ({deck, locale: {words}}: Pick<Handout, 'deck' | 'locale'>): string =>
  deck.edition === 'teacher' ? words.teacherEdition : words.studentEdition
