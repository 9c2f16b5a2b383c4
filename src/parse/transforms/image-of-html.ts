import type {Element, Properties} from 'hast'
import type {Html, Image} from 'mdast'

/** `<img src alt width>` as an image; a bare number is a width in px. */
export function imageOfHtml(element: Element, node: Html): Image {
  const text = (name: keyof Properties) => (element.properties[name] ?? '').toString()
  const width = /^\d+$/u.test(text('width')) ? `${text('width')}px` : text('width')
  const values = {...(text('alt') ? {alt: text('alt')} : {}), ...(width ? {width} : {})}
  return {
    type: 'image',
    url: text('src'),
    alt: text('title'),
    data: {attributes: {id: '', classes: [], values}},
    ...(node.position ? {position: node.position} : {}),
  }
}
