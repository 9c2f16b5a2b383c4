import type {Chapter, Course, Footnote} from '../model/course.ts'
import type {Audience} from '../model/output.ts'
import {narrow, unite} from './audience.ts'
import {copyBlocks} from './copy-blocks.ts'
import {noteReaders} from './note-readers.ts'

/**
 * An audience is outputs times editions. A footnote whose references are in different outputs of each edition becomes one footnote for
 * each edition, under the same name and number.
 */
export const splitFootnotes = (course: Course): Course => ({
  ...course,
  chapters: course.chapters.map((chapter) => ({...chapter, footnotes: splitIn(chapter)})),
})

function splitIn(chapter: Chapter): Footnote[] {
  const inText = noteReaders(chapter)
  const split: Footnote[] = []
  for (const footnote of chapter.footnotes) {
    // A note that only notes refer to is for those who see these.
    const readersIn = (notes: readonly Footnote[]) =>
      inText.get(footnote.identifier) ?? noteReaders(outlineOf(notes)).get(footnote.identifier) ?? []
    const audiences = audiencesOf(readersIn(split))
    const before = unite(readersIn(chapter.footnotes)).rules.length
    split.push(
      ...(audiences.length > 1 ? audiences.map((audience) => noteFor(audience, footnote, before)) : [footnote]),
    )
  }
  return split
}

const outlineOf = (notes: readonly Footnote[]) => ({blocks: notes.flatMap(({blocks}) => blocks), sections: []})

/** The readers of each edition, where their outputs differ. */
function audiencesOf(readers: readonly Audience[]): Audience[] {
  const together = unite(readers)
  const ofEdition = together.editions.map((edition) => {
    const {outputs, rules} = unite(readers.filter(({editions}) => editions.includes(edition)))
    return {editions: [edition], outputs, rules}
  })
  const isOne = ofEdition.every(({outputs}) => outputs.length === together.outputs.length)
  return isOne ? [together] : ofEdition
}

/** `before`: number of the rules that its blocks have from its references; those behind them are their own. */
function noteFor(audience: Audience, {blocks, id, ...footnote}: Footnote, before: number): Footnote {
  const suffix = audience.editions.includes('student') ? '' : '-teacher'
  const audienceOf = ({rules}: Audience) => rules.slice(before).reduce((left, rule) => narrow(left, rule), audience)
  return {...footnote, id: `${id}${suffix}`, blocks: copyBlocks(blocks, {suffix, nameOf: (name) => name, audienceOf})}
}
