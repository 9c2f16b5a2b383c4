import type {Element} from 'hast'
import type {Html, Image} from 'mdast'

/** `<img src alt width>` as an image; a bare number is a width in px. */
export function imageOfHtml(element: Element, node: Html): Image {
  const {alt, src, title, width} = element.properties
  const size = /^\d+$/u.test(String(width ?? '')) ? `${String(width)}px` : String(width ?? '')
  const text = String(alt ?? '')
  return {
    type: 'image',
    url: String(src ?? ''),
    alt: String(title ?? ''),
    data: {attributes: {id: '', classes: [], values: {...(text ? {alt: text} : {}), ...(size ? {width: size} : {})}}},
    ...(node.position ? {position: node.position} : {}),
  }
}
