import type {Chapter, Course, Section} from './course.ts'
import {mapBlocks, type BlockChange} from './map-blocks.ts'

/** A new course with the inline content and blocks of all chapters changed, titles and footnotes included. */
export const mapCourse = (course: Course, change: BlockChange): Course => ({
  ...course,
  chapters: course.chapters.map((chapter) => mapChapter(chapter, change)),
})

function mapChapter(chapter: Chapter, change: BlockChange): Chapter {
  const footnotes = chapter.footnotes.map((footnote) => ({...footnote, blocks: mapBlocks(footnote.blocks, change)}))
  return {...chapter, ...mapOutline(chapter, change), footnotes}
}

function mapOutline(
  {blocks, sections, title}: Pick<Section, 'blocks' | 'sections' | 'title'>,
  change: BlockChange,
): Pick<Section, 'blocks' | 'sections' | 'title'> {
  return {
    title: change.phrasing(title),
    blocks: mapBlocks(blocks, change),
    sections: sections.map((section) => ({...section, ...mapOutline(section, change)})),
  }
}
