import type {Block} from './block.ts'
import type {Slide} from './deck.ts'
import {descend, descendPhrasing, ownPhrasing} from './walk.ts'

/** Ids of everything on slides: what a link on another may lead to. */
export function idsOnSlides(slides: readonly Slide[]): ReadonlySet<string> {
  return new Set(
    slides.flatMap(({id, items, pageNotes, section}) => [
      id,
      section,
      ...pageNotes.map(({block}) => block),
      ...idsIn(items.map(({block}) => block)),
    ]),
  )
}

/** Ids of everything on slides, in their reading text and in their notes. */
export function idsInDeck(slides: readonly Slide[]): ReadonlySet<string> {
  const beside = slides.flatMap(({footnotes, notes, reading}) => [
    ...footnotes.flatMap(({footnote: {blocks, id}}) => [id, `${id}-ref`, ...idsIn(blocks)]),
    ...idsIn([...reading, ...notes]),
  ])
  return new Set([...idsOnSlides(slides), ...beside])
}

const idsIn = (blocks: readonly Block[]): string[] => Array.from(descend(blocks), (block) => idsOfBlock(block)).flat()

function idsOfBlock(block: Block): string[] {
  const items = block.type === 'list' ? block.items.map(({id = ''}) => id) : []
  const terms = block.type === 'definitionList' ? block.entries.flatMap(({ids = []}) => ids) : []
  const inline = Array.from(descendPhrasing(ownPhrasing(block)), ({data}) => data?.attributes?.id ?? '')
  return [block.id, ...items, ...terms, ...inline].filter(Boolean)
}
