import type {Properties} from 'hast'
import type {PhrasingContent} from 'mdast'
import {isPlain, plainTitle} from '../model/plain-title.ts'
import type {RenderContext} from './render-context.ts'

/** What menus and bookmarks call a heading that is more than text: they would have nothing of its formulas, or too much. */
export function titleProperties(
  title: readonly PhrasingContent[],
  {course, medium}: RenderContext,
  number = '',
): Properties {
  if (medium === 'epub' || isPlain(title)) return {}
  return {dataTitle: `${number} ${plainTitle(title, course.references)}`.trim()}
}
