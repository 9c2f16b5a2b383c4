import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Block, Prose} from '../model/block.ts'
import {blockProperties} from './block-properties.ts'
import {
  renderCallout,
  renderDetails,
  renderExercise,
  renderHint,
  renderSolution,
  renderTheorem,
} from './blocks/containers.ts'
import {renderDefinitionList} from './blocks/definition-list.ts'
import {renderEquation} from './blocks/equation.ts'
import {renderFigure} from './blocks/figure.ts'
import {renderIndex} from './blocks/index-block.ts'
import {renderList} from './blocks/list.ts'
import {renderListing} from './blocks/listing.ts'
import {pauseMark} from './blocks/pause.ts'
import {renderRawHtml} from './blocks/raw-html.ts'
import {renderTable} from './blocks/table.ts'
import {announces} from './inline/announces.ts'
import {renderSentences} from './inline/render-sentences.ts'
import type {RenderContext, RenderInner} from './render-context.ts'

function renderProse(block: Prose, context: RenderContext): Element {
  const introduces = announces(block) ? {className: 'introduces'} : {}
  return h('p', {...blockProperties(block.id, context), ...introduces}, renderSentences(block, context))
}

type Renderer<Type extends Block['type']> = (
  block: Extract<Block, {type: Type}>,
  context: RenderContext,
  inner: RenderInner,
) => Element

/** One renderer for each type of block; the type checker asks for all of them. */
const renderers: {readonly [Type in Block['type']]: Renderer<Type>} = {
  break: (block, context) => h('hr', blockProperties(block.id, context)),
  callout: renderCallout,
  columns: (block, context, inner) =>
    h(
      'div',
      {...blockProperties(block.id, context), className: 'columns'},
      block.columns.map(({blocks, width}) =>
        h('div', {className: 'column', ...(width ? {style: `flex-basis:${width}`} : {})}, inner(blocks)),
      ),
    ),
  definitionList: renderDefinitionList,
  details: renderDetails,
  equation: renderEquation,
  exercise: renderExercise,
  figure: renderFigure,
  group: (block, context, inner) =>
    h(
      'div',
      {
        ...blockProperties(block.id, context),
        className: block.behaviour,
        ...(block.behaviour === 'glossary' ? {role: 'doc-glossary'} : {}),
      },
      inner(block.blocks),
    ),
  hint: renderHint,
  index: renderIndex,
  list: renderList,
  listing: renderListing,
  pause: pauseMark,
  prose: renderProse,
  quote: (block, context, inner) => h('blockquote', blockProperties(block.id, context), inner(block.blocks)),
  rawHtml: renderRawHtml,
  slide: (block, context, inner) => h('div', blockProperties(block.id, context), inner(block.blocks)),
  solution: renderSolution,
  speakerNotes: (block, context, inner) =>
    h('div', {...blockProperties(block.id, context), className: 'speaker-notes'}, [
      ...(block.minutes ? [h('p', {className: 'notes-minutes'}, context.locale.words.minutes(block.minutes))] : []),
      ...inner(block.blocks),
    ]),
  table: renderTable,
  theorem: renderTheorem,
}

/** A block as one hast element that carries the block's id. */
export function renderBlock(block: Block, context: RenderContext): Element {
  const render = renderers[block.type] as (block: Block, context: RenderContext, inner: RenderInner) => Element
  return render(block, context, (blocks) => renderBlocks(blocks, context))
}

export function renderBlocks(blocks: readonly Block[], context: RenderContext): Element[] {
  return blocks.flatMap((block) => [...(context.atPlace?.(block.id, 'block') ?? []), renderBlock(block, context)])
}
