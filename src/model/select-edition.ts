import type {Block} from './block.ts'
import type {Chapter, Course, Section} from './course.ts'
import type {Audience, Edition} from './output.ts'
import {selectBlocks} from './select-blocks.ts'
import {stringsIn} from './strings-in.ts'

/**
 * A course as one edition has it: its chapters without what is not for the edition, and of resources, references and terms those that they
 * name. Everything that an edition's files are made from comes from here, fonts, file names and numbers of pages included, so that a
 * student's file cannot depend on what is the teacher's. Numbers stay those of the whole course: figure 3-2 is the same in both editions.
 */
export function selectEdition(course: Course, edition: Edition): Course {
  const isFor = ({audience}: {readonly audience: Audience}) => audience.editions.includes(edition)
  const chapters = course.chapters.filter(isFor).map((chapter) => selectChapter(chapter, isFor))
  const named = new Set(stringsIn(chapters))
  const isNamed = (name: string) => named.has(name) || named.has(`#${name}`)
  return {
    ...course,
    chapters,
    resources: new Map([...course.resources].filter(([key]) => named.has(key))),
    references: new Map([...course.references].filter(([name, {id}]) => isNamed(name) || isNamed(id))),
    terms: new Map([...course.terms].filter(([, id]) => named.has(id))),
  }
}

type IsFor = (one: {readonly audience: Audience}) => boolean

/** Footnotes are for those who see a reference to them. */
function selectChapter(chapter: Chapter, isFor: IsFor): Chapter {
  const {blocks, sections} = selectOutline(chapter, isFor)
  const footnotes = chapter.footnotes
    .map((footnote) => ({...footnote, blocks: selectBlocks(footnote.blocks, isFor)}))
    .filter((footnote) => footnote.blocks.length > 0)
  return {...chapter, blocks, sections, footnotes}
}

function selectOutline(outline: Pick<Section, 'blocks' | 'sections'>, isFor: IsFor) {
  const sections: Section[] = outline.sections
    .filter(isFor)
    .map((section) => ({...section, ...selectOutline(section, isFor)}))
  const blocks: Block[] = selectBlocks(outline.blocks, isFor)
  return {blocks, sections}
}
