import type {Element} from 'hast'
import type {RenderContext} from '../../src/html/render-context.ts'
import {renderReading, renderSlide} from '../../src/html/slide/render-slide.ts'
import {slideContext} from '../../src/html/slide/slide-context.ts'
import type {Course} from '../../src/model/course.ts'
import type {Slide} from '../../src/model/deck.ts'

/** A slide and its reading text as the deck has them, without formulas and colours. */
export function renderSlideOf(
  slide: Slide,
  course: Course,
): {readonly box: Element; readonly reading: readonly Element[]} {
  const context: RenderContext = slideContext(slide, {
    course,
    renderers: {
      formulas: new Map(),
      highlight: (code) => code.split('\n').map((line) => [{type: 'text', value: line}]),
      inkOn: () => 'own',
    },
    identifiers: new Set(),
    resourceUrl: ({path}) => path,
    href: (id) => `#${id}`,
  })
  return {box: renderSlide(slide, context), reading: renderReading(slide, 'deck', context)}
}
