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
import type {Chapter, ChapterRole, Course, Section} from '../../model/course.ts'

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
  const {chapters, id} = findTarget(url, course, place)
  if (id) return `#${id}`
  reportLost({node, url}, chapters, {course, place})
  return chapters[0] ? `#${chapters[0].id}` : url
}

function reportLost(
  {node, url}: WrittenLink,
  chapters: readonly Chapter[],
  {course, place}: {readonly course: Course; readonly place: LinkPlace},
): void {
  const [chapter] = chapters
  const reason = chapter
    ? `链接 \`${url}\` 所指的标题或标识符不在那一章里 / Unexpected link \`${url}\`: its chapter has no such heading or id`
    : `链接 \`${url}\` 在课程里找不到 / Unexpected link \`${url}\`: it leads nowhere in the course`
  const [, fragment = ''] = url.split('#')
  const hint = chapter
    ? hintNearest(decodeUrl(fragment), [...namesIn(chapters, place).keys()])
    : hintNearest(
        url,
        course.chapters.map(({sourcePath}) => path.basename(sourcePath)),
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

/** The chapters of the file that a link names, and the id in them. */
function findTarget(
  url: string,
  course: Course,
  place: LinkPlace,
): {chapters: readonly Chapter[]; id?: string | undefined} {
  const [file = '', fragment = ''] = url.split('#')
  const chapters = findChapters(file, course, place)
  const [first] = chapters
  const name = decodeUrl(fragment)
  // A file of the name goes before a label.
  if (!first && isLabel(url, course)) return {chapters, id: referenceNamed(url, course)}
  if (!first || name === '' || name === 'top') return {chapters, id: first?.id}
  const anchored = chapters.flatMap(({id}) => place.anchors.get(id)?.get(name) ?? [])
  return {chapters, id: anchored[0] ?? referenceNamed(name, course) ?? namesIn(chapters, place).get(name)}
}

/** An id, also as other tools write it, with colons and full stops. */
const referenceNamed = (name: string, {references}: Course) =>
  (references.get(name) ?? references.get(name.replaceAll(/[:.]+/gu, '-')))?.id

/** Ids of the headings in the chapters of a file by the fragment that GitHub gives them, and of its anchors: what links in existing chapters name. */
export function namesIn(chapters: readonly Chapter[], {anchors}: LinkPlace): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger()
  const names = new Map<string, string>()
  const add = ({id, sections, title}: Chapter | Section) => {
    names.set(slugger.slug(toString([...title])), id)
    for (const section of sections) add(section)
  }
  for (const chapter of chapters) add(chapter)
  for (const chapter of chapters)
    for (const [name, id] of anchors.get(chapter.id) ?? []) if (!names.has(name)) names.set(name, id)
  return names
}

/**
 * The chapters of the file that a link names, by its path or as a site has it: `a.html`, `a/`, `a`; the folder of an `index.md` or
 * `README.md`. `/a` is below the root of the site: the course folder, another above the chapter, or the one place that ends so.
 */
function findChapters(file: string, {chapters}: Course, {chapterPath}: LinkPlace): readonly Chapter[] {
  if (file === '') return chaptersOf(chapterPath, chapters)
  if (!file.startsWith('/')) return chaptersAt(coursePath(file, chapterPath), chapters)
  const inSite = coursePath(file.slice(1), '')
  for (const root of foldersAbove(chapterPath)) {
    const found = chaptersAt(path.join(root, inSite), chapters)
    if (found.length > 0) return found
  }
  const end = `/${placeOnSite(inSite)}`
  const ending = chapters.filter(({role, sourcePath}) => isWritten(role) && `/${servedPlace(sourcePath)}`.endsWith(end))
  const [only, ...others] = new Set(ending.map(({sourcePath}) => sourcePath))
  return others.length === 0 ? chaptersOf(only, chapters) : []
}

function chaptersAt(target: string, chapters: readonly Chapter[]): readonly Chapter[] {
  const named = chaptersOf(target, chapters)
  if (named.length > 0) return named
  const place = placeOnSite(target)
  return chaptersOf(chapters.find(({sourcePath}) => placeOnSite(sourcePath) === place)?.sourcePath, chapters)
}

/** Where a site of Jekyll's serves a file: its folder `_a` is `a` there. */
const servedPlace = (location: string) => placeOnSite(location).replaceAll(/(?<=^|\/)_/gu, '')

/** The chapters of a file; those that are made of others name a file that is not theirs. */
export const chaptersOf = (source: string | undefined, chapters: readonly Chapter[]): readonly Chapter[] =>
  chapters.filter(({role, sourcePath}) => sourcePath === source && isWritten(role))

const isWritten = (role: ChapterRole) => role === 'appendix' || role === 'chapter' || role === 'preface'

/** A path as a site serves it: without its extension, without its name where it is the first page of a folder. */
function placeOnSite(location: string): string {
  const stem = location.replace(/\.(?:html?|md|markdown|mdx|qmd|rmd|ipynb)$/iu, '').replace(/\/$/u, '')
  return path.normalize(stem.replace(/(?<=^|\/)_?(?:index|readme)$/iu, '.')).replace(/\/$/u, '')
}
