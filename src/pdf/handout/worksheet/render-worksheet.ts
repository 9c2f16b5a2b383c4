import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {blockProperties} from '../../../html/block-properties.ts'
import {renderPhrasing} from '../../../html/inline/render-phrasing.ts'
import {renderBlock} from '../../../html/render-block.ts'
import type {RenderContext} from '../../../html/render-context.ts'
import type {Block} from '../../../model/block.ts'
import type {Chapter, Section} from '../../../model/course.ts'
import type {Handout} from '../handout.ts'
import {renderLines} from '../ruled-lines.ts'
import {answerLines} from './answer-lines.ts'
import type {BlankKind} from './fill-blanks.ts'
import type {WorksheetChapter, WorksheetExercise, WorksheetPart} from './collect-worksheet.ts'

export interface WorksheetHandout extends Handout {
  /** Empty ones are for students, who also write who they are and their answers. */
  readonly blanks: BlankKind
}

/** Lines under a heading with nothing else. */
const emptyLines = 3

/** A chapter's worksheet, which begins a page. */
export function renderChapter({chapter, parts}: WorksheetChapter, handout: WorksheetHandout): Element {
  const context: RenderContext = {...handout.contextFor(chapter.id), medium: 'page'}
  return h('article', {className: 'worksheet'}, [
    renderOpening(chapter, context, handout),
    ...parts.flatMap((part) => renderPart(part, context, handout)),
  ])
}

function renderOpening(chapter: Chapter, context: RenderContext, {blanks, locale, pageOf}: WorksheetHandout): Element {
  const {words} = locale
  const page = pageOf(chapter.id)
  const source = [chapter.label, page && words.bookPage(page)].filter(Boolean).join(' · ')
  return h('header', {className: 'worksheet-opening'}, [
    ...(blanks === 'empty' ? [renderFields([words.studentName, words.date], words.blank)] : []),
    h('p', {className: 'entry-source'}, source),
    h('h2', blockProperties(chapter.id, context), renderPhrasing(chapter.title, context)),
  ])
}

/** Where students write who they are. */
function renderFields(names: readonly string[], blank: string): Element {
  const fields = names.map((name) =>
    h('span', {className: 'field'}, [
      h('span', name),
      h('span', {className: 'blank', role: 'img', ariaLabel: `${name}: ${blank}`}),
    ]),
  )
  return h('p', {className: 'worksheet-fields'}, fields)
}

function renderPart(
  {exercises, section, sentences}: WorksheetPart,
  context: RenderContext,
  handout: WorksheetHandout,
): Element[] {
  const isEmpty = sentences.length === 0 && exercises.length === 0 && section?.sections.length === 0
  return [
    ...(section ? [renderHeading(section, context, handout)] : []),
    ...sentences.map((sentence) => renderSentence(sentence, context)),
    ...exercises.map((exercise) => renderExercise(exercise, context, handout)),
    ...(isEmpty ? [renderLines(emptyLines)] : []),
  ]
}

function renderHeading(section: Section, context: RenderContext, {locale, pageOf}: Handout): Element {
  const page = pageOf(section.id)
  const source = [section.number && locale.labels.section(section.number), page && locale.words.bookPage(page)]
  return h('div', {className: 'worksheet-heading'}, [
    h(
      `h${Math.min(6, section.depth + 1)}`,
      blockProperties(section.id, context),
      renderPhrasing(section.title, context),
    ),
    h('p', {className: 'entry-source'}, source.filter(Boolean).join(' · ')),
  ])
}

function renderSentence(sentence: Block, context: RenderContext): Element {
  return h('div', {className: ['key-sentence', `key-${sentence.type}`]}, [renderBlock(sentence, context)])
}

function renderExercise(
  {exercise, solutions}: WorksheetExercise,
  context: RenderContext,
  {blanks, locale}: WorksheetHandout,
): Element {
  const answer: ElementContent[] =
    blanks === 'filled'
      ? solutions.map((solution) => renderBlock(solution, context))
      : [renderLines(answerLines(exercise), locale.words.answerSpace)]
  return h('div', {className: 'worksheet-exercise'}, [renderBlock(exercise, context), ...answer])
}
