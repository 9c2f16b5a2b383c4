import {fromXml} from 'xast-util-from-xml'
import type {Element, Nodes, Root} from 'xast'
import type {Course, Resource} from '../model/course.ts'
import {allBlocks} from '../model/walk.ts'
import {elementsNamed} from './epub/elements-named.ts'
import {normalizeText} from './normalize-text.ts'

/** Words of a drawing and what it is made of, to be held against the file it comes from. */
export interface DrawingText {
  /** Of the figure. */
  readonly block: string
  /** Without white space, in the order of drawing. */
  readonly text: string
  /** Without the words of hidden layers, which are in no PDF. */
  readonly seen: string
  /** So many shapes and words. */
  readonly parts: number
}

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text']

/** Of each figure whose drawing is a file of the course; diagrams are drawn from their text, and of those nothing is known here. */
export function drawingTexts({chapters, resources}: Course): DrawingText[] {
  return chapters.flatMap((chapter) =>
    [...allBlocks(chapter)].flatMap((block): DrawingText[] => {
      if (block.type !== 'figure' || block.diagram) return []
      const read = readDrawing(resources.get(block.resource))
      return read ? [{block: block.id, ...read}] : []
    }),
  )
}

/** The texts of all SVG files in the course, including inline images. */
export const allDrawingTexts = ({resources}: Course): Omit<DrawingText, 'block'>[] =>
  [...resources.values()].flatMap((resource) => readDrawing(resource) ?? [])

function readDrawing(resource: Resource | undefined): Omit<DrawingText, 'block'> | undefined {
  if (resource?.mediaType !== 'image/svg+xml') return undefined
  const tree = parse(resource.contents)
  if (!tree) return undefined
  leaveOut(tree, isOtherWay)
  const parts = shapes.reduce((sum, name) => sum + elementsNamed(tree, name).length, 0)
  const text = wordsOf(tree)
  leaveOut(tree, isHidden)
  return {text, seen: wordsOf(tree), parts}
}

const wordsOf = (tree: Root) =>
  normalizeText(
    elementsNamed(tree, 'text')
      .map((element) => textOf(element))
      .join(''),
  )

function leaveOut(parent: Root | Element, isOut: (element: Element, parent: Root | Element) => boolean): void {
  const inside = (child: Nodes) => child.type !== 'element' || !isOut(child, parent)
  parent.children = parent.children.filter((child) => inside(child)) as typeof parent.children
  for (const child of parent.children) if (child.type === 'element') leaveOut(child, isOut)
}

/** HTML in a drawing, which only browsers show, and of a `<switch>` all but the first way of drawing it without. */
function isOtherWay(element: Element, parent: Root | Element): boolean {
  if (element.name === 'foreignObject') return true
  if (parent.type !== 'element' || parent.name !== 'switch') return false
  const ways = parent.children.filter(
    (child) => child.type === 'element' && child.name !== 'foreignObject',
  ) as Element[]
  const chosen = ways.find(({attributes}) => attributes['systemLanguage'] === undefined) ?? ways[0]
  return element !== chosen
}

const isHidden = ({attributes}: Element) =>
  attributes['display'] === 'none' || /(?:^|;)\s*display\s*:\s*none\b/u.test(attributes['style'] ?? '')

/** All words of drawings, and what diagrams are drawn from. */
export function drawnWords({chapters, resources}: Course): string {
  const drawings = [...resources.values()].filter(({mediaType}) => mediaType === 'image/svg+xml')
  const texts = drawings.map(({contents}) => {
    const tree = parse(contents)
    return tree ? elementsNamed(tree, 'text') : []
  })
  const diagrams = chapters.flatMap((chapter) =>
    [...allBlocks(chapter)].flatMap((block) =>
      block.type === 'figure' && block.diagram ? [JSON.stringify(block.diagram)] : [],
    ),
  )
  return normalizeText([...texts.flat().map((element) => textOf(element)), ...diagrams].join('\n'))
}

/** Whether every drawing of the course is known here. */
export const hasDiagrams = ({chapters}: Course): boolean =>
  chapters.some((chapter) => [...allBlocks(chapter)].some((block) => block.type === 'figure' && Boolean(block.diagram)))

/** Absent of what is no XML: a drawing that browsers mend is not judged. */
function parse(contents: Uint8Array): Root | undefined {
  try {
    return fromXml(new TextDecoder().decode(contents))
  } catch {
    return undefined
  }
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
