import type {Image, Paragraph, PhrasingContent, Root, RootContent, Text} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'
import type {Container, FigureNode} from '../../model/mdast.ts'
import {replaceAt} from '../../model/replace-at.ts'
import {textLength} from '../../model/text-length.ts'
import {noAttributes} from '../attributes.ts'

/**
 * An image on a line of its own is a figure, and what Markdown calls its alternative text is the caption (Pandoc's
 * implicit figures). `alt="…"` is the alternative text; without it the caption serves. A short line below it is its caption, as on
 * GitHub: in the same paragraph, or in emphasis in the next. Images on one line stay side by side.
 */
export function recogniseFigures(tree: Root): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    const made = parent && blocksOf(node)
    if (!made || index === undefined) return undefined
    const isCaptioned = takeCaption(made, parent.children[index + 1])
    const [first] = made
    const {anchors} = node.data ?? {}
    if (anchors && first) first.data = {...first.data, anchors}
    if (isCaptioned) parent.children.splice(index + 1, 1)
    replaceAt(parent.children, index, made as never[])
    return index + made.length
  })
  visit(tree, 'image', (node) => {
    // In a line of text its words are the alternative text, and no more.
    if ('children' in node) delete node.children
  })
}

/** Gives a figure that stands alone the line below it. */
function takeCaption([only, ...others]: readonly RootContent[], next: RootContent | undefined): boolean {
  const caption = only?.type === 'figure' && others.length === 0 ? captionIn(next) : undefined
  if (only?.type !== 'figure' || !caption) return false
  only.children = caption
  return true
}

const isImage = (node: PhrasingContent): node is Image => node.type === 'image'
const isSpace = (node: PhrasingContent) => node.type === 'text' && !node.value.trim()

/** Longest line that is a caption without being marked as one, in Chinese characters. */
const longestCaption = 40

/** The blocks of a paragraph with images on lines of their own; `undefined` where it has none. */
function blocksOf(paragraph: Paragraph): RootContent[] | undefined {
  const isLabel = paragraph.data !== undefined && 'directiveLabel' in paragraph.data
  const lines = isLabel ? [] : linesOf(paragraph.children)
  if (!lines.some((line) => isOfImages(line))) return undefined
  const [first = [], second = [], ...others] = lines.filter((line) => !line.every(isSpace))
  const [image, ...more] = first.filter(isImage)
  if (isOfImages(first) && image && more.length === 0 && others.length === 0 && isCaption(second)) {
    return [toFigure(image, unwrapped(second))]
  }
  return groupLines(lines).flatMap((group): RootContent[] => {
    if (!isOfImages(group)) return [{...paragraph, children: trimLines(group)}]
    return sideBySide(group.filter(isImage).map((one) => toFigure(one)))
  })
}

const isOfImages = (line: readonly PhrasingContent[]) =>
  line.some(isImage) && line.every((node) => isImage(node) || isSpace(node))

/** The lines of a paragraph, without the breaks between them. */
function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else if (child.type === 'text' && child.value.includes('\n')) {
      for (const [index, value] of child.value.split('\n').entries()) {
        if (index > 0) lines.push([])
        if (value) lines.at(-1)?.push(partOf(child, {value, index}))
      }
    } else lines.at(-1)?.push(child)
  }
  return lines
}

/** A line of a text, with its place. */
function partOf(text: Text, {index, value}: {readonly value: string; readonly index: number}): Text {
  const {position} = text
  if (!position || index === 0) return {...text, value}
  const start = {line: position.start.line + index, column: 1}
  return {...text, value, position: {start, end: {line: start.line, column: value.length + 1}}}
}

/** Lines of images each for itself, and lines of text with their neighbours. */
function groupLines(lines: readonly PhrasingContent[][]): PhrasingContent[][] {
  const groups: PhrasingContent[][] = []
  let isOpen = false
  for (const line of lines) {
    if (isOfImages(line)) groups.push(line)
    else if (isOpen) append(groups.at(-1) ?? [], [{type: 'text', value: '\n'}, ...line])
    else if (!line.every(isSpace)) groups.push([...line])
    isOpen = !isOfImages(line) && (isOpen || !line.every(isSpace))
  }
  return groups
}

function trimLines(children: PhrasingContent[]): PhrasingContent[] {
  const last = children.findLastIndex((child) => !isSpace(child))
  return children.slice(0, last + 1)
}

/** Two or three are beside each other, more in rows of three and less. */
function sideBySide(figures: readonly FigureNode[]): RootContent[] {
  const [only] = figures
  if (figures.length === 1 && only) return [only]
  const rows = Math.ceil(figures.length / 3)
  const perRow = Math.ceil(figures.length / rows)
  return Array.from({length: rows}, (_, row): Container => {
    const children = figures.slice(row * perRow, (row + 1) * perRow).map((figure) => ({
      type: 'containerDirective',
      name: 'column',
      attributes: {},
      children: [figure],
      ...(figure.position ? {position: figure.position} : {}),
    }))
    const {position} = children[0] ?? {}
    return {
      type: 'containerDirective',
      name: 'columns',
      attributes: {},
      children: children as never,
      ...(position ? {position} : {}),
    }
  })
}

const isCaption = (line: readonly PhrasingContent[]) =>
  line.length > 0 && !line.some(isImage) && (isEmphasised(line) || textLength(toString([...line])) <= longestCaption)

function isEmphasised(line: readonly PhrasingContent[]): boolean {
  const [only, ...others] = line.filter((node) => !isSpace(node))
  return only?.type === 'emphasis' && others.length === 0
}

/** A paragraph of nothing but emphasis below a figure. */
function captionIn(node: RootContent | undefined): PhrasingContent[] | undefined {
  if (node?.type !== 'paragraph' || !isEmphasised(node.children)) return undefined
  return linesOf(node.children).length === 1 ? unwrapped(node.children) : undefined
}

/** What is in the emphasis of a caption: all captions look alike. */
function unwrapped(line: readonly PhrasingContent[]): PhrasingContent[] {
  const only = line.find((node) => !isSpace(node))
  return isEmphasised(line) && only?.type === 'emphasis' ? only.children : [...line]
}

function toFigure(image: Image, below?: readonly PhrasingContent[]): FigureNode {
  const attributes = image.data?.attributes ?? noAttributes
  const words = image.alt ?? ''
  const caption = below ?? captionOf(image)
  return {
    type: 'figure',
    url: image.url,
    alt: attributes.values['alt'] ?? (words || toString([...caption])),
    children: [...caption],
    data: {attributes},
    ...(image.position ? {position: image.position} : {}),
  }
}

/** What stands in the brackets of an image, else its title. */
function captionOf(image: Image): PhrasingContent[] {
  if ('children' in image) return image.children as PhrasingContent[]
  const caption = image.alt || image.title
  return caption ? [{type: 'text', value: caption}] : []
}
