import {toString} from 'mdast-util-to-string'
import type {Block, Figure} from '../model/block.ts'
import type {Course} from '../model/course.ts'
import {mapCourse} from '../model/map-course.ts'
import {listing, textOf} from './keep-formulas-as-text.ts'

/** A course in which diagrams that could not be drawn are listings of their text, under the same id and label. */
export function keepDiagramsAsText(course: Course, failed: ReadonlySet<string>): Course {
  if (failed.size === 0) return course
  return mapCourse(course, {
    phrasing: (nodes) => nodes,
    block: (block): Block =>
      block.type === 'figure' && block.diagram && failed.has(block.resource) ? listingOf(block, block.diagram) : block,
  })
}

function listingOf(
  {audience, caption, id, label, position}: Figure,
  {language, source}: NonNullable<Figure['diagram']>,
): Block {
  const title = [label, toString([...caption])].filter(Boolean).join(' ')
  return listing({
    id,
    position,
    audience,
    code: source,
    title: textOf(title),
    language: language === 'graphviz' ? 'dot' : language,
  })
}
