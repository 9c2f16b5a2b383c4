import {toString} from 'mdast-util-to-string'
import type {Index, IndexEntry, IndexGroup, IndexPlace} from '../../model/block.ts'
import type {Chapter, Reference, Section} from '../../model/course.ts'
import type {InlineRole} from '../../model/mdast.ts'
import type {Audience, Output} from '../../model/output.ts'
import {ownPhrasing, descend, descendPhrasing} from '../../model/walk.ts'
import {everybody} from '../audience.ts'
import {nowhere} from './back-matter-chapter.ts'
import {initialOf} from './initial-of.ts'

/** Slides have neither pages nor room for it. */
const indexed: readonly Output[] = ['epub', 'pdf']
export const indexAudience: Audience = {...everybody, outputs: indexed, rules: [{name: 'index', line: 1}]}

/**
 * The index of a course, from `:index[…]` and `:term[…]` in what everybody's book shows; `undefined` when there is none.
 * Gives each marked place an id. Sorted by the collation of the language: pinyin for Chinese (ICU).
 */
export function buildIndex(
  chapters: readonly Chapter[],
  language: string,
  references: Map<string, Reference>,
): Index | undefined {
  const collator = new Intl.Collator(language.startsWith('zh') ? 'zh-u-co-pinyin' : language, {numeric: true})
  const entries = new Map<string, {sort: string; see: string; places: IndexPlace[]}>()
  let count = 0
  for (const {node, place} of chapters.flatMap((chapter) => marksOf(chapter))) {
    const attributes = node.attributes ?? {}
    const term = attributes['as'] || toString(node)
    const entry = entries.get(term) ?? {sort: term, see: '', places: []}
    if (attributes['sort']) entry.sort = attributes['sort']
    if (attributes['see']) entry.see = attributes['see']
    else entry.places.push(markPlace(node, place, {number: ++count, references}))
    entries.set(term, entry)
  }
  if (entries.size === 0) return undefined
  const sorted = Array.from(entries, ([term, entry]) => ({term, ...entry})).toSorted((a, b) =>
    collator.compare(a.sort, b.sort),
  )
  return {
    type: 'index',
    id: 'back-index-entries',
    position: nowhere,
    audience: indexAudience,
    groups: group(sorted, language),
  }
}

interface Mark {
  readonly node: InlineRole
  readonly place: {readonly chapter: Chapter; readonly section: string}
}

function marksOf(chapter: Chapter): Mark[] {
  const inSection = (section: Section): Mark[] => [
    ...marksIn(section, {chapter, section: section.number || chapter.shortTitle}),
    ...section.sections.flatMap(inSection),
  ]
  return [
    ...marksIn(chapter, {chapter, section: chapter.number || chapter.shortTitle}),
    ...chapter.sections.flatMap(inSection),
  ]
}

function marksIn({blocks}: Pick<Section, 'blocks'>, place: Mark['place']): Mark[] {
  return Array.from(descend(blocks)).flatMap((block) => {
    const {editions, outputs} = block.audience
    const isShown = editions.includes('student') && indexed.every((output) => outputs.includes(output))
    if (!isShown) return []
    return Array.from(descendPhrasing(ownPhrasing(block))).flatMap((node) =>
      node.type === 'inlineRole' && (node.role === 'index' || node.role === 'term') ? [{node, place}] : [],
    )
  })
}

function markPlace(
  node: InlineRole,
  {chapter, section}: Mark['place'],
  {number, references}: {readonly number: number; readonly references: Map<string, Reference>},
): IndexPlace {
  const own = node.data?.attributes
  const id = own?.id || `ix-${number}`
  node.data = {...node.data, attributes: {classes: [], values: {}, ...own, id}}
  references.set(id, {id, label: section, chapter: chapter.id})
  return {id, section}
}

function group(entries: readonly (IndexEntry & {readonly sort: string})[], language: string): IndexGroup[] {
  const groups = Map.groupBy(entries, ({sort}) => initialOf(sort, language))
  return Array.from(groups, ([heading, members]) => ({
    heading,
    entries: members.map(({places, see, term}) => ({term, see, places})),
  })).toSorted((a, b) => a.heading.localeCompare(b.heading, 'en'))
}
