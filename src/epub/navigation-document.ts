import type {Element} from 'hast'
import {h} from 'hastscript'
import {serializeXhtml} from '../html/serialize-xhtml.ts'
import type {Locale} from '../locale/words.ts'
import type {ElectronicBook, NavigationPoint} from '../model/book.ts'
import type {Course} from '../model/course.ts'
import {plainTitle} from '../model/plain-title.ts'
import {xhtmlDocument} from './xhtml-document.ts'

interface NavigationParts {
  readonly course: Course
  readonly locale: Locale
  readonly names: ReadonlyMap<string, string>
  /** Of the printed book. */
  readonly pages: readonly PageTarget[]
}

export interface PageTarget {
  readonly href: string
  readonly label: string
}

/** Kobo flattens what lies deeper. */
const deepest = 3

/** `nav.xhtml`: the table of contents, and hidden landmarks and pages. */
export function renderNavigation(book: ElectronicBook, {course, locale, names, pages}: NavigationParts): string {
  const {words} = locale
  const first = book.documents.find((document) => document.role === 'chapter')
  const landmark = (type: string, href: string, label: string) => h('li', [h('a', {'epub:type': type, href}, label)])
  const tree = xhtmlDocument(course, words.contents, [
    h('nav', {'epub:type': 'toc', role: 'doc-toc', ariaLabelledBy: ['toc-title']}, [
      h('h1', {id: 'toc-title'}, words.contents),
      renderParts(book.navigation, {course, names}),
    ]),
    h('nav', {'epub:type': 'landmarks', hidden: true, ariaLabel: 'landmarks'}, [
      h('ol', [
        landmark('cover', 'cover.xhtml', words.cover),
        landmark('toc', 'nav.xhtml', words.contents),
        landmark('bodymatter', names.get(first?.id ?? '') ?? '', words.beginning),
      ]),
    ]),
    ...(pages.length > 0
      ? [
          h('nav', {'epub:type': 'page-list', role: 'doc-pagelist', hidden: true, ariaLabel: words.pages}, [
            h(
              'ol',
              pages.map(({href, label}) => h('li', [h('a', {href}, label)])),
            ),
          ]),
        ]
      : []),
  ])
  return serializeXhtml(tree)
}

type Home = Pick<NavigationParts, 'course' | 'names'>

/** Chapters of a part stand below its title, which leads nowhere (EPUB 3.3, 7.3.1: a span as heading of a list). */
function renderParts(points: readonly NavigationPoint[], home: Home): Element {
  if (points.every(({part}) => !part)) return renderPoints(points, home, 1)
  const groups: NavigationPoint[][] = []
  for (const point of points) {
    if (point.part || groups.length === 0) groups.push([])
    groups.at(-1)?.push(point)
  }
  const items = groups.flatMap((group) => {
    const list = renderPoints(group, home, 1)
    const title = group[0]?.part
    return title ? [h('li', [h('span', title), list])] : (list.children as Element[])
  })
  return h('ol', items)
}

function renderPoints(points: readonly NavigationPoint[], home: Home, depth: number): Element {
  const {course, names} = home
  const items = points.map((point) => {
    const href = `${names.get(point.document)}#${point.target}`
    const link = h('a', {href}, `${point.number} ${plainTitle(point.title, course.references)}`.trim())
    const below = point.children.length > 0 && depth < deepest ? [renderPoints(point.children, home, depth + 1)] : []
    return h('li', [link, ...below])
  })
  return h('ol', items)
}
