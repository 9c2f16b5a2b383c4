import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Block, DefinitionList} from '../../model/block.ts'
import {blockProperties, claimId} from '../block-properties.ts'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import type {RenderContext, RenderInner} from '../render-context.ts'

/** Each entry in a box of its own (HTML, 4.4.9), which is where a slide may be cut. */
export function renderDefinitionList(block: DefinitionList, context: RenderContext, inner: RenderInner): Element {
  const describe = (blocks: readonly Block[]): ElementContent[] => {
    const [only, ...rest] = blocks
    return only?.type === 'prose' && rest.length === 0 ? renderPhrasing(only.children, context) : inner(blocks)
  }
  return h(
    'dl',
    blockProperties(block.id, context),
    block.entries.map(({descriptions, ids = [], terms}) =>
      h('div', [
        ...terms.map((term, index) => h('dt', termProperties(ids[index], context), renderPhrasing(term, context))),
        ...descriptions.map((blocks) => h('dd', describe(blocks))),
      ]),
    ),
  )
}

const termProperties = (id: string | undefined, context: RenderContext) => (id ? claimId(id, context) : {})
