import type {Chapter, Course, Section} from '../model/course.ts'
import type {ElectronicBook, NavigationPoint, PrintedBook, SpineDocument} from '../model/book.ts'
import type {Block} from '../model/block.ts'
import type {Audience, Edition, Target} from '../model/output.ts'
import {boundDocuments} from './bound-documents.ts'
import {selectBlocks} from '../model/select-blocks.ts'

/** Projects a course to the book that is printed. */
export function projectPrintedBook(course: Course, edition: Edition): PrintedBook {
  const chapters = chaptersFor(course, {output: 'pdf', edition})
  return {edition, documents: boundDocuments(chapters), navigation: navigate(chapters)}
}

/** Projects a course to an e-book. */
export function projectElectronicBook(course: Course, edition: Edition): ElectronicBook {
  const chapters = chaptersFor(course, {output: 'epub', edition})
  const documents: SpineDocument[] = [
    {role: 'cover', id: 'cover'},
    {role: 'imprint', id: 'imprint'},
    ...chapters.map((chapter): SpineDocument => ({role: 'chapter', id: chapter.id, chapter})),
  ]
  return {edition, documents, navigation: navigate(chapters)}
}

const chaptersFor = (course: Course, target: Target) =>
  course.chapters.filter(({audience}) => isIn(audience, target)).map((chapter) => selectChapter(chapter, target))

const navigate = (chapters: readonly Chapter[]) => chapters.map((chapter) => navigateChapter(chapter))

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

const listed = (sections: readonly Section[]) => sections.filter(({isUnlisted}) => !isUnlisted)

function navigateChapter(chapter: Chapter): NavigationPoint {
  return {
    target: chapter.id,
    document: chapter.id,
    number: chapter.label,
    part: chapter.part,
    title: chapter.title,
    children: listed(chapter.sections).map((section) => navigateSection(section, chapter)),
  }
}

function navigateSection(section: Section, chapter: Chapter): NavigationPoint {
  return {
    target: section.id,
    document: chapter.id,
    number: section.number,
    part: '',
    title: section.title,
    children: listed(section.sections).map((child) => navigateSection(child, chapter)),
  }
}
