import type {Element, Properties} from 'hast'
import type {Html, Image, PhrasingContent} from 'mdast'

/** `<img src alt width>` as an image; a bare number is a width in px. */
export function imageOfHtml(element: Element, node: Html): Image {
  const text = (name: keyof Properties) => (element.properties[name] ?? '').toString()
  const styled = /(?:^|;)\s*width:\s*(?<width>[^;]+)/iu.exec(text('style'))?.groups?.['width']?.trim() ?? ''
  const written = text('width') || styled
  const width = /^\d+$/u.test(written) ? `${written}px` : written
  const values = {...(text('alt') ? {alt: text('alt')} : {}), ...(width ? {width} : {})}
  return {
    type: 'image',
    url: text('src') || text('dataSrc'),
    alt: text('title'),
    data: {attributes: {id: '', classes: [], values}},
    ...(node.position ? {position: node.position} : {}),
  }
}

/** `<input type="checkbox">` as the box that it shows; of any other field nothing is. */
export function checkboxOf({properties}: Element): PhrasingContent[] {
  if (properties['type'] !== 'checkbox') return []
  return [{type: 'text', value: properties['checked'] ? '☑' : '☐'}]
}
