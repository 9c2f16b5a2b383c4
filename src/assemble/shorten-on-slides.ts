import type {Block} from '../model/block.ts'
import type {Chapter, Course, Section, SlideMode} from '../model/course.ts'
import {mapBlocks} from '../model/map-blocks.ts'

type Limits = Course['slideLimits']

/**
 * Limits what slides show of long listings and tables to their beginning. `slides: full` turns the limit off, and so does a listing whose
 * author names its lines.
 */
export function shortenOnSlides(course: Course): Course {
  const {slideLimits, slideMode} = course
  const chapters = course.chapters.map((chapter) =>
    shortenOutline(chapter, chapter.slideMode ?? slideMode, slideLimits),
  )
  return {...course, chapters}
}

function shortenOutline<Outline extends Chapter | Section>(outline: Outline, mode: SlideMode, limits: Limits): Outline {
  const block = (one: Block) => (mode === 'full' ? one : shorten(one, limits))
  return {
    ...outline,
    blocks: mapBlocks(outline.blocks, {phrasing: (nodes) => nodes, block}),
    sections: outline.sections.map((section) => shortenOutline(section, section.slideMode ?? mode, limits)),
  }
}

function shorten(block: Block, limits: Limits): Block {
  if (block.type !== 'listing' && block.type !== 'table') return block
  const count = block.type === 'listing' ? block.lines.length : block.rows.length
  const most = limits[block.type]
  return block.excerpt || count <= most ? block : {...block, excerpt: [1, most], shortenedFrom: count}
}
