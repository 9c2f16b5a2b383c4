import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {PhrasingContent} from 'mdast'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import type {RenderContext} from '../render-context.ts'

/** `图 3-2 题注`: the label, if numbered, and the words. */
export function captionContent(
  label: string | undefined,
  words: readonly PhrasingContent[],
  context: RenderContext,
): ElementContent[] {
  const text = renderPhrasing(words, context)
  if (!label) return text
  const shown = h('span', {className: 'caption-label'}, label)
  return text.length > 0 ? [shown, {type: 'text', value: ' '}, ...text] : [shown]
}
