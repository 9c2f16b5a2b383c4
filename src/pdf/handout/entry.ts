import type {Element} from 'hast'
import {h} from 'hastscript'
import {renderSlide} from '../../html/slide/render-slide.ts'
import type {Slide} from '../../model/deck.ts'
import type {Handout} from './handout.ts'

/** A slide in its frame, and below it what it is: its number, its section, and its page in the book. */
export function renderFramed(slide: Slide, handout: Handout): Element {
  const box = renderSlide(slide, handout.contextFor(slide.chapter))
  handout.levelHeading(slide, box)
  return h('div', {className: 'entry-slide'}, [h('div', {className: 'entry-box'}, [box]), renderSource(slide, handout)])
}

function renderSource(slide: Slide, {course, deck, locale, pageOf}: Handout): Element {
  const {labels, words} = locale
  const chapter = course.chapters.find(({id}) => id === slide.chapter)
  // A section's first slide names where that begins, the others where what is on them stands.
  const blocks = slide.id === slide.section ? [] : slide.items.map(({block}) => block.id)
  const places = [...blocks, slide.section, slide.chapter]
  const page = places.map((id) => pageOf(id)).find((label) => label !== undefined)
  const section = slide.number ? labels.section(slide.number) : chapter?.label
  const rest = [section, page && words.bookPage(page)].filter(Boolean)
  return h('p', {className: 'entry-source'}, [
    h('span', {className: 'entry-number'}, words.slide(deck.slides.indexOf(slide) + 1)),
    ...rest.map((part) => ` · ${part}`),
  ])
}

/**
 * Width of a slide's box, in CSS px: whole ones, since the slide in it is zoomed by that number. The box takes the slide's
 * size from the same variables.
 */
export function boxWidth(millimetres: number): string {
  return `:root{--box-w:${Math.floor((millimetres * 96) / 25.4)}}`
}
