import {serializeXml} from '../html/serialize-xml.ts'
import {x} from 'xastscript'
import type {Element} from 'xast'
import type {ElectronicBook, NavigationPoint} from '../model/book.ts'
import type {Course} from '../model/course.ts'
import {plainTitle} from '../model/plain-title.ts'
import {bookIdentifier} from './book-identifier.ts'

/** `toc.ncx` for readers that know only EPUB 2; the same entries as the navigation document. */
export function renderNcx(
  book: ElectronicBook,
  {course, names}: {course: Course; names: ReadonlyMap<string, string>},
): string {
  let order = 0
  const point = ({children, document, number, target, title}: NavigationPoint): Element => {
    order++
    return x('navPoint', {id: `point-${order}`, playOrder: String(order)}, [
      x('navLabel', [x('text', `${number} ${plainTitle(title, course.references)}`.trim())]),
      x('content', {src: `${names.get(document)}#${target}`}),
      ...children.map((child) => point(child)),
    ])
  }
  const points = book.navigation.map((child) => point(child))
  const tree = x(null, [
    {type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"'},
    x('ncx', {xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': course.language}, [
      x('head', [x('meta', {name: 'dtb:uid', content: bookIdentifier(course.identifier)})]),
      x('docTitle', [x('text', course.title)]),
      x('navMap', points),
    ]),
  ])
  return serializeXml(tree)
}
