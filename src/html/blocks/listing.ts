import type {Element, ElementContent, Properties} from 'hast'
import {h} from 'hastscript'
import type {Listing, ListingLine} from '../../model/block.ts'
import {blockProperties} from '../block-properties.ts'
import type {RenderContext} from '../render-context.ts'
import {captionContent} from './caption.ts'

/**
 * A listing; each line is a span, and the line breaks stay in the text, so that code copies and reflows right.
 * Numbers and marks are attributes that the style sheet shows: they are not part of the code.
 */
export function renderListing(block: Listing, context: RenderContext): Element {
  const lines = context.highlight(block.code, block.language)
  const content = lines.flatMap((line, index): ElementContent[] => [
    h('span', lineProperties(block.lines[index], block.firstNumber), [
      ...(context.atPlace?.(`${block.id}-l${index}`, 'inline') ?? []),
      ...line,
    ]),
    ...(index < lines.length - 1 ? [{type: 'text' as const, value: '\n'}] : []),
  ])
  const pre = h('pre', [h('code', block.language ? {className: `language-${block.language}`} : {}, content)])
  const properties = {...blockProperties(block.id, context), className: classesOf(block)}
  if (!block.label && block.title.length === 0) return h('div', properties, [pre])
  return h('figure', properties, [h('figcaption', captionContent(block.label, block.title, context)), pre])
}

function classesOf({firstNumber, lines}: Listing): string[] {
  const hasChanges = lines.some(({mark}) => mark === 'added' || mark === 'removed')
  return ['listing', ...(firstNumber === undefined ? [] : ['numbered']), ...(hasChanges ? ['changed'] : [])]
}

function lineProperties(line: ListingLine | undefined, firstNumber: number | undefined): Properties {
  return {
    className: ['line', ...(line?.mark ? [line.mark] : [])],
    ...(line && firstNumber !== undefined ? {dataNumber: line.line - 1 + firstNumber} : {}),
    ...(line?.annotation === undefined ? {} : {dataAnnotation: line.annotation}),
  }
}
