import {localeFor} from '../../locale/locale.ts'
import type {Course} from '../../model/course.ts'
import type {Slide} from '../../model/deck.ts'
import {footnoteTable} from '../footnotes.ts'
import type {RenderContext, Renderers} from '../render-context.ts'

/** What the output with the slide knows, and the renderers do not. */
export interface SlideHome extends Pick<RenderContext, 'bookHref' | 'href' | 'identifiers' | 'resourceUrl'> {
  readonly course: Course
  readonly renderers: Renderers
}

/** The context in which a slide is rendered, on whichever page it stands. */
export function slideContext(
  {chapter}: Pick<Slide, 'chapter'>,
  {course, renderers, ...home}: SlideHome,
): RenderContext {
  return {
    course,
    locale: localeFor(course),
    medium: 'slide',
    ...renderers,
    footnotes: footnoteTable(course.chapters.find(({id}) => id === chapter)),
    ...home,
  }
}
