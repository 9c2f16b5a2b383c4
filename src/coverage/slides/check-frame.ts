import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Chapter, Course} from '../../model/course.ts'
import {allBlocks} from '../../model/walk.ts'
import {localeFor} from '../../locale/locale.ts'
import {normalizeText} from '../normalize-text.ts'
import {hasClass} from '../observers/read-hast-text.ts'

const problem = (reason: string, unit?: string): ArtifactProblem => ({
  ruleId: 'block-is-covered',
  reason,
  ...(unit ? {unit} : {}),
})

/**
 * What lectern itself puts into a deck has to be there: its title, an agenda of all chapters, the objectives of each chapter that
 * stands in it, `2/3` that counts the slides of a topic, how long each slide takes, and slides that reveal.js shows.
 */
export function checkFrame(name: string, tree: Root, course: Course): ArtifactProblem[] {
  const sections = sectionsOf(tree)
  const isWhole = name === 'index.html' || name === 'deck.html'
  return [
    ...checkTitle(tree, course),
    ...(isWhole ? [...checkOpening(sections[0], course), ...checkAgenda(sections, course)] : []),
    ...course.chapters.flatMap((chapter) => checkObjectives(sections, chapter)),
    ...checkParts(sections),
    ...sections.flatMap((section) => checkShown(section)),
    ...checkMinutes(tree, course),
  ]
}

function sectionsOf(tree: Root): Element[] {
  const sections: Element[] = []
  visit(tree, 'element', (element) => {
    if (element.tagName === 'section') sections.push(element)
  })
  return sections
}

function find(within: Root | Element, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(within, 'element', (element) => {
    if (wanted(element)) found.push(element)
  })
  return found
}

const textOf = (element: Element | undefined) => (element ? normalizeText(toString(element)) : '')

/** In the window's title, beside that of a chapter in its own deck. */
function checkTitle(tree: Root, course: Course): ArtifactProblem[] {
  const title = textOf(find(tree, ({tagName}) => tagName === 'title')[0])
  if (title.includes(normalizeText(course.title))) return []
  return [{ruleId: 'file-is-described', reason: `标题是 “${title}” / Unexpected title “${title}”`}]
}

function checkOpening(first: Element | undefined, {authors, title}: Course): ArtifactProblem[] {
  const said = textOf(first)
  const lost = [title, ...authors].map((text) => normalizeText(text)).find((text) => !said.includes(text))
  return lost === undefined ? [] : [problem(`首张没有 / The first slide does not say “${lost}”`)]
}

function checkAgenda(sections: readonly Element[], {chapters}: Course): ArtifactProblem[] {
  const lists = sections.flatMap((section) => find(section, ({properties}) => properties['dataBlock'] === 'agenda'))
  const isItem = (element: Element) => element.tagName === 'li' && !hasClass(element, 'continued-item')
  const found = lists.flatMap((list) => find(list, isItem))
  const wanted = chapters.filter(({role}) => role === 'chapter').length
  return found.length === wanted ? [] : [problem(`内容页有 ${found.length} 章，应为 / Agenda: expected ${wanted}`)]
}

/** Of a chapter whose divider stands here. */
function checkObjectives(sections: readonly Element[], {id, objectives}: Chapter): ArtifactProblem[] {
  if (objectives.length === 0 || !sections.some(({properties}) => properties['id'] === id)) return []
  const lists = sections.flatMap((section) =>
    find(section, ({properties}) => properties['dataBlock'] === `${id}-objectives`),
  )
  const said = lists.map((list) => textOf(list)).join('')
  const lost = objectives.map(({text}) => normalizeText(text)).find((text) => !said.includes(text))
  return lost === undefined ? [] : [problem(`缺少目标 / Missing objective: “${lost}”`, id)]
}

/** `2/3` follows `1/3`, and the last of them is `3/3`. */
function checkParts(sections: readonly Element[]): ArtifactProblem[] {
  const parts = sections.map((section) => textOf(find(section, (element) => hasClass(element, 'part'))[0]))
  return parts.flatMap((part, index) => {
    if (!part) return []
    const [place = 0, count = 0] = part.split('/').map(Number)
    const [before, after] = [parts[index - 1], parts[index + 1]]
    const isFirst = place === 1 || before === `${place - 1}/${count}`
    const isLast = place === count || after === `${place + 1}/${count}`
    if (place >= 1 && place <= count && isFirst && isLast) return []
    return [problem(`第 ${index + 1} 张的序号不对 / Slide ${index + 1}: wrong part “${part}”`)]
  })
}

/** reveal.js takes slides away that are hidden, and a style of the slide itself would stay. */
function checkShown({properties}: Element): ArtifactProblem[] {
  const {dataTiming, dataVisibility, id, style} = properties
  const isHidden = dataVisibility === 'hidden' || /display:\s*none|visibility:\s*hidden/u.test(style ?? '')
  return [
    ...(isHidden ? [problem(`${String(id)}: 放映时看不到 / is never shown`)] : []),
    ...(Number(dataTiming) > 0 ? [] : [problem(`${String(id)}: 没有用时 / has no time`)]),
  ]
}

/** The minutes that an author gives notes, wherever those stand. */
function checkMinutes(tree: Root, course: Course): ArtifactProblem[] {
  const {words} = localeFor(course)
  const blocks = find(tree, ({properties}) => 'dataBlock' in properties)
  const texts = new Map(blocks.map((element) => [element.properties['dataBlock'], textOf(element)]))
  return course.chapters.flatMap((chapter) =>
    [...allBlocks(chapter)].flatMap((block) => {
      if (block.type !== 'speakerNotes' || !block.minutes) return []
      const said = texts.get(block.id)
      const wanted = normalizeText(words.minutes(block.minutes))
      return said === undefined || said.includes(wanted) ? [] : [problem(`备注没有用时 / No “${wanted}”`, block.id)]
    }),
  )
}
