import {hash} from 'node:crypto'
import type {Nodes as HastNodes} from 'hast'
import type {PhrasingContent} from 'mdast'
import type {Block, DefinitionList, Figure, List, ListItem, Listing, Table} from '../model/block.ts'
import type {Course} from '../model/course.ts'
import {sentencesOf} from '../model/sentences.ts'
import {descend, descendPhrasing, innerBlocks, ownPhrasing} from '../model/walk.ts'
import {joinPieces, phrasingPiece, plainPiece, type Piece} from './phrasing-text.ts'

/** What a block says, in the pieces that it is compared by: sentences, items, rows, lines. Its number is not part of it. */
export function piecesOf(block: Block, course: Course): Piece[] {
  switch (block.type) {
    case 'prose':
      return sentencesOf(block.children).map((sentence) => phrasingPiece(sentence, course))
    case 'list':
      return listPieces(block, course)
    case 'definitionList':
      return definitionPieces(block, course)
    case 'table':
      return tablePieces(block, course)
    case 'listing':
      return listingPieces(block, course)
    case 'figure':
      return figurePieces(block, course)
    case 'equation':
      return [plainPiece(block.tex)]
    case 'index':
      return block.groups.flatMap(({entries}) =>
        entries.map(({see, term}) => plainPiece(see ? `${term} → ${see}` : term)),
      )
    case 'rawHtml':
      return [plainPiece(htmlText(block.tree).trim())].filter(({text}) => text !== '')
    default:
      return [
        ...titlePieces(ownPhrasing(block), course),
        ...innerBlocks(block).flatMap((inner) => piecesOf(inner, course)),
      ]
  }
}

/** The title of what may have one. */
export function titlePieces(title: readonly PhrasingContent[], course: Course): Piece[] {
  return [phrasingPiece(title, course)].filter(({key}) => key !== '')
}

/** A piece for each paragraph of each item; what else stands in an item, in its own pieces. */
function listPieces({items}: List, course: Course): Piece[] {
  return items.flatMap((item) => {
    const pieces = item.blocks.flatMap((block) =>
      block.type === 'prose' ? [phrasingPiece(block.children, course)] : piecesOf(block, course),
    )
    const [first = plainPiece(''), ...others] = pieces
    return [joinPieces([plainPiece(boxOf(item)), labelPiece(item), first], ''), ...others]
  })
}

const boxOf = ({checked}: ListItem) => (checked === undefined ? '' : checked ? '☑ ' : '☐ ')

/** The label of a work follows from the order of the citations. */
const labelPiece = ({label}: ListItem): Piece => ({text: label ? `${label} ` : '', key: ''})

function definitionPieces({entries}: DefinitionList, course: Course): Piece[] {
  return entries.map(({descriptions, terms}) => {
    const described = descriptions.flat().flatMap((block) => piecesOf(block, course))
    const named = terms.map((term) => phrasingPiece(term, course))
    return joinPieces([joinPieces(named, ', '), joinPieces(described, '')], ': ')
  })
}

function tablePieces({caption, header, rows}: Table, course: Course): Piece[] {
  const lines = [header, ...rows].map((row) =>
    joinPieces(
      row.map((cell) => phrasingPiece(cell, course)),
      ' | ',
    ),
  )
  return [...titlePieces(caption, course), ...lines]
}

function listingPieces({code, title}: Listing, course: Course): Piece[] {
  const lines = code.split('\n').map((line) => ({text: line, key: line}))
  return [...titlePieces(title, course), ...lines]
}

function figurePieces({alt, caption}: Figure, course: Course): Piece[] {
  const shown = titlePieces(caption, course)
  // Who cannot see it reads this; it often says the same.
  return alt && alt !== shown[0]?.text ? [...shown, plainPiece(alt)] : shown
}

/** What the pictures of a block are: a hash of their bytes, or the text they are drawn from. Empty for none. */
export function picturesOf(block: Block, course: Course): string {
  const inside = [...descend([block])]
  const figures = inside.filter((one) => one.type === 'figure')
  const images = inside.flatMap((one) => [...descendPhrasing(ownPhrasing(one))].filter(({type}) => type === 'image'))
  const bytes = (path: string) => {
    const contents = course.resources.get(path)?.contents
    return contents ? hash('sha256', contents) : path
  }
  return [
    ...figures.map(({diagram, resource}) => diagram?.source ?? bytes(resource)),
    ...images.map((image) => ('url' in image ? bytes(image.url) : '')),
  ].join('\0')
}

function htmlText(node: HastNodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => htmlText(child)).join('') : ''
}
