import type {Image, Paragraph, PhrasingContent, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {FigureNode} from '../../model/mdast.ts'
import {noAttributes} from '../attributes.ts'

/**
 * An image alone in its paragraph is a figure, and what Markdown calls its alternative text is the caption (Pandoc's
 * implicit figures). `alt="…"` is the alternative text; without it the caption serves.
 */
export function recogniseFigures(tree: Root): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    const images = figureImages(node)
    if (images.length === 0 || !parent || index === undefined) return undefined
    parent.children.splice(index, 1, ...images.map((image) => toFigure(image)))
    return index + images.length
  })
}

function figureImages(node: Paragraph): Image[] {
  const images = node.children.filter((child) => child.type === 'image')
  const others = node.children.filter((child) => child.type !== 'image')
  const onlySpace = others.every((child) => child.type === 'break' || (child.type === 'text' && !child.value.trim()))
  return onlySpace ? images : []
}

function toFigure(image: Image): FigureNode {
  const attributes = image.data?.attributes ?? noAttributes
  const caption = image.alt ?? ''
  return {
    type: 'figure',
    url: image.url,
    alt: attributes.values['alt'] ?? caption,
    children: captionContent(caption || (image.title ?? '')),
    data: {attributes},
    ...(image.position ? {position: image.position} : {}),
  }
}

/** remark keeps only the text of an image's description: it is plain. */
function captionContent(caption: string): PhrasingContent[] {
  return caption ? [{type: 'text', value: caption}] : []
}
