import type {Element} from 'hast'
import {h} from 'hastscript'
import {renderBlocks} from '../../html/render-block.ts'
import {renderReading} from '../../html/slide/render-slide.ts'
import type {Slide} from '../../model/deck.ts'
import {boxWidth, renderFramed} from './entry.ts'
import type {Handout, HandoutPages} from './handout.ts'
import {renderLines} from './ruled-lines.ts'
import {chapterStarts} from './sheets.ts'

/** Lines beside a slide that has no text. */
const linesBeside = 5

/** Each slide beside its text: the reading text for students, with notes and solutions for the teacher. */
export function notesPages(handout: Handout): HandoutPages {
  const starts = chapterStarts(handout)
  const body = handout.deck.slides.map((slide) => renderEntry(slide, starts.has(slide), handout))
  return {orientation: 'portrait', css: boxWidth(84), body}
}

function renderEntry(slide: Slide, isStart: boolean, handout: Handout): Element {
  const {words} = handout.locale
  const context = handout.contextFor(slide.chapter)
  // Before its text, so that ids belong to the slide.
  const framed = renderFramed(slide, handout)
  const notes = renderBlocks(slide.notes, context)
  const reading = renderReading(slide, 'handout', context)
  const texts = [
    ...(notes.length > 0 ? [h('p', {className: 'entry-label'}, words.speakerNotes), ...notes] : []),
    ...(reading.length > 0 ? [h('p', {className: 'entry-label'}, words.readingText), ...reading] : []),
  ]
  return h('article', {className: ['entry', ...(isStart ? ['chapter-start'] : [])], id: slide.id}, [
    framed,
    texts.length > 0 ? h('div', {className: 'entry-text'}, texts) : renderLines(linesBeside),
  ])
}
