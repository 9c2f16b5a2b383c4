import path from 'node:path/posix'
import GithubSlugger from 'github-slugger'
import {toString} from 'mdast-util-to-string'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {reportUnsafeUrl} from '../../diagnostics/report-unsafe-url.ts'
import {coursePath, decodeUrl, encodeUrl, foldersAbove} from '../../model/course-path.ts'
import {safeUrl} from '../../model/safe-url.ts'
import type {Chapter, Course, Section} from '../../model/course.ts'
import {pathsOf, sourcePlace} from '../../model/source-place.ts'
import {anchorOf, isAnchorOfFile} from '../file-anchor.ts'

interface WrittenLink {
  readonly url: string
  /** Where it is written. */
  readonly node: Node
}

export interface LinkPlace {
  readonly file: VFile
  readonly chapterPath: string
  /** Ids of the blocks where the HTML of each chapter marks a place, by the name of that. */
  readonly anchors: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/**
 * Where a link leads: the place inside the course as `#id`, the URL itself, encoded, for links to elsewhere. What leads
 * nowhere is reported: it leads to the chapter, where that is known, and else its words are left, without a link.
 */
export function resolveLink({node, url}: WrittenLink, course: Course, place: LinkPlace): string {
  if (url.trim() === '') {
    const reason = '链接没有地址 / Unexpected link without an address'
    const hint = '写上地址，或只写文字 / write the address, or the words alone'
    reportProblem(place.file, {ruleId: 'link-resolves', reason, hint, place: node, cause: 'empty'})
    return ''
  }
  if (isLabel(url, course) && url.includes(':')) return `#${referenceNamed(url, course)}`
  if (safeUrl(url) === undefined) {
    reportUnsafeUrl(place.file, url, node)
    return ''
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)) return resolveExternal({node, url}, place)
  const {id, page} = findTarget(url, course, place)
  if (id) return `#${id}`
  reportLost({node, url}, page, {course, place})
  return page ? `#${beginningOf(page, place)}` : url
}

function reportLost(
  {node, url}: WrittenLink,
  page: Page | undefined,
  {course, place}: {readonly course: Course; readonly place: LinkPlace},
): void {
  const reason = page
    ? `链接 \`${url}\` 所指的标题或标识符不在那一章里 / Unexpected link \`${url}\`: its chapter has no such heading or id`
    : `链接 \`${url}\` 在课程里找不到 / Unexpected link \`${url}\`: it leads nowhere in the course`
  const [, fragment = ''] = url.split('#')
  const hint = page
    ? hintNearest(decodeUrl(fragment), [...namesIn(page, place).keys()])
    : hintNearest(
        url,
        course.chapters.flatMap((one) => pathsOf(one)).map((one) => path.basename(one)),
      )
  reportProblem(place.file, {ruleId: 'link-resolves', reason, hint, place: node})
}

/** Whether an address is the name of something in the course, as MyST has it: `sec-a`, `fig:x`. */
const isLabel = (url: string, course: Course) =>
  /^[A-Za-z][\w:.-]*$/u.test(url) && !known.test(url) && referenceNamed(url, course) !== undefined

/** Schemes of links that outputs have; all others are words alone there. */
const known = /^(?:https?|mailto|tel):/iu

function resolveExternal({node, url}: WrittenLink, {file}: LinkPlace): string {
  const encoded = encodeUrl(url)
  if (known.test(url) && URL.canParse(encoded)) return encoded
  const reason = known.test(url)
    ? `\`${url}\` 不是网址 / Unexpected address \`${url}\`: it is no URL`
    : `链接 \`${url}\` 在课程里找不到 / Unexpected link \`${url}\`: it leads nowhere in the course`
  const hint = '用 https:、http:、mailto: 或 tel: / use https:, http:, mailto: or tel:'
  reportProblem(file, {ruleId: 'link-resolves', reason, hint, place: node})
  return known.test(url) ? '' : url
}

/** The file that a link names, and the id in it. */
function findTarget(url: string, course: Course, place: LinkPlace): {page?: Page | undefined; id?: string | undefined} {
  const [file = '', fragment = ''] = url.split('#')
  const page = findPage(file, course, place)
  const name = decodeUrl(fragment)
  // A file of the name goes before a label.
  if (!page && isLabel(url, course)) return {page, id: referenceNamed(url, course)}
  if (!page || name === '' || name === 'top') return {page, id: page && beginningOf(page, place)}
  return {page, id: anchorIn(page, name, place) ?? referenceNamed(name, course) ?? namesIn(page, place).get(name)}
}

/** An id, also as other tools write it, with colons and full stops. */
const referenceNamed = (name: string, {references}: Course) =>
  (references.get(name) ?? references.get(name.replaceAll(/[:.]+/gu, '-')))?.id

