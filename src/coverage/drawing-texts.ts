import {fromXml} from 'xast-util-from-xml'
import type {Nodes} from 'xast'
import type {Course} from '../model/course.ts'
import {allBlocks} from '../model/walk.ts'
import {elementsNamed} from './epub/elements-named.ts'
import {normalizeText} from './normalize-text.ts'

/** Words of a drawing and what it is made of, to be held against the file it comes from. */
export interface DrawingText {
  /** Of the figure. */
  readonly block: string
  /** Without white space, in the order of drawing. */
  readonly text: string
  /** So many shapes and words. */
  readonly parts: number
}

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text']

/** Of each figure whose drawing is a file of the course; diagrams are drawn from their text, and of those nothing is known here. */
export function drawingTexts({chapters, resources}: Course): DrawingText[] {
  return chapters.flatMap((chapter) =>
    [...allBlocks(chapter)].flatMap((block): DrawingText[] => {
      if (block.type !== 'figure' || block.diagram) return []
      const resource = resources.get(block.resource)
      if (resource?.mediaType !== 'image/svg+xml') return []
      const tree = fromXml(new TextDecoder().decode(resource.contents))
      const texts = elementsNamed(tree, 'text').map((element) => textOf(element))
      const parts = shapes.reduce((sum, name) => sum + elementsNamed(tree, name).length, 0)
      return [{block: block.id, text: normalizeText(texts.join('')), parts}]
    }),
  )
}

/** Whether every drawing of the course is known here. */
export const hasDiagrams = ({chapters}: Course): boolean =>
  chapters.some((chapter) => [...allBlocks(chapter)].some((block) => block.type === 'figure' && Boolean(block.diagram)))

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
