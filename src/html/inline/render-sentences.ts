import type {ElementContent} from 'hast'
import type {Prose} from '../../model/block.ts'
import {sentencesOf} from '../../model/sentences.ts'
import type {RenderContext} from '../render-context.ts'
import {renderPhrasing} from './render-phrasing.ts'

/**
 * The inside of a paragraph, each sentence a place where a page may begin. The first is the paragraph's own, unless that
 * has no element, as at the head of a list item.
 */
export function renderSentences(block: Prose, context: RenderContext, first = 1): ElementContent[] {
  const {atPlace} = context
  if (!atPlace) return renderPhrasing(block.children, context)
  return sentencesOf(block.children).flatMap((sentence, index) => [
    ...(index < first ? [] : atPlace(`${block.id}-s${index}`, 'inline')),
    ...renderPhrasing(sentence, context),
  ])
}
