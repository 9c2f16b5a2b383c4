import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import {toString} from 'mdast-util-to-string'
import {localeFor} from '../../locale/locale.ts'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course, Section} from '../../model/course.ts'
import {namesHeading} from '../names-heading.ts'
import {elementsNamed, ownText} from './elements-named.ts'
import {readXml} from './read-package.ts'

type Entries = Readonly<Record<string, Uint8Array>>

interface Entry {
  readonly href: string
  readonly label: string
}

/** Headings that the contents of an e-book name: deeper ones are flattened by readers. */
const named = new Set(['h1', 'h2', 'h3'])

/**
 * All navigation of an e-book against its spine and its course: each heading with an id is named once and in order, by its own
 * words, and nothing that does not exist; the same in the NCX; pages of the printed book by their names; landmarks. No
 * validator misses a chapter there.
 */
export function checkNavigation(
  files: Entries,
  documents: ReadonlyMap<string, Root>,
  course: Course,
): ArtifactProblem[] {
  const location = Object.keys(files).find((name) => name.endsWith('nav.xhtml'))
  if (!location) return [problem('nav.xhtml is missing')]
  const tree = readXml(files, location)
  const headings = placesIn(documents, ({attributes, name}) => named.has(name) && attributes['id'] !== undefined)
  const pages = placesIn(documents, ({attributes}) => attributes['epub:type'] === 'pagebreak')
  const contents = linksIn(tree, 'toc').filter(({href}) => href.includes('#'))
  const pageList = linksIn(tree, 'page-list')
  const ncx = Object.keys(files).find((name) => name.endsWith('.ncx'))
  return [
    ...compareLists(hrefs(contents), Array.from(headings.keys()).filter(isListed(course)), '目录 / contents'),
    ...compareLists(hrefs(pageList), Array.from(pages.keys()), '页码 / page list'),
    ...checkLabels(contents, course, '目录 / contents'),
    ...checkPageNames(pageList, pages, course),
    ...(ncx ? checkNcx(readXml(files, ncx), contents, course) : []),
    ...checkLandmarks(linksIn(tree, 'landmarks')),
  ]
}

const problem = (reason: string): ArtifactProblem => ({ruleId: 'epub-is-valid', reason})

const hrefs = (entries: readonly Entry[]) => entries.map(({href}) => href)

function placesIn(documents: ReadonlyMap<string, Root>, wanted: (element: Element) => boolean): Map<string, Element> {
  const found = new Map<string, Element>()
  for (const [name, tree] of documents) {
    if (name.endsWith('nav.xhtml')) continue
    visit(tree, 'element', (element) => {
      if (wanted(element)) found.set(`${name}#${element.attributes['id']}`, element)
    })
  }
  return found
}

function linksIn(tree: Root, type: string): Entry[] {
  const navs = elementsNamed(tree, 'nav').filter(({attributes}) => attributes['epub:type'] === type)
  return navs.flatMap((nav) =>
    elementsNamed(nav, 'a').map((link) => ({href: link.attributes['href'] ?? '', label: ownText(link)})),
  )
}

function compareLists(found: readonly string[], expected: readonly string[], where: string): ArtifactProblem[] {
  if (found.join() === expected.join()) return []
  const missing = expected.find((place) => !found.includes(place))
  const extra = found.find((place) => !expected.includes(place))
  const unordered = extra ? `多出 / leads nowhere: ${extra}` : '次序不对 / out of order'
  const what = missing ? `缺少 / missing ${missing}` : unordered
  return [problem(`${where}: ${what}`)]
}

/** Whether a place is in the contents: a section that its author keeps out of them is not, nor what is in it. */
function isListed({chapters}: Course): (place: string) => boolean {
  const unlisted = new Set<string>()
  const add = (section: Section, isInside: boolean): void => {
    const isLeftOut = isInside || section.isUnlisted === true
    if (isLeftOut) unlisted.add(section.id)
    for (const child of section.sections) add(child, isLeftOut)
  }
  for (const {sections} of chapters) for (const section of sections) add(section, false)
  return (place) => !unlisted.has(place.slice(place.indexOf('#') + 1))
}

/** Number and title of each chapter and section, as navigation has them. */
function titlesOf({chapters}: Course): Map<string, Pick<Section, 'number' | 'title'>> {
  const titles = new Map<string, Pick<Section, 'number' | 'title'>>()
  const add = (section: Section): void => {
    titles.set(section.id, section)
    section.sections.forEach(add)
  }
  for (const {id, label, sections, title} of chapters) {
    titles.set(id, {number: label, title})
    sections.forEach(add)
  }
  return titles
}

function checkLabels(entries: readonly Entry[], course: Course, where: string): ArtifactProblem[] {
  const titles = titlesOf(course)
  return entries.flatMap(({href, label}) => {
    const expected = titles.get(href.slice(href.indexOf('#') + 1))
    if (expected === undefined || namesHeading(label, expected, course)) return []
    return [problem(`${where}: “${label}”，应为 / expected “${expected.number} ${toString([...expected.title])}”`)]
  })
}

/** Each name in the page list is that of the break it leads to, and the page's that its id has. */
function checkPageNames(
  list: readonly Entry[],
  breaks: ReadonlyMap<string, Element>,
  course: Course,
): ArtifactProblem[] {
  const {words} = localeFor(course)
  return list.flatMap(({href, label}) => {
    const name = breaks.get(href)?.attributes['aria-label']
    if (name === undefined || (name === words.page(label) && href.endsWith(`#page-${label}`))) return []
    return [problem(`页码 / page list: ${label} → “${name}”`)]
  })
}

/** For readers of EPUB 2: the same entries as the contents, and below them what those leave out. */
function checkNcx(tree: Root, contents: readonly Entry[], course: Course): ArtifactProblem[] {
  const entries = elementsNamed(tree, 'navPoint').map((point): Entry => ({
    href: elementsNamed(point, 'content')[0]?.attributes['src'] ?? '',
    label: ownText(elementsNamed(point, 'text')[0]),
  }))
  const known = new Set(hrefs(contents))
  const titles = titlesOf(course)
  const stray = entries.find(({href}) => !known.has(href) && !titles.has(href.slice(href.indexOf('#') + 1)))
  const shared = hrefs(entries).filter((href) => known.has(href))
  const title = ownText(elementsNamed(tree, 'text')[0])
  return [
    ...(title === course.title ? [] : [problem(`NCX: “${title}”，应为 / expected “${course.title}”`)]),
    ...compareLists(shared, hrefs(contents), 'NCX'),
    ...(stray ? [problem(`NCX: 多出 / leads nowhere: ${stray.href}`)] : []),
    ...checkLabels(entries, course, 'NCX'),
  ]
}

/** Where the contents are and where the text begins (EPUB 3.3, 7.4.3). */
function checkLandmarks(landmarks: readonly Entry[]): ArtifactProblem[] {
  const isThere = landmarks.some(({href}) => href.endsWith('nav.xhtml')) && landmarks.length > 1
  return isThere ? [] : [problem('没有地标 / No landmarks')]
}
