import type {Element, Properties} from 'hast'
import {h} from 'hastscript'
import type {Table, TableCell} from '../../model/block.ts'
import {blockProperties} from '../block-properties.ts'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import type {RenderContext} from '../render-context.ts'
import {captionContent} from './caption.ts'

export function renderTable(block: Table, context: RenderContext): Element {
  const caption = captionContent(block.label, block.caption, context)
  const cell = (tagName: 'td' | 'th', content: TableCell, column: number) => {
    const align = block.align[column]
    const scope = tagName === 'th' ? {scope: 'col', ...labelOf(content, context)} : {}
    const children = renderPhrasing(content, context)
    // The engine gives an empty cell no tag.
    if (children.length === 0 && context.medium !== 'epub') children.push({type: 'text', value: '\u00A0'})
    return h(tagName, {...scope, ...(align ? {className: `align-${align}`} : {})}, children)
  }
  const tight = block.isTight ? {className: 'tight-table'} : {}
  return h('table', {...blockProperties(block.id, context), ...tight}, [
    ...(caption.length > 0 ? [h('caption', caption)] : []),
    ...(block.widths.length > 0
      ? [
          h(
            'colgroup',
            block.widths.map((width) => h('col', {style: `width:${width}%`})),
          ),
        ]
      : []),
    h('thead', [
      h(
        'tr',
        block.header.map((content, column) => cell('th', content, column)),
      ),
    ]),
    h(
      'tbody',
      block.rows.map((row, index) =>
        h(
          'tr',
          row.map((content, column) => {
            const element = cell('td', content, column)
            if (column !== 0) return element
            const mark = context.atPlace?.(`${block.id}-r${index}`, 'inline') ?? []
            return {...element, children: [...mark, ...element.children]}
          }),
        ),
      ),
    ),
  ])
}

/** Checkers and old screen readers take a heading of nothing but MathML for an empty one. */
function labelOf(content: TableCell, {locale, medium}: RenderContext): Properties {
  const [only, ...others] = content
  if (medium !== 'epub' || only?.type !== 'inlineMath' || others.length > 0) return {}
  return {ariaLabel: `${locale.words.formula} ${only.value}`}
}
