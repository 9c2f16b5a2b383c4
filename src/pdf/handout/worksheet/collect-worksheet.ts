import {toString} from 'mdast-util-to-string'
import {least, greatest} from '../../../model/greatest.ts'
import type {Block, Exercise, Solution} from '../../../model/block.ts'
import type {Chapter, Course, Section} from '../../../model/course.ts'
import type {Deck, Piece, SlideItem} from '../../../model/deck.ts'
import type {Audience, Edition} from '../../../model/output.ts'
import {selectBlocks} from '../../../model/select-blocks.ts'
import {excerptBlock, sliceBlock} from '../../../model/slice-block.ts'
import {descend} from '../../../model/walk.ts'
import {keySentence} from './key-sentence.ts'

/** What a chapter's worksheet has: its own opening first, then its sections in their order. */
export interface WorksheetChapter {
  readonly chapter: Chapter
  readonly parts: readonly WorksheetPart[]
}

export interface WorksheetPart {
  /** Absent before the first section. */
  readonly section?: Section
  /** What slides show of its prose, lists and equations. */
  readonly sentences: readonly Block[]
  readonly exercises: readonly WorksheetExercise[]
}

export interface WorksheetExercise {
  readonly exercise: Exercise
  /** None for students. */
  readonly solutions: readonly Solution[]
}

/** The worksheet of a course: its key sentences are those on the slides, its exercises those of the chapters. */
export function collectWorksheet(deck: Deck, course: Course): WorksheetChapter[] {
  const isForSheet = ({audience}: {readonly audience: Audience}) => isFor(audience, deck.edition)
  const chapters = course.chapters.filter((chapter) => isForSheet(chapter) && isWritten(chapter))
  const select = (blocks: readonly Block[]) => selectBlocks(blocks, isForSheet)
  const solutions = chapters.flatMap((chapter) => outlineOf(chapter).flatMap(({blocks}) => solutionsIn(select(blocks))))
  const bySolved = Map.groupBy(solutions, ({exercise}) => exercise)
  const itemsById = Map.groupBy(
    deck.slides.flatMap(({items}) => items),
    ({block}) => block.id,
  )
  return chapters.map((chapter) => ({
    chapter,
    parts: outlineOf(chapter)
      .filter(({section}) => !section || isForSheet(section))
      .map(({blocks, section}) => ({
        ...(section ? {section} : {}),
        sentences: sentencesOf(Array.from(descend(blocks), ({id}) => itemsById.get(id) ?? [])),
        exercises: exercisesIn(select(blocks)).map((exercise) => ({
          exercise: withoutAnswers(exercise),
          solutions: bySolved.get(exercise.id) ?? [],
        })),
      })),
  }))
}

export const isFor = ({editions, outputs}: Audience, edition: Edition): boolean =>
  outputs.includes('handout') && editions.includes(edition)

/** What is made from the chapters is nothing to learn. */
const isWritten = ({role}: Chapter) => role === 'preface' || role === 'chapter' || role === 'appendix'

interface Outline {
  readonly section?: Section
  readonly blocks: readonly Block[]
}

function outlineOf({blocks, sections}: Chapter | Section, section?: Section): Outline[] {
  return [{...(section ? {section} : {}), blocks}, ...sections.flatMap((inner) => outlineOf(inner, inner))]
}

/** Key sentences, from the items of each block; one that announces what the sheet does not have says nothing. */
function sentencesOf(items: readonly (readonly SlideItem[])[]): Block[] {
  const blocks = items.flatMap((ofBlock) => shownBlocks(ofBlock))
  const sentences = blocks.map((block) => keySentence(block))
  return sentences.flatMap((sentence, index) => {
    if (!sentence || (announces(sentence) && !sentences[index + 1])) return []
    return [sentence]
  })
}

const announces = (block: Block) => block.type === 'prose' && /[：:]\s*$/u.test(toString([...block.children]))

/** What slides show of a block: that of one that is cut over several, together. */
function shownBlocks(items: readonly SlideItem[]): Block[] {
  const pieces = items.flatMap(({piece}) => piece ?? [])
  // Parts are counted in what was measured: of a listing in a container, the lines that its author chose.
  const shown = items.map(({block}) => excerptBlock(block))
  const [whole] = shown
  if (!whole || pieces.length < items.length) return shown.map((block, index) => sliceBlock(block, items[index]?.piece))
  return [sliceBlock(whole, together(pieces))]
}

const together = (pieces: readonly Piece[]): Piece => ({
  from: least(pieces.map(({from}) => from)),
  to: greatest(pieces.map(({to}) => to)),
})

const exercisesIn = (blocks: readonly Block[]) =>
  Array.from(descend(blocks)).filter((block): block is Exercise => block.type === 'exercise')

const solutionsIn = (blocks: readonly Block[]) =>
  Array.from(descend(blocks)).filter((block): block is Solution => block.type === 'solution')

/** Solutions follow their exercise; what the speaker says of it stands nowhere. */
function withoutAnswers(exercise: Exercise): Exercise {
  const isAsked = ({type}: Block) => type !== 'solution' && type !== 'speakerNotes'
  return {...exercise, blocks: selectBlocks(exercise.blocks, isAsked)}
}
