import type {Element, Properties} from 'hast'
import {h} from 'hastscript'
import type {Figure} from '../../model/block.ts'
import type {Resource} from '../../model/course.ts'
import {blockProperties} from '../block-properties.ts'
import {inlineSvg} from '../image/inline-svg.ts'
import {viewBoxOf} from '../image/view-box.ts'
import {linkOf} from '../image/link-of.ts'
import type {RenderContext} from '../render-context.ts'
import {captionContent} from './caption.ts'

/** A figure with its caption. On screen and paper an SVG stands in the page, so that it has the theme's fonts. */
export function renderFigure(block: Figure, context: RenderContext): Element {
  const resource = context.course.resources.get(block.resource)
  const image = resource ? renderImage(block, resource, context) : h('span', block.alt)
  const caption = captionContent(block.label, block.caption, context)
  const href = linkOf(resource, context)
  return h('figure', blockProperties(block.id, context), [
    h(href ? 'a' : 'div', {href, className: classesOf(block, resource), ...sizeOf(block, resource, context)}, [image]),
    ...(caption.length > 0 ? [h('figcaption', caption)] : []),
  ])
}

const classesOf = ({width}: Figure, resource: Resource | undefined) => [
  'figure-image',
  ...(width ? ['has-width'] : []),
  ...(resource?.missing === undefined ? [] : ['missing-figure']),
]

/** On slides the height is short: what frames a drawing is no wider than the drawing can be. */
function sizeOf(block: Figure, resource: Resource | undefined, {medium}: RenderContext): Properties {
  const box = medium === 'slide' && resource ? viewBoxOf(resource) : undefined
  const style = [widthOf(block, resource), box ? `--ratio:${(box.width / box.height).toFixed(3)}` : '']
    .filter(Boolean)
    .join(';')
  return style ? {style} : {}
}

/** A diagram is as wide as its text asks for: 16 units of its drawing are the size of the text around it. */
function widthOf(block: Figure, resource: Resource | undefined): string {
  if (block.width) return `width:${block.width}`
  if (!block.diagram || !resource) return ''
  const drawing = new TextDecoder().decode(resource.contents)
  const width = Number(/\bwidth="(?<width>[\d.]+)"/u.exec(drawing)?.groups?.['width'] ?? 0)
  return width > 0 ? `width:${(width / 16).toFixed(1)}em` : ''
}

function renderImage(block: Figure, resource: Resource, context: RenderContext): Element {
  const url = () => h('img', {src: context.resourceUrl(resource), alt: block.alt})
  if (context.medium === 'epub' || resource.mediaType !== 'image/svg+xml') return url()
  const prefix = `${block.id}-${context.identifiers.size}`
  const svg = inlineSvg(new TextDecoder().decode(resource.contents), prefix)?.svg
  if (!svg) return url()
  svg.properties = {...svg.properties, role: 'img', ariaLabel: block.alt}
  svg.children = svg.children.filter(
    (child) => !(child.type === 'element' && ['title', 'desc'].includes(child.tagName)),
  )
  return svg
}
