import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Figure} from '../../model/block.ts'
import type {Resource} from '../../model/course.ts'
import {blockProperties} from '../block-properties.ts'
import {inlineSvg} from '../image/inline-svg.ts'
import type {RenderContext} from '../render-context.ts'
import {captionContent} from './caption.ts'

/** A figure with its caption. On screen and paper an SVG stands in the page, so that it has the theme's fonts. */
export function renderFigure(block: Figure, context: RenderContext): Element {
  const resource = context.course.resources.get(block.resource)
  const image = resource ? renderImage(block, resource, context) : h('span', block.alt)
  const caption = captionContent(block.label, block.caption, context)
  return h('figure', blockProperties(block.id, context), [
    h('div', {className: 'figure-image', ...(block.width ? {style: `width:${block.width}`} : {})}, [image]),
    ...(caption.length > 0 ? [h('figcaption', caption)] : []),
  ])
}

function renderImage(block: Figure, resource: Resource, context: RenderContext): Element {
  const url = () => h('img', {src: context.resourceUrl(resource), alt: block.alt})
  if (context.medium === 'epub' || resource.mediaType !== 'image/svg+xml') return url()
  const prefix = `${block.id}-${context.identifiers.size}`
  const svg = inlineSvg(new TextDecoder().decode(resource.contents), prefix)
  if (!svg) return url()
  svg.properties = {...svg.properties, role: 'img', ariaLabel: block.alt}
  svg.children = svg.children.filter(
    (child) => !(child.type === 'element' && ['title', 'desc'].includes(child.tagName)),
  )
  return svg
}
