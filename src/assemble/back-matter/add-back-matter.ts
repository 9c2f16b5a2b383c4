import {localeFor} from '../../locale/locale.ts'
import type {CitationCluster, Cite} from '../../model/bibliography.ts'
import type {Chapter, Course, Reference} from '../../model/course.ts'
import type {ParsedChapter} from '../../model/parsed.ts'
import {backMatterChapter, backMatterSection, plain, type BackMatterParts} from './back-matter-chapter.ts'
import {buildIndex, indexAudience} from './build-index.ts'
import {citeWorks, clustersOf} from './cite-works.ts'
import {collectSolutions, releasedAudience} from './collect-solutions.ts'

/** The works a course may cite, and how. */
export interface Bibliography {
  readonly keys: ReadonlySet<string>
  readonly cite: Cite
  /** One list at the end of the book, or one in each chapter. */
  readonly placement: 'book' | 'chapter'
  readonly sourcePath: string
}

/** Citations that have a list of works together: those of the book, or of each chapter. Without those that name no work. */
export function citationGroups(
  chapters: readonly Chapter[],
  {keys, placement}: Pick<Bibliography, 'keys' | 'placement'>,
): readonly (readonly CitationCluster[])[] {
  const parts = placement === 'chapter' ? chapters.map((chapter) => [chapter]) : [chapters]
  return parts.map((part) => clustersOf(part, keys)).filter((group) => group.length > 0)
}

export interface BackMatterContext {
  readonly head: Pick<Course, 'chapterNumerals' | 'labels' | 'language' | 'solutions'>
  readonly parsed: readonly ParsedChapter[]
  readonly bibliography: Bibliography | undefined
  readonly references: Map<string, Reference>
}

interface CitingContext extends BackMatterContext {
  /** Chapters with copies of what stands in the others. */
  readonly released: readonly Chapter[]
}

/** Chapters with what lectern makes from them: released solutions, works cited, the index; each only if it has content. */
export function addBackMatter(chapters: readonly Chapter[], context: BackMatterContext): Chapter[] {
  const {references} = context
  const solutions = chaptersOf([solutionParts(chapters, context)])
  const citing = {...context, released: solutions}
  const cited = citeInChapters(chapters, citing)
  const backMatter = [...solutions, ...chaptersOf([worksParts(cited, citing), indexParts(cited, context)])]
  for (const {id, sections, shortTitle} of backMatter) {
    for (const one of [id, ...sections.map((section) => section.id)]) {
      references.set(one, {id: one, label: shortTitle, chapter: id})
    }
  }
  return [...cited, ...backMatter]
}

const chaptersOf = (made: readonly (BackMatterParts | undefined)[]): Chapter[] =>
  made.filter((parts) => parts !== undefined).map((parts) => backMatterChapter(parts))

function solutionParts(chapters: readonly Chapter[], {head}: BackMatterContext): BackMatterParts | undefined {
  if (head.solutions !== 'back') return undefined
  const released = collectSolutions(chapters)
  if (released.sections.length === 0) return undefined
  const title = localeFor(head).words.solutions
  return {role: 'solutions', title, audience: releasedAudience, sourcePath: firstPath(chapters), ...released}
}

function worksParts(chapters: readonly Chapter[], context: CitingContext): BackMatterParts | undefined {
  const {bibliography, head} = context
  const works = bibliography?.placement === 'chapter' ? undefined : citeFrom(chapters, 'back-bibliography', context)
  if (!works) return undefined
  const title = localeFor(head).words.bibliography
  return {
    role: 'bibliography',
    title,
    audience: works.audience,
    sourcePath: bibliography?.sourcePath ?? '',
    blocks: [works],
  }
}

function indexParts(chapters: readonly Chapter[], {head, references}: BackMatterContext): BackMatterParts | undefined {
  const index = buildIndex(chapters, head.language, references)
  const title = localeFor(head).words.index
  return index && {role: 'index', title, audience: indexAudience, sourcePath: firstPath(chapters), blocks: [index]}
}

const firstPath = (chapters: readonly Chapter[]) => chapters[0]?.sourcePath ?? ''

/** With a list in each chapter, that list is its last section. */
function citeInChapters(chapters: readonly Chapter[], context: CitingContext): readonly Chapter[] {
  const {bibliography, head, references} = context
  if (bibliography?.placement !== 'chapter') return chapters
  const {words} = localeFor(head)
  return chapters.map((chapter) => {
    const works = citeFrom([chapter], chapter.id, context)
    if (!works) return chapter
    const id = `${chapter.id}-bibliography`
    references.set(id, {id, label: words.bibliography, chapter: chapter.id})
    const section = backMatterSection({audience: works.audience, id, title: plain(words.bibliography)}, [works])
    return {...chapter, sections: [...chapter.sections, section]}
  })
}

function citeFrom(
  chapters: readonly Chapter[],
  home: string,
  {bibliography, head, parsed, references, released}: CitingContext,
) {
  const {cite, keys} = bibliography ?? {keys: new Set<string>(), cite: () => ({citations: [], works: []})}
  return citeWorks({chapters, released, parsed, cite, keys, home, language: head.language, references})
}