/** A file of the course, with the chapters that are in it, or the one of which it is a part. */
export interface Page {
  readonly path: string
  readonly chapters: readonly [Chapter, ...Chapter[]]
}

/** The id of what a file begins with. */
export function beginningOf({chapters: [chapter], path: source}: Page, {anchors}: LinkPlace): string {
  return (source === chapter.sourcePath ? undefined : anchors.get(chapter.id)?.get(anchorOf(source))) ?? chapter.id
}

/** Of the places that HTML marks, the file's own goes before those of other files of its chapter. */
function anchorIn({chapters, path: source}: Page, name: string, {anchors}: LinkPlace): string | undefined {
  const find = (one: string) => chapters.flatMap(({id}) => anchors.get(id)?.get(one) ?? [])[0]
  return find(anchorOf(source, name)) ?? find(name)
}

/**
 * Ids of the headings in a file by the fragment that GitHub gives them, and of its anchors: what links in existing chapters name. Those of
 * the other files of its chapter come after its own.
 */
export function namesIn({chapters, path: source}: Page, {anchors}: LinkPlace): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const addHeadings = (isMeant: (chapter: Chapter, line: number) => boolean) => {
    const slugger = new GithubSlugger()
    const add = (chapter: Chapter, {id, sections, title}: Chapter | Section, line: number) => {
      const slug = isMeant(chapter, line) ? slugger.slug(toString([...title])) : undefined
      if (slug !== undefined && !names.has(slug)) names.set(slug, id)
      for (const section of sections) add(chapter, section, section.position.start.line)
    }
    for (const chapter of chapters) add(chapter, chapter, 1)
  }
  addHeadings((chapter, line) => sourcePlace(chapter, line).sourcePath === source)
  addHeadings(() => true)
  for (const chapter of chapters)
    for (const [name, id] of anchors.get(chapter.id) ?? [])
      if (!names.has(name) && !isAnchorOfFile(name)) names.set(name, id)
  return names
}

/**
 * The file that a link names, by its path or as a site has it: `a.html`, `a/`, `a`; the folder of an `index.md` or
 * `README.md`. `/a` is below the root of the site: the course folder, another above the chapter, or the one place that ends so.
 */
function findPage(file: string, {chapters}: Course, {chapterPath}: LinkPlace): Page | undefined {
  if (file === '') return pageOf(chapterPath, chapters)
  if (!file.startsWith('/')) return pageAt(coursePath(file, chapterPath), chapters)
  const inSite = coursePath(file.slice(1), '')
  for (const root of foldersAbove(chapterPath)) {
    const found = pageAt(path.join(root, inSite), chapters)
    if (found) return found
  }
  const end = `/${placeOnSite(inSite)}`
  const ending = sourcesOf(chapters).filter((source) => `/${servedPlace(source)}`.endsWith(end))
  const [only, ...others] = new Set(ending)
  return others.length === 0 ? pageOf(only, chapters) : undefined
}

function pageAt(target: string, chapters: readonly Chapter[]): Page | undefined {
  const place = placeOnSite(target)
  return (
    pageOf(target, chapters) ??
    pageOf(
      sourcesOf(chapters).find((source) => placeOnSite(source) === place),
      chapters,
    )
  )
}

/** Where a site of Jekyll's serves a file: its folder `_a` is `a` there. */
const servedPlace = (location: string) => placeOnSite(location).replaceAll(/(?<=^|\/)_/gu, '')

/** A file with its chapters; those that are made of others name a file that is not theirs. */
export function pageOf(source: string | undefined, chapters: readonly Chapter[]): Page | undefined {
  if (source === undefined) return undefined
  const [first, ...others] = chapters.filter((chapter) => isWritten(chapter) && pathsOf(chapter).includes(source))
  return first && {path: source, chapters: [first, ...others]}
}

/** Paths of all files that chapters are written in. */
const sourcesOf = (chapters: readonly Chapter[]): readonly string[] =>
  chapters.filter((chapter) => isWritten(chapter)).flatMap((chapter) => pathsOf(chapter))

const isWritten = ({role}: Chapter) => role === 'appendix' || role === 'chapter' || role === 'preface'

/** A path as a site serves it: without its extension, without its name where it is the first page of a folder. */
function placeOnSite(location: string): string {
  const stem = location.replace(/\.(?:html?|md|markdown|mdx|qmd|rmd|ipynb)$/iu, '').replace(/\/$/u, '')
  return path.normalize(stem.replace(/(?<=^|\/)_?(?:index|readme)$/iu, '.')).replace(/\/$/u, '')
}
