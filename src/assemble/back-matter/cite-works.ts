import {hash} from 'node:crypto'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {CitationCluster, Cite, RenderedWork} from '../../model/bibliography.ts'
import type {List} from '../../model/block.ts'
import type {Chapter, Reference} from '../../model/course.ts'
import type {Citation} from '../../model/mdast.ts'
import type {Audience} from '../../model/output.ts'
import type {ParsedChapter} from '../../model/parsed.ts'
import {phrasingOf} from '../../model/walk.ts'
import {everybody, unite} from '../audience.ts'
import {nowhere} from './back-matter-chapter.ts'

export interface CiteParts {
  readonly chapters: readonly Chapter[]
  /** Chapters with copies of them, which have the same citations for other readers. */
  readonly released: readonly Chapter[]
  readonly parsed: readonly ParsedChapter[]
  readonly cite: Cite
  readonly keys: ReadonlySet<string>
  /** Where the list of works is going to stand: a chapter's id. */
  readonly home: string
  /** BCP 47 language of the course. */
  readonly language: string
  readonly references: Map<string, Reference>
}

/**
 * Formats the citations of chapters in their order, points each at its first work, and gives the list of the works, or
 * `undefined` when nothing is cited. A citation with an unknown key is reported and stays as it is typed.
 */
export function citeWorks(parts: CiteParts): List | undefined {
  const {chapters, cite, home, keys, language, parsed, references, released} = parts
  const found = chapters.flatMap((chapter) => citationsOf(chapter))
  for (const {chapter, node} of found) reportUnknown(node, {chapter, parsed, keys})
  const known = found.filter(({node}) => isKnown(node, keys))
  if (known.length === 0) return undefined
  const nodes = new Set(known.map(({node}) => node))
  const {citations, works} = cite(known.map(({node}) => node))
  for (const [index, {node}] of known.entries()) {
    node.children = [...(citations[index] ?? [])]
    node.targets = node.works.map(({key}) => entryId(key, home))
  }
  for (const {key, label, short} of works) {
    const id = entryId(key, home)
    references.set(id, {id, label: label || key, chapter: home, short})
  }
  const again = released.flatMap((chapter) => citationsOf(chapter)).filter(({node}) => nodes.has(node))
  // A work is listed for all who see one of its citations.
  const readersOf = (key: string) =>
    unite(
      [...known, ...again].flatMap(({audience, node}) =>
        node.works.some((work) => work.key === key) ? [audience] : [],
      ),
    )
  const readers = new Map(works.map(({key}) => [key, readersOf(key)]))
  return listOf(works, {home, language, readers})
}

/** Citations of chapters that have one list of works, in their order: those that are given to `cite` together. */
export function clustersOf(chapters: readonly Chapter[], keys: ReadonlySet<string>): readonly CitationCluster[] {
  return chapters.flatMap((chapter) => citationsOf(chapter)).flatMap(({node}) => (isKnown(node, keys) ? [node] : []))
}

const isKnown = (node: Citation, keys: ReadonlySet<string>) => node.works.every(({key}) => keys.has(key))

interface Found {
  readonly chapter: Chapter
  readonly node: Citation
  readonly audience: Audience
}

function citationsOf(chapter: Chapter): Found[] {
  const notes = chapter.footnotes.map(({blocks}) => ({blocks, sections: []}))
  return [chapter, ...notes].flatMap((outline) =>
    Array.from(phrasingOf(outline)).flatMap(({audience = everybody, node}) =>
      node.type === 'citation' ? [{chapter, node, audience}] : [],
    ),
  )
}

function reportUnknown(
  node: Citation,
  {chapter, keys, parsed}: Pick<CiteParts, 'keys' | 'parsed'> & {readonly chapter: Chapter},
): void {
  const file = parsed.find((one) => one.file.path === chapter.sourcePath)?.file
  for (const {key} of node.works) {
    if (keys.has(key) || !file) continue
    reportProblem(file, {
      ruleId: 'citation-resolves',
      reason: `文献里没有 \`${key}\` / Unexpected citation \`@${key}\`: the bibliography has no such entry`,
      place: node,
      hint:
        keys.size > 0
          ? hintNearest(key, [...keys])
          : '在 course.yml 写 bibliography / set `bibliography` in course.yml',
    })
  }
}

interface ListParts extends Pick<CiteParts, 'home' | 'language'> {
  readonly readers: ReadonlyMap<string, Audience>
}

function listOf(works: readonly RenderedWork[], {home, language, readers}: ListParts): List {
  return {
    type: 'list',
    id: `${home}-works`,
    position: nowhere,
    audience: unite([...readers.values()]),
    marker: 'reference',
    start: 1,
    items: works.map(({children, key, label, language: own}) => {
      const id = entryId(key, home)
      const audience = readers.get(key) ?? everybody
      return {
        id,
        ...(label ? {label} : {}),
        ...(own === '' || primary(own) === primary(language) ? {} : {language: own}),
        position: nowhere,
        blocks: [{type: 'prose', id: `${id}-text`, position: nowhere, audience, children}],
      }
    }),
  }
}

/** `en` of `en-GB` (RFC 5646, 2.2.1). */
const primary = (language: string) => language.split('-')[0]?.toLowerCase()

/** ASCII and unique, whatever the key is made of. */
const entryId = (key: string, home: string) =>
  /^[\w-]+$/u.test(key) ? `${home}-ref-${key}` : `${home}-ref-${hash('sha256', key).slice(0, 8)}`
