import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {append} from '../../model/append.ts'
import type {Block} from '../../model/block.ts'
import type {Slide, SlideItem} from '../../model/deck.ts'
import {listedTitle} from '../../model/plain-title.ts'
import type {Output} from '../../model/output.ts'
import {countUnits, excerptBlock, sliceBlock} from '../../model/slice-block.ts'
import {blockProperties} from '../block-properties.ts'
import {pauseMark} from '../blocks/pause.ts'
import {renderFootnote} from '../footnotes.ts'
import {titleProperties} from '../title-properties.ts'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import {renderBlock, renderBlocks} from '../render-block.ts'
import type {RenderContext} from '../render-context.ts'
import {addFragments} from './add-fragments.ts'
import {addPauses} from './add-pauses.ts'
import {renderCodeSteps} from './code-steps.ts'
import {chapterProgress, renderInnerSections, sectionProgress} from './render-divider.ts'
import {hideBlankEdges} from './hide-blank-edges.ts'
import {joinNames} from '../../model/join-names.ts'

/** A slide's own box: the same in the deck, in the slides PDF, in the handout, and while it is measured. */
export function renderSlide(slide: Slide, context: RenderContext): Element {
  const box = renderLayout(slide, context)
  const style = backgroundStyle(slide, context)
  if (style) box.properties['style'] = style
  for (const name of inkClasses(slide, context)) addClass(box, name)
  return box
}

/** How the text of a slide stands out from the background that its author gave it; a picture is veiled below the text. */
export function inkClasses({background}: Slide, {course, inkOn}: RenderContext): string[] {
  if (course.resources.has(background.image)) return ['on-picture']
  const given = background.gradient || background.color
  const ink = given ? inkOn(given) : 'own'
  return ink === 'own' ? [] : [`ink-${ink}`]
}

function backgroundStyle({background: {color, gradient, image}}: Slide, context: RenderContext): string {
  const resource = context.course.resources.get(image)
  const layers = [...(resource ? [`url(${context.resourceUrl(resource)})`] : []), ...(gradient ? [gradient] : [])]
  return [
    ...(color ? [`background-color:${color}`] : []),
    ...(layers.length > 0
      ? [`background-image:${layers.join(',')};background-size:cover;background-position:center`]
      : []),
  ].join(';')
}

function renderLayout(slide: Slide, context: RenderContext): Element {
  switch (slide.layout) {
    case 'title':
      return renderTitle(slide, context)
    case 'agenda':
      return renderAgenda(slide, context)
    case 'chapter':
      return renderChapter(slide, context)
    case 'section':
      return h('div', {className: ['slide', 'slide-section']}, [
        renderHeader(slide, context),
        ...renderInnerSections(slide, context),
        ...sectionProgress(slide, context),
        renderFooter(slide, context),
      ])
    case 'content':
    case 'roomy':
    case 'beside':
    case 'columns':
    case 'figure':
    case 'quote':
    case 'recap':
      return h('div', {className: ['slide', `slide-${slide.layout}`]}, [
        renderHeader(slide, context),
        renderContent(slide, context),
        ...renderPageNotes(slide, context),
        renderFooter(slide, context),
      ])
    default:
      return slide.layout satisfies never
  }
}

/** The full text of what the slide condenses, for an output that shows it. */
export function renderReading(slide: Slide, output: Output, context: RenderContext): Element[] {
  const heading = slide.fullHeading.length > 0 && slide.part.index === 1
  const blocks = slide.reading.filter((block) => block.audience.outputs.includes(output))
  return [
    ...(heading
      ? [h('p', {className: 'reading-heading', dataBlock: slide.section}, renderPhrasing(slide.fullHeading, context))]
      : []),
    ...renderBlocks(blocks, context),
    ...slide.footnotes.map(({footnote}) => renderFootnote(footnote, context)),
  ]
}

function renderHeader(slide: Slide, context: RenderContext): Element {
  const {count, index} = slide.part
  const part = count > 1 ? [h('span', {className: 'part'}, `${index}/${count}`)] : []
  const isSectionsOwn = slide.section && slide.fullHeading.length === 0
  return h('header', {className: 'slide-header'}, [
    // Beside the kicker: in the heading it would change the height that was measured without it.
    h('p', {className: 'kicker'}, [
      h('span', renderPhrasing(listedTitle(slide.kicker, context.course.references), context)),
      ...part,
    ]),
    h(
      'h2',
      {...(isSectionsOwn && index === 1 ? {dataBlock: slide.section} : {}), ...titleProperties(slide.heading, context)},
      [...renderPhrasing(slide.heading, context)],
    ),
  ])
}

function renderContent(slide: Slide, context: RenderContext): Element {
  const style = slide.scale < 1 ? {style: `zoom:${slide.scale}`} : {}
  const items = slide.items.flatMap((item): ElementContent[] => {
    const element = renderItem(item, context)
    const own = [...(item.cell ? [gridArea(item.cell)] : []), ...heightOf(item)].join(';')
    if (own) element.properties['style'] = own
    return [...(item.isAfterPause ? [pauseMark()] : []), element]
  })
  const body = h('div', {className: 'slide-body', ...style}, items)
  addPauses(body, {isContinued: slide.part.index > 1})
  return body
}

