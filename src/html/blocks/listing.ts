import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Listing} from '../../model/block.ts'
import {blockProperties} from '../block-properties.ts'
import type {RenderContext} from '../render-context.ts'

/** A listing; each line is a span, and the line breaks stay in the text, so that code copies and reflows right. */
export function renderListing(block: Listing, context: RenderContext): Element {
  const lines = context.highlight(block.code, block.language)
  const content = lines.flatMap((line, index): ElementContent[] => [
    h('span', {className: 'line'}, line),
    ...(index < lines.length - 1 ? [{type: 'text' as const, value: '\n'}] : []),
  ])
  const pre = h('pre', [h('code', block.language ? {className: `language-${block.language}`} : {}, content)])
  const title = [block.label, block.title].filter(Boolean).join(' ')
  if (!title) return h('div', {...blockProperties(block.id, context), className: 'listing'}, [pre])
  return h('figure', {...blockProperties(block.id, context), className: 'listing'}, [
    h('figcaption', [
      ...(block.label ? [h('span', {className: 'caption-label'}, block.label)] : []),
      ...(block.title ? [' ', block.title] : []),
    ]),
    pre,
  ])
}
