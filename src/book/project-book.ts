import type {Chapter, Course, Section} from '../model/course.ts'
import type {Book, ContentDocument, NavigationPoint} from '../model/book.ts'
import type {Block} from '../model/block.ts'
import type {Audience, Target} from '../model/output.ts'
import {selectBlocks} from '../model/select-blocks.ts'

/** Projects a course to a book: the documents in reading order and the outline over them. */
export function projectBook(course: Course, target: Target): Book {
  const chapters = course.chapters
    .filter(({audience}) => isIn(audience, target))
    .map((chapter) => selectChapter(chapter, target))
  const documents: ContentDocument[] = [
    {role: 'cover', id: 'cover'},
    {role: 'imprint', id: 'imprint'},
    {role: 'toc', id: 'toc'},
    ...chapters.map((chapter): ContentDocument => ({role: 'chapter', id: chapter.id, chapter})),
  ]
  return {...target, documents, navigation: chapters.map((chapter) => navigateChapter(chapter))}
}

/** The chapter with the blocks and footnotes that the target shows. */
function selectChapter(chapter: Chapter, target: Target): Chapter {
  const select = (blocks: readonly Block[]) => selectBlocks(blocks, (block) => isFor(block, target))
  const selectSection = (section: Section): Section => ({
    ...section,
    blocks: select(section.blocks),
    sections: section.sections.map((child) => selectSection(child)),
  })
  const footnotes = chapter.footnotes
    .map((footnote) => ({...footnote, blocks: select(footnote.blocks)}))
    .filter((footnote) => footnote.blocks.length > 0)
  return {
    ...chapter,
    blocks: select(chapter.blocks),
    sections: chapter.sections.map((section) => selectSection(section)),
    footnotes,
  }
}

/** Pauses steer slides and say nothing in a book. */
const isFor = ({audience, type}: Block, target: Target) => type !== 'pause' && isIn(audience, target)

const isIn = (audience: Audience, {edition, output}: Target) =>
  audience.outputs.includes(output) && audience.editions.includes(edition)

function navigateChapter(chapter: Chapter): NavigationPoint {
  return {
    target: chapter.id,
    document: chapter.id,
    number: chapter.label,
    part: chapter.part,
    title: chapter.title,
    children: chapter.sections.map((section) => navigateSection(section, chapter)),
  }
}

function navigateSection(section: Section, chapter: Chapter): NavigationPoint {
  return {
    target: section.id,
    document: chapter.id,
    number: section.number,
    part: '',
    title: section.title,
    children: section.sections.map((child) => navigateSection(child, chapter)),
  }
}