const heightOf = ({pictureHeight}: SlideItem) =>
  pictureHeight === undefined ? [] : [`--picture-height:${Math.floor(pictureHeight)}px`]

const gridArea = ({column, row}: NonNullable<SlideItem['cell']>) =>
  column === 'both' ? `grid-row:${row};grid-column:1 / span 2` : `grid-row:${row};grid-column:${column}`

/** The notes and works that the slide refers to, small above its foot. */
function renderPageNotes({pageNotes}: Slide, context: RenderContext): Element[] {
  if (pageNotes.length === 0) return []
  const notes = pageNotes.map(({block, content, id, mark}) =>
    h('p', {...(block ? blockProperties(block, context) : {}), dataNote: id}, [
      h('span', {className: 'page-note-mark'}, mark),
      ' ',
      ...renderPhrasing(content, context),
    ]),
  )
  return [h('div', {className: 'page-notes'}, notes)]
}

function renderItem(item: SlideItem, context: RenderContext): Element {
  const block: Block = sliceBlock(excerptBlock(item.block), item.piece)
  const element = renderBlock(block, context)
  addFragments(element)
  if (block.type === 'prose') addClass(element, 'lead')
  if (block.type === 'listing') append(element.children, renderCodeSteps(block))
  if (item.piece && block.type === 'listing') hideBlankEdges(element)
  if (item.piece && item.piece.from > 0) addClass(element, 'continued')
  if (isEndOfExcerpt(item)) addMore(element, block, context)
  return element
}

/** Whether slides leave out what would follow this item. */
function isEndOfExcerpt({block, piece}: SlideItem): boolean {
  if ((block.type !== 'listing' && block.type !== 'table') || block.shortenedFrom === undefined) return false
  return !piece || piece.to >= countUnits(excerptBlock(block))
}

/** How much there is in all, shown by the style sheet: it is no part of the code or the table. */
function addMore(element: Element, block: Block, {locale}: RenderContext): void {
  if (block.type !== 'listing' && block.type !== 'table') return
  const {linesInAll, rowsInAll} = locale.words
  const words = block.type === 'listing' ? linesInAll : rowsInAll
  element.properties['dataMore'] = words.replace('{}', String(block.shortenedFrom))
}

function addClass(element: Element, name: string): void {
  const {className} = element.properties
  element.properties['className'] = [
    ...(Array.isArray(className) ? className : className ? [String(className)] : []),
    name,
  ]
}

/** Where the slide is in the course, linked to that place in the book. */
function renderFooter(slide: Slide, context: RenderContext): Element {
  const {course} = context
  const chapter = course.chapters.find(({id}) => id === slide.chapter)
  const place = chapter ? `${chapter.label} ${chapter.shortTitle}`.trim() : ''
  return h('footer', {className: 'slide-footer'}, [
    h('span', bookLink('', [{type: 'text', value: course.title}], context)),
    h('span', place ? bookLink(slide.section || slide.chapter, [{type: 'text', value: place}], context) : []),
  ])
}

/** Words that lead to a chapter or section of the book, or to its beginning; plain words where no book can be linked. */
function bookLink(id: string, words: ElementContent[], {bookHref, locale}: RenderContext): ElementContent[] {
  const href = bookHref?.(id)
  return href && words.length > 0 ? [h('a', {href, className: 'book-link', title: locale.words.pdf}, words)] : words
}

function renderTitle(slide: Slide, context: RenderContext): Element {
  const {authors, date, language} = context.course
  return h('div', {className: ['slide', 'slide-title']}, [
    h('h1', bookLink('', renderPhrasing(slide.heading, context), context)),
    h('p', {className: 'subtitle'}, renderPhrasing(listedTitle(slide.kicker, context.course.references), context)),
    h('p', {className: 'byline'}, [joinNames(authors, language), authors.length > 0 ? ' · ' : '', date]),
  ])
}

/** A content slide with lectern's own heading. */
function renderAgenda(slide: Slide, context: RenderContext): Element {
  const heading = [{type: 'text' as const, value: context.locale.words.agenda}]
  return h('div', {className: ['slide', 'slide-agenda']}, [
    renderHeader({...slide, heading}, context),
    renderContent(slide, context),
    renderFooter(slide, context),
  ])
}

function renderChapter(slide: Slide, context: RenderContext): Element {
  const objectives = slide.items.map((item) => renderItem(item, context))
  const {words} = context.locale
  return h('div', {className: ['slide', 'slide-chapter']}, [
    h(
      'p',
      {className: 'kicker'},
      bookLink(slide.chapter, renderPhrasing(listedTitle(slide.kicker, context.course.references), context), context),
    ),
    h(
      'h2',
      {dataBlock: slide.chapter, ...titleProperties(slide.heading, context)},
      renderPhrasing(slide.heading, context),
    ),
    ...(objectives.length > 0 ? [h('p', {className: 'objectives-title'}, words.objectives), ...objectives] : []),
    ...chapterProgress(slide, context),
  ])
}
