import path from 'node:path/posix'
import GithubSlugger from 'github-slugger'
import {toString} from 'mdast-util-to-string'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {reportUnsafeUrl} from '../../diagnostics/report-unsafe-url.ts'
import {coursePath, decodeUrl, encodeUrl} from '../../model/course-path.ts'
import {safeUrl} from '../../model/safe-url.ts'
import type {Chapter, Course, Section} from '../../model/course.ts'

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
  if (safeUrl(url) === undefined) {
    reportUnsafeUrl(place.file, url, node)
    return ''
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)) return resolveExternal({node, url}, place)
  const {chapter, id} = findTarget(url, course, place)
  if (id) return `#${id}`
  const reason = chapter
    ? `链接 \`${url}\` 所指的标题或标识符不在那一章里 / Unexpected link \`${url}\`: its chapter has no such heading or id`
    : `链接 \`${url}\` 在课程里找不到 / Unexpected link \`${url}\`: it leads nowhere in the course`
  const [, fragment = ''] = url.split('#')
  const hint = chapter
    ? hintNearest(decodeUrl(fragment), [...namesIn(chapter, place).keys()])
    : hintNearest(
        url,
        course.chapters.map(({sourcePath}) => path.basename(sourcePath)),
      )
  reportProblem(place.file, {ruleId: 'link-resolves', reason, hint, place: node})
  return chapter ? `#${chapter.id}` : url
}

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

function findTarget(
  url: string,
  course: Course,
  place: LinkPlace,
): {chapter?: Chapter | undefined; id?: string | undefined} {
  const [file = '', fragment = ''] = url.split('#')
  const chapter = findChapter(file, course, place)
  if (!chapter) return {}
  const name = decodeUrl(fragment)
  if (name === '' || name === 'top') return {chapter, id: chapter.id}
  return {
    chapter,
    id: place.anchors.get(chapter.id)?.get(name) ?? referenceNamed(name, course) ?? namesIn(chapter, place).get(name),
  }
}

/** An id, also as other tools write it, with colons and full stops. */
const referenceNamed = (name: string, {references}: Course) =>
  (references.get(name) ?? references.get(name.replaceAll(/[:.]+/gu, '-')))?.id

/** Ids of a chapter's headings by the fragment that GitHub gives them, and of its anchors: what links in existing chapters name. */
export function namesIn(chapter: Chapter, {anchors}: LinkPlace): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger()
  const names = new Map([[slugger.slug(toString([...chapter.title])), chapter.id]])
  const add = (sections: readonly Section[]) => {
    for (const section of sections) {
      names.set(slugger.slug(toString([...section.title])), section.id)
      add(section.sections)
    }
  }
  add(chapter.sections)
  for (const [name, id] of anchors.get(chapter.id) ?? []) if (!names.has(name)) names.set(name, id)
  return names
}

/**
 * The chapter that a link names, by its file or as a site has it: `a.html`, `a/`, `a`, `/a` from the course folder; the folder
 * of an `index.md` or `README.md`.
 */
function findChapter(file: string, {chapters}: Course, {chapterPath}: LinkPlace): Chapter | undefined {
  const target =
    file === '' ? chapterPath : file.startsWith('/') ? coursePath(file.slice(1), '') : coursePath(file, chapterPath)
  const place = placeOnSite(target)
  return (
    chapters.find(({sourcePath}) => sourcePath === target) ??
    chapters.find(({sourcePath}) => placeOnSite(sourcePath) === place)
  )
}

/** A path as a site serves it: without its extension, without its name where it is the first page of a folder. */
function placeOnSite(location: string): string {
  const stem = location.replace(/\.(?:html?|md|markdown|mdx|qmd|rmd|ipynb)$/iu, '').replace(/\/$/u, '')
  return path.normalize(stem.replace(/(?<=^|\/)(?:index|readme)$/iu, '.')).replace(/\/$/u, '')
}
