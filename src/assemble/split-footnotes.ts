import type {Chapter, Course, Footnote} from '../model/course.ts'
import type {Audience} from '../model/output.ts'
import {narrow, unite} from './audience.ts'
import {copyBlocks} from './copy-blocks.ts'
import {footnoteReaders, noteReaders, outerFirst} from './note-readers.ts'

/**
 * An audience is outputs times editions. A footnote whose references are in different outputs of each edition becomes one footnote for
 * each edition, under the same name and number.
 */
export const splitFootnotes = (course: Course): Course => ({
  ...course,
  chapters: course.chapters.map((chapter) => ({...chapter, footnotes: splitIn(chapter)})),
})

function splitIn(chapter: Chapter): Footnote[] {
  const byName = new Map(chapter.footnotes.map((footnote) => [footnote.identifier, footnote]))
  const inside = (name: string) => [...noteReaders(outlineOf(byName.get(name))).keys()]
  const together = footnoteReaders(chapter)
  const readers = new Map(noteReaders(chapter))
  const split = new Map<string, Footnote[]>()
  for (const name of outerFirst([...byName.keys()], inside)) {
    const footnote = byName.get(name)
    const audiences = audiencesOf(readers.get(name) ?? [])
    const before = unite(together.get(name) ?? []).rules.length
    const notes = footnote && audiences.length > 1 ? audiences.map((one) => noteFor(one, footnote, before)) : [footnote]
    const known = notes.filter((note) => note !== undefined)
    split.set(name, known)
    for (const note of known) {
      for (const [inner, others] of noteReaders(outlineOf(note)))
        readers.set(inner, [...(readers.get(inner) ?? []), ...others])
    }
  }
  return chapter.footnotes.flatMap(({identifier}) => split.get(identifier) ?? [])
}

const outlineOf = (footnote: Footnote | undefined) => ({blocks: footnote?.blocks ?? [], sections: []})

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
