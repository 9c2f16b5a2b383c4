import type {Block, Solution} from '../../model/block.ts'
import type {Chapter, Footnote, Section} from '../../model/course.ts'
import {editions, type Audience, type AudienceRule} from '../../model/output.ts'
import {selectBlocks} from '../../model/select-blocks.ts'
import {innerBlocks} from '../../model/walk.ts'
import {narrow, unite} from '../audience.ts'
import {footnoteReaders, noteReaders} from '../note-readers.ts'
import {backMatterSection, plain} from './back-matter-chapter.ts'
import {copyBlocks, withNoteNames} from '../copy-blocks.ts'

/** Who reads the solutions once they are released: everybody, in the book. */
export const releasedAudience: Audience = {
  outputs: ['epub', 'pdf'],
  editions,
  rules: [{name: 'solutions: back', line: 1}],
}

const suffix = '-back'

/** The name of a footnote among those of several chapters. */
const nameIn =
  ({id}: Chapter) =>
  (identifier: string): string =>
    `${id}/${identifier}`

type Released = Pick<Chapter, 'footnotes' | 'sections'>

/**
 * The solutions of a course as sections, one for each chapter that releases any, with the footnotes that they refer to. Only
 * `:::solution` and `:::quiz` are lifted: what another rule keeps from the students' book stays where it is, for the teacher.
 */
export function collectSolutions(chapters: readonly Chapter[]): Released {
  const sections = chapters.flatMap((chapter) => releaseSection(chapter))
  const readers = noteReaders({blocks: [], sections})
  const footnotes = chapters.flatMap((chapter) => releaseFootnotes(chapter, readers))
  const inOrder = [...readers.keys()].flatMap((name) => footnotes.filter(({identifier}) => identifier === name))
  return {sections, footnotes: inOrder.map((footnote, index) => ({...footnote, number: index + 1}))}
}

function releaseSection(chapter: Chapter): Section[] {
  const audienceOf = ({rules}: Audience) => release(releasedAudience, rules)
  const copies = copyBlocks(solutionsIn(chapter), {suffix, nameOf: nameIn(chapter), audienceOf})
  const blocks = selectBlocks(copies, isReleased)
  if (blocks.length === 0) return []
  const title = [...plain(`${chapter.label}　`), ...chapter.title.map((node) => withNoteNames(node, nameIn(chapter)))]
  const id = `back-solutions-${chapter.number || chapter.id}`
  return [backMatterSection({audience: releasedAudience, id, title}, blocks)]
}

/** A footnote's blocks are for those who see a reference to it, and narrowed by rules of their own after that. */
function releaseFootnotes(chapter: Chapter, readers: ReadonlyMap<string, readonly Audience[]>): Footnote[] {
  const formerly = footnoteReaders(chapter)
  const nameOf = nameIn(chapter)
  return chapter.footnotes.flatMap(({blocks, id, identifier, ...footnote}): Footnote[] => {
    const name = nameOf(identifier)
    const now = readers.get(name)
    if (!now) return []
    const before = unite(formerly.get(identifier) ?? []).rules.length
    const audienceOf = ({rules}: Audience) => release(unite(now), rules.slice(before))
    const copies = copyBlocks(blocks, {suffix, nameOf, audienceOf})
    return [{...footnote, id: `${id}${suffix}`, identifier: name, blocks: selectBlocks(copies, isReleased)}]
  })
}

function release(audience: Audience, rules: readonly AudienceRule[]): Audience {
  return rules.filter(({untilRelease}) => !untilRelease).reduce((left, rule) => narrow(left, rule), audience)
}

const isReleased = ({audience}: Block) => audience.outputs.length > 0 && audience.editions.includes('student')

function solutionsIn({blocks, sections}: Pick<Section, 'blocks' | 'sections'>): Solution[] {
  return [...outermost(blocks), ...sections.flatMap((section) => solutionsIn(section))]
}

const outermost = (blocks: readonly Block[]): Solution[] =>
  blocks.flatMap((block) => (block.type === 'solution' ? [block] : outermost(innerBlocks(block))))
