import type {PhrasingContent} from 'mdast'
import type {Block} from '../../model/block.ts'
import type {Course} from '../../model/course.ts'
import {sentencesOf} from '../../model/sentences.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import {blockTexts, phrasingText} from '../unit-texts.ts'
import {losesMark} from './lead-of.ts'

/** What slides keep of a paragraph: where that is not all of it, a line without the full stop that ends it. */
export function keptText(
  {children, kept}: {readonly children: readonly PhrasingContent[]; readonly kept: readonly PhrasingContent[]},
  course: Course,
): string {
  const text = phrasingText(kept, course)
  return kept === children || !losesMark(kept) ? text : text.replace(/[。；：，,;:]+(?<mark>[\s\uFFFC]*)$/u, '$<mark>')
}

/**
 * The texts of a block that stands on slides whole, where they are cut: a paragraph between its sentences, a listing between its lines, of
 * which `slide="…"` leaves some out. `undefined` for any other block: what else is cut has a text for each part.
 */
export function textsWhole(block: Block, course: Course): string[] | undefined {
  if (block.type === 'prose')
    return [parted(sentencesOf(block.children).map((sentence) => phrasingText(sentence, course)))]
  if (block.type === 'table' && block.excerpt) {
    const [first, last] = block.excerpt
    return blockTexts({...block, rows: block.rows.slice(first - 1, last)}, course).map((text) => normalizeText(text))
  }
  if (block.type !== 'listing') return undefined
  const [first, last] = block.excerpt ?? [1, block.lines.length]
  const title = normalizeText(`${block.label ?? ''}${phrasingText(block.title, course)}`)
  return [title, parted(block.code.split('\n').slice(first - 1, last))].filter(Boolean)
}

const parted = (parts: readonly string[]) =>
  parts
    .map((part) => normalizeText(part))
    .filter(Boolean)
    .join(placeholder)
