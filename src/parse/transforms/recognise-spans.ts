import type {Parents, PhrasingContent, Root, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {flattenTooDeep} from '../nesting.ts'
import {attributesAt, readAttributes} from '../attributes.ts'
import type {InlineRole} from '../../model/mdast.ts'

const bracket = /[[\]]/gu

/** `[文字]{.class #id lang=en}`: Pandoc's bracketed spans, which may hold other inline content. They may be nested as deeply as an author likes. */
export function recogniseSpans(tree: Root, file: VFile): void {
  const parents: Parents[] = []
  visit(tree, (node) => {
    if ('children' in node && node.children.some((child) => child.type === 'text' && child.value.includes(']{'))) {
      parents.push(node)
    }
  })
  // Not while walking: spans inside each other may be deeper than the stack.
  for (const parent of parents) parent.children = pairBrackets(parent.children as PhrasingContent[]) as never
  flattenTooDeep(tree, file)
}

/** A node, or a part of the text that it is from. */
interface Piece {
  readonly node: PhrasingContent
  readonly from: PhrasingContent
}

/** One walk from left to right: a closing bracket belongs to the last one that is still open. */
function pairBrackets(children: readonly PhrasingContent[]): PhrasingContent[] {
  const pieces: Piece[] = []
  const open: number[] = []
  for (const piece of children.flatMap((child) =>
    child.type === 'text' ? cutText(child) : [{node: child, from: child}],
  )) {
    const inner = innerOf(piece)
    const opening = isBracket(piece, ']') ? open.pop() : undefined
    if (isBracket(piece, '[')) open.push(pieces.length)
    if (opening === undefined || inner === undefined) {
      pieces.push(piece)
      continue
    }
    const [first, ...content] = pieces.splice(opening)
    const span = toSpan(joinPieces(content), inner, first?.from)
    pieces.push({node: span, from: span})
  }
  return joinPieces(pieces)
}

/** The text before each bracket, and the bracket with the attributes that follow it. */
function cutText(text: Text): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  const add = (to: number) => {
    if (to > end) pieces.push({node: {...text, value: text.value.slice(end, to)}, from: text})
    end = to
  }
  for (const match of text.value.matchAll(bracket)) {
    add(match.index)
    add((match[0] === ']' ? attributesAt(text.value, match.index + 1)?.end : undefined) ?? match.index + 1)
  }
  add(text.value.length)
  return pieces
}

const isBracket = ({node}: Piece, sign: '[' | ']') => node.type === 'text' && node.value.startsWith(sign)

/** `.class` of `]{.class}`. */
function innerOf({node}: Piece): string | undefined {
  return node.type === 'text' && node.value.startsWith(']{') ? node.value.slice(2, -1) : undefined
}

/** Parts of one text that stayed neighbours are one text again. */
function joinPieces(pieces: readonly Piece[]): PhrasingContent[] {
  const runs: {from: PhrasingContent; parts: PhrasingContent[]}[] = []
  for (const {from, node} of pieces) {
    const run = runs.at(-1)
    if (run?.from === from) run.parts.push(node)
    else runs.push({from, parts: [node]})
  }
  return runs.map(({from, parts}) =>
    from.type === 'text' ? {...from, value: parts.map((part) => (part as Text).value).join('')} : from,
  )
}

function toSpan(children: PhrasingContent[], inner: string, opening: PhrasingContent | undefined): InlineRole {
  return {
    type: 'inlineRole',
    role: 'span',
    children,
    data: {attributes: readAttributes(inner)},
    ...(opening?.position ? {position: opening.position} : {}),
  }
}
