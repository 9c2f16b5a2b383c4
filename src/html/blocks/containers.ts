import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {PhrasingContent} from 'mdast'
import type {Callout, Details, Exercise, Hint, Solution, Theorem} from '../../model/block.ts'
import {blockProperties} from '../block-properties.ts'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import type {RenderContext, RenderInner} from '../render-context.ts'

export function renderCallout(block: Callout, context: RenderContext, inner: RenderInner): Element {
  const {labels} = context.locale
  return h(
    'div',
    {...blockProperties(block.id, context), className: ['callout', `callout-${block.kind}`], role: 'note'},
    [
      h('p', {className: 'container-title'}, titleWithLabel(labels[block.kind], block.title, context)),
      ...inner(block.blocks),
    ],
  )
}

export function renderTheorem(block: Theorem, context: RenderContext, inner: RenderInner): Element {
  const label = block.label ?? context.locale.labels[block.kind]
  return h('div', {...blockProperties(block.id, context), className: ['theorem', `theorem-${block.kind}`]}, [
    h('p', {className: 'container-title'}, titleWithLabel(label, block.title, context)),
    ...inner(block.blocks),
  ])
}

export function renderExercise(block: Exercise, context: RenderContext, inner: RenderInner): Element {
  const label = block.label ?? context.locale.labels.exercise
  return h('div', {...blockProperties(block.id, context), className: 'exercise'}, [
    h('p', {className: 'container-title'}, titleWithLabel(label, block.title, context)),
    ...inner(block.blocks),
  ])
}

/** Open on slides and paper, where nobody can click. */
export function renderDetails(block: Details, context: RenderContext, inner: RenderInner): Element {
  const words = block.title.length > 0 ? block.title : [{type: 'text' as const, value: context.locale.words.details}]
  const title = renderPhrasing(words, context)
  const properties = {...blockProperties(block.id, context), className: 'details'}
  return context.medium === 'epub'
    ? h('details', {...properties, open: true}, [h('summary', title), ...inner(block.blocks)])
    : h('div', properties, [h('p', {className: 'container-title'}, title), ...inner(block.blocks)])
}

export function renderHint(block: Hint, context: RenderContext, inner: RenderInner): Element {
  return h('div', {...blockProperties(block.id, context), className: 'hint'}, [
    h('p', {className: 'container-title'}, context.locale.labels.hint),
    ...inner(block.blocks),
  ])
}

/** Names the exercise it solves, with a link where the output holds it. */
export function renderSolution(block: Solution, context: RenderContext, inner: RenderInner): Element {
  const exercise = context.course.references.get(block.exercise)
  const href = exercise && context.href(exercise.id)
  const name = exercise ? ` · ${exercise.label}` : ''
  return h('div', {...blockProperties(block.id, context), className: 'solution'}, [
    h('p', {className: 'container-title'}, [context.locale.labels.solution, href ? h('a', {href}, name) : name]),
    ...inner(block.blocks),
  ])
}

function titleWithLabel(label: string, title: readonly PhrasingContent[], context: RenderContext): ElementContent[] {
  const labelElement = h('span', {className: 'container-label'}, label)
  return title.length > 0
    ? [labelElement, {type: 'text', value: ' '}, ...renderPhrasing(title, context)]
    : [labelElement]
}
