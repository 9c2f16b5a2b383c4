import type {PhrasingContent} from 'mdast'
import type {Block} from '../model/block.ts'
import type {Course, Footnote} from '../model/course.ts'
import type {Citation} from '../model/mdast.ts'
import type {Density, PageNote, Slide, SlideItem} from '../model/deck.ts'
import {excerptBlock, sliceBlock} from '../model/slice-block.ts'
import {descend, descendPhrasing, ownPhrasing} from '../model/walk.ts'
import {forceLead} from './find-lead.ts'

interface NoteSources {
  readonly course: Course
  /** Of the chapter. */
  readonly footnotes: readonly Footnote[]
  readonly density: Density
}

export interface NoteContext {
  readonly course: Course
  readonly density: Density
}

/** A slide with the notes that its items refer to. */
export function withNotes<S extends Slide>(slide: S, {course, density}: NoteContext): S {
  const footnotes = course.chapters.find(({id}) => id === slide.chapter)?.footnotes ?? []
  return {...slide, pageNotes: pageNotes(slide.items, {course, footnotes, density})}
}

/** What the marks in items refer to, in their order: the lead of each footnote, and the works cited in short. */
function pageNotes(items: readonly SlideItem[], sources: NoteSources): PageNote[] {
  const notes = new Map<string, PageNote>()
  for (const {block, piece} of items) {
    for (const note of notesIn(sliceBlock(excerptBlock(block), piece), sources)) {
      if (!notes.has(note.id)) notes.set(note.id, note)
    }
  }
  return [...notes.values()]
}

function* notesIn(block: Block, sources: NoteSources): Generator<PageNote> {
  for (const inner of descend([block])) yield* notesOf(ownPhrasing(inner), sources)
}

function* notesOf(nodes: readonly PhrasingContent[], sources: NoteSources): Generator<PageNote> {
  for (const node of descendPhrasing(nodes)) {
    if (node.type === 'footnoteReference') yield* footnoteOf(node.identifier, sources)
    if (node.type === 'citation') yield* worksOf(node, sources)
  }
}

/** A note may have marks of others, but not of itself, however far. */
function* footnoteOf(identifier: string, sources: NoteSources): Generator<PageNote> {
  const footnote = sources.footnotes.find((one) => one.identifier === identifier)
  const [first] = footnote?.blocks ?? []
  if (!footnote || first?.type !== 'prose') return
  const content = forceLead(first.children, sources.density.lead)
  yield {id: footnote.id, block: first.id, mark: String(footnote.number), content}
  const footnotes = sources.footnotes.filter((one) => one !== footnote)
  yield* notesOf(content, {...sources, footnotes})
}

/** Of numbered works: in the style of an author and a year the citation itself says as much. */
function worksOf({targets = []}: Citation, {course}: NoteSources): PageNote[] {
  return targets.flatMap((id) => {
    const {label = '', short = ''} = course.references.get(id) ?? {}
    if (!short || !label.startsWith('[')) return []
    return [{id, block: '', mark: label, content: [{type: 'text' as const, value: short}]}]
  })
}
