import type {PhrasingContent, Text} from 'mdast'
import type {Block} from '../../../model/block.ts'
import type {Blank} from '../../../model/mdast.ts'
import {textLength} from '../../../model/text-length.ts'
import {mapPhrasing} from './map-phrasing.ts'

/** Whether the words stand in their blanks, as in the teacher's worksheet. */
export type BlankKind = 'empty' | 'filled'

/** A key sentence with blanks for all the words in it that are chosen, wherever they stand. */
export function fillBlanks(block: Block, words: readonly string[], kind: BlankKind): Block {
  if (words.length === 0) return block
  const pattern = new RegExp(words.toSorted(longerFirst).map(escapePattern).join('|'), 'gu')
  return mapPhrasing(block, (nodes) => nodes.flatMap((node) => inNode(node, pattern, kind)))
}

const longerFirst = (a: string, b: string) => b.length - a.length || (a < b ? -1 : 1)
const escapePattern = (word: string) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)

function inNode(node: PhrasingContent, pattern: RegExp, kind: BlankKind): PhrasingContent[] {
  if (node.type === 'text') return inText(node, pattern, kind)
  if (!('children' in node)) return [node]
  const children = node.children.flatMap((child) => inNode(child, pattern, kind))
  // What is all blank is neither bold nor a link, and stands with the punctuation after it.
  if (kind === 'empty' && children.length > 0 && children.every(({type}) => type === 'blank')) return children
  return [{...node, children}]
}

function inText(node: Text, pattern: RegExp, kind: BlankKind): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const {0: word, index} of node.value.matchAll(pattern)) {
    parts.push({type: 'text', value: node.value.slice(end, index)}, blankFor(word, kind))
    end = index + word.length
  }
  parts.push({...node, value: node.value.slice(end)})
  return parts.filter((part) => part.type !== 'text' || part.value !== '')
}

function blankFor(word: string, kind: BlankKind): Blank {
  return {type: 'blank', length: textLength(word), children: kind === 'filled' ? [{type: 'text', value: word}] : []}
}
