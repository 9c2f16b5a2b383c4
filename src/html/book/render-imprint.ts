import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Course} from '../../model/course.ts'
import {safeExternalUrl} from '../../model/safe-url.ts'
import type {Edition} from '../../model/output.ts'
import type {Locale} from '../../locale/words.ts'
import {joinNames} from '../../model/join-names.ts'

/** With a link where its URL can have one; never less than its name. */
function renderLicense({name, url}: Course['license']): Element | string {
  const href = safeExternalUrl(url)
  return href === undefined ? name || url : h('a', {href}, name || url)
}

/** Who made the course, when, and what one may do with it. */
export function renderImprint(course: Course, edition: Edition, locale: Locale): Element {
  const {words} = locale
  const {license} = course
  const rows: [string, Element | string][] = [
    [words.by, joinNames(course.authors, course.language)],
    [words.date, course.date],
    [words.license, renderLicense(license)],
    [words.identifier, course.identifier],
  ]
  const present = rows.filter(([, value]) => value !== '')
  return h('div', {className: 'imprint-content'}, [
    h('p', [h('strong', course.title), course.subtitle ? ` · ${course.subtitle}` : '']),
    h('p', edition === 'teacher' ? words.teacherEdition : words.studentEdition),
    h(
      'dl',
      present.flatMap(([name, value]) => [h('dt', name), h('dd', [value])]),
    ),
  ])
}
