import type {CourseHead} from '../../src/assemble/assemble-course.ts'
import type {Block} from '../../src/model/block.ts'
import type {Slide, SlideMeasure} from '../../src/model/deck.ts'
import {excerptBlock} from '../../src/model/slice-block.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {courseFrom, svgResource} from './course-from.ts'
import {density} from './density.ts'

/** Heights by rule of thumb: 100 px a block, 50 px a part. */
export function measureSlide(slide: Slide): SlideMeasure {
  let top = 0
  const items = slide.items.map(({block}) => {
    const start = top
    const count = partCount(excerptBlock(block))
    const parts = Array.from({length: count}, (_value, index) => ({
      top: start + index * 50,
      bottom: start + (index + 1) * 50,
    }))
    top = start + (count > 0 ? count * 50 : 100)
    return {
      top: start,
      bottom: top,
      above: count > 0 ? 30 : 0,
      below: count > 0 ? 10 : 0,
      columns: [],
      floor: 0.64,
      widthScale: 1,
      parts,
    }
  })
  const notes = Object.fromEntries(slide.pageNotes.map(({id}) => [id, 40]))
  return {width: 1000, available: 500, used: top, items, notes, notesFrame: slide.pageNotes.length > 0 ? 20 : 0}
}

/** Into how many parts the page takes a block apart: written a second time, as `read-item-parts` counts boxes. */
export function partCount(block: Block): number {
  if (block.type === 'list') return block.items.reduce((sum, {blocks}) => sum + (partCountOfLast(blocks) || 1), 0)
  if (block.type === 'definitionList') return block.entries.length
  if (block.type === 'table') return block.rows.length
  if (isContainer(block))
    return block.blocks.reduce((sum, child) => sum + (child.type === 'pause' ? 0 : partCount(child) || 1), 0)
  return block.type === 'listing' ? block.code.split('\n').length : 0
}

function partCountOfLast(blocks: readonly Block[]): number {
  const last = blocks.findLast(({type}) => type !== 'pause')
  return last?.type === 'list' ? partCount(last) : 0
}

const isContainer = (block: Block): block is Extract<Block, {blocks: readonly Block[]}> =>
  ['callout', 'details', 'exercise', 'hint', 'quote', 'theorem'].includes(block.type) ||
  (block.type === 'group' && block.behaviour !== 'nosplit')

interface SlideOptions extends Partial<CourseHead> {
  readonly measureOne?: (slide: Slide) => SlideMeasure
}

/** The slides of a chapter's sections, measured so. */
export async function slidesOf(
  markdown: string,
  edition: 'student' | 'teacher' = 'student',
  {measureOne = measureSlide, ...head}: SlideOptions = {},
): Promise<readonly Slide[]> {
  const {course, files} = courseFrom([`# 章\n\n${markdown}`], [svgResource('a.svg')], {head})
  const measure = (slides: readonly Slide[]) => Promise.resolve(slides.map((slide) => measureOne(slide)))
  const byPath = new Map(files.map((file) => [file.path, file]))
  const {slides} = await projectDeck(course, edition, {density, files: byPath, measure})
  return slides.filter(({section}) => section !== '')
}
