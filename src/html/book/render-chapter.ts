import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Chapter, Section} from '../../model/course.ts'
import {claimId} from '../block-properties.ts'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import {titleProperties} from '../title-properties.ts'
import {renderBlocks} from '../render-block.ts'
import type {RenderContext} from '../render-context.ts'

/** The inside of a chapter of the linear reading: opener, objectives, blocks, sections. Footnotes are the writer's. */
export function renderChapterContent(chapter: Chapter, context: RenderContext): ElementContent[] {
  const title = renderPhrasing(chapter.title, context)
  return [
    ...(context.atPlace?.(chapter.id, 'block') ?? []),
    ...(chapter.part ? [h('p', {className: 'part-title'}, chapter.part)] : []),
    ...(chapter.label ? [h('p', {className: 'kicker'}, chapter.label)] : []),
    h(
      'h1',
      {...claimId(chapter.id, context), dataBlock: chapter.id, ...titleProperties(chapter.title, context)},
      title,
    ),
    ...renderObjectives(chapter, context),
    ...renderBlocks(chapter.blocks, context),
    ...chapter.sections.map((section) => renderSection(section, context)),
  ]
}

function renderObjectives(chapter: Chapter, context: RenderContext): Element[] {
  if (chapter.objectives.length === 0) return []
  return [
    h('div', {className: 'objectives'}, [
      h('p', {className: 'container-title'}, context.locale.words.objectives),
      h(
        'ul',
        chapter.objectives.map((objective) => h('li', objective.text)),
      ),
    ]),
  ]
}

function renderSection(section: Section, context: RenderContext): Element {
  const rank = Math.min(6, section.depth)
  return h('section', [
    ...(context.atPlace?.(section.id, 'block') ?? []),
    h(
      `h${rank}`,
      {
        ...claimId(section.id, context),
        dataBlock: section.id,
        ...titleProperties(section.title, context, section.number),
      },
      [
        ...(section.number ? [h('span', {className: 'heading-number'}, section.number), ' '] : []),
        ...renderPhrasing(section.title, context),
      ],
    ),
    ...renderBlocks(section.blocks, context),
    ...section.sections.map((child) => renderSection(child, context)),
  ])
}
