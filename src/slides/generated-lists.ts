import type {PhrasingContent} from 'mdast'
import type {List, SpeakerNotes} from '../model/block.ts'
import type {Chapter, Course} from '../model/course.ts'
import {editions, outputs} from '../model/output.ts'
import {listedTitle} from '../model/plain-title.ts'

/** The chapters of a course as a list of links; an ordinary block, so that it is measured and cut like any other. */
export function agendaList(course: Course): List {
  const chapters = course.chapters.filter(({role}) => role === 'chapter')
  const items = chapters.map(({id, label, part, title}): PhrasingContent[] => {
    const before = [part, label].filter(Boolean).join(' · ')
    return [
      {type: 'text', value: `${before}　`},
      {type: 'link', url: `#${id}`, children: listedTitle(title, course.references)},
    ]
  })
  return generatedList('agenda', items)
}

/** The lectures of `course.yml` with their minutes (′ needs no language): what the lecturer sees beside the chapters. */
export function lecturePlan(course: Course): SpeakerNotes[] {
  const items = (course.lectures ?? []).map(({minutes, title}): PhrasingContent[] => [
    {type: 'text', value: `${title}　${minutes}′`},
  ])
  const list = generatedList('lectures', items)
  const {audience, position} = list
  return items.length > 0 ? [{type: 'speakerNotes', id: 'lecture-plan', audience, position, blocks: [list]}] : []
}

/** The objectives of a chapter as a list. */
export function objectivesList(chapter: Chapter): List {
  const items = chapter.objectives.map(({text}): PhrasingContent[] => [{type: 'text', value: text}])
  return generatedList(`${chapter.id}-objectives`, items)
}

function generatedList(id: string, items: readonly PhrasingContent[][]): List {
  const position = {start: {line: 1, column: 1}, end: {line: 1, column: 1}}
  const base = {position, audience: {outputs, editions, rules: []}}
  return {
    type: 'list',
    id,
    ...base,
    marker: 'bullet',
    start: 1,
    items: items.map((children, index) => ({
      blocks: [{type: 'prose', id: `${id}-${index + 1}`, ...base, children}],
      position,
    })),
  }
}
