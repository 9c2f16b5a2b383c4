import type {Block} from '../model/block.ts'
import type {Course} from '../model/course.ts'
import type {BlockText} from '../model/changes.ts'
import type {Output} from '../model/output.ts'
import {innerBlocks} from '../model/walk.ts'
import {picturesOf, piecesOf, titlePieces} from './block-pieces.ts'
import type {Piece} from './phrasing-text.ts'

/** What is compared as a whole: a block, or the title of one that holds others. */
export interface Unit extends Omit<BlockText, 'pieces'> {
  /** Whether the author named it; other ids come from its text. */
  readonly isNamed: boolean
  readonly pieces: readonly Piece[]
  readonly pictures: string
  readonly outputs: readonly Output[]
  /** All that is compared. */
  readonly key: string
}

/** The units of blocks in reading order. Breaks and groupings are nothing that a reader would miss. */
export function unitsOf(blocks: readonly Block[], course: Course, chapter: string): Unit[] {
  return blocks.flatMap((block): Unit[] => {
    switch (block.type) {
      case 'break':
      case 'pause':
        return []
      case 'columns':
      case 'group':
      case 'quote':
        return unitsOf(innerBlocks(block), course, chapter)
      case 'solution':
      case 'speakerNotes':
        return unitsOf(block.blocks, course, chapter).map((unit) => proseAs(block.type, unit))
      case 'callout':
      case 'details':
      case 'exercise':
      case 'hint':
      case 'slide':
      case 'theorem':
        return [
          unitOf(block, 'title' in block ? titlePieces(block.title, course) : [], {course, chapter}),
          ...unitsOf(block.blocks, course, chapter),
        ]
      case 'definitionList':
      case 'equation':
      case 'figure':
      case 'index':
      case 'list':
      case 'listing':
      case 'prose':
      case 'rawHtml':
      case 'table':
        return [unitOf(block, piecesOf(block, course), {course, chapter})]
      default:
        return block satisfies never
    }
  })
}

/** A paragraph of what is called something of its own. */
export const proseAs = (name: string, unit: Unit): Unit => (unit.name === 'prose' ? {...unit, name} : unit)

function unitOf(block: Block, pieces: readonly Piece[], {chapter, course}: {course: Course; chapter: string}): Unit {
  const {id, type} = block
  const {outputs} = block.audience
  const name = 'kind' in block ? block.kind : type
  const isTitle = 'blocks' in block
  const pictures = isTitle ? '' : picturesOf(block, course)
  return {
    id,
    isNamed: !isMadeId(id, chapter),
    name,
    label: course.references.get(id)?.label ?? ('label' in block ? (block.label ?? '') : ''),
    pieces,
    pictures,
    outputs,
    key: [name, outputs.join(' '), pictures, ...pieces.map(({key}) => key)].join('\n'),
  }
}

/** `assemble` makes ids from the chapter's and eight digits of a hash. */
export const isMadeId = (id: string, chapter: string): boolean =>
  id.startsWith(`${chapter}-`) && /^[\da-f]{8}(?:-\d+)?$/u.test(id.slice(chapter.length + 1))
