import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import type {Resource} from '../../model/course.ts'
import {serializeSvg} from '../serialize-xhtml.ts'
import {inlineSvg} from './inline-svg.ts'
import {isHarmless} from './is-harmless.ts'
import {mendDrawing} from './mend-drawing.ts'

/**
 * A picture of the course as a file of its outputs: a drawing is mended, and one that has something in it which could run or reach out keeps
 * only what is in pages too, since the file can be opened by itself. All others are as they were written, to the byte.
 */
export function safeDrawing(resource: Resource): Resource {
  const {contents, mediaType} = resource
  if (mediaType !== 'image/svg+xml') return resource
  const source = new TextDecoder().decode(contents)
  const mended = mendDrawing(source)
  if (mended === source && isHarmless(source)) return resource
  const encoder = new TextEncoder()
  if (mended !== undefined && isHarmless(mended)) return {...resource, contents: encoder.encode(mended)}
  const svg = inlineSvg(source, 'drawing')?.svg
  return {...resource, written: contents, contents: encoder.encode(svg ? standing(svg) : nothing)}
}

const nothing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

/** As a file of its own. */
function standing(svg: Element): string {
  visit(svg, 'element', ({properties}) => {
    const {xLinkHref} = properties
    if (xLinkHref !== undefined) svg.properties['xmlnsXLink'] = 'http://www.w3.org/1999/xlink'
  })
  const file = serializeSvg(svg)
  return mendDrawing(file) ?? file
}
