import path from 'node:path/posix'
import type {Element} from 'hast'
import GithubSlugger from 'github-slugger'
import type {Link, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {coursePath, decodeUrl} from '../../model/course-path.ts'
import type {RawHtml} from '../../model/block.ts'
import type {CrossReference, InlineRole} from '../../model/mdast.ts'
import type {Chapter, Course, ResourceFailure, Section} from '../../model/course.ts'
import type {ParsedChapter} from '../../model/parsed.ts'
import {allBlocks, phrasingOf} from '../../model/walk.ts'
import {resolveImage} from '../resolve-image.ts'

/**
 * Points links between chapters at ids (`02-x.md#sec-a` becomes `#sec-a`) and inline images at resources, and reports
 * whatever leads nowhere.
 */
export function resolveReferences(
  course: Course,
  parsed: readonly ParsedChapter[],
  failures: ReadonlyMap<string, ResourceFailure>,
): void {
  for (const [index, chapter] of course.chapters.entries()) {
    const file = parsed[index]?.file
    if (!file) continue
    const all = [chapter, ...chapter.footnotes.map((footnote) => ({blocks: footnote.blocks, sections: []}))]
    const place = {file, chapterPath: chapter.sourcePath, failures}
    for (const outline of all) {
      for (const {node} of phrasingOf(outline)) checkNode(node, course, place)
      for (const block of allBlocks(outline)) if (block.type === 'rawHtml') resolveRawHtml(block, course, place)
    }
  }
}

interface Place {
  readonly file: ParsedChapter['file']
  readonly chapterPath: string
  readonly failures: ReadonlyMap<string, ResourceFailure>
}

function checkNode(node: PhrasingContent, course: Course, place: Place): void {
  switch (node.type) {
    case 'crossReference':
      checkReference(node, course, place)
      return
    case 'inlineRole':
      if (node.role === 'term') checkTerm(node, course, place)
      return
    case 'image':
      node.url = resolveImage(node.url, node, {...place, resources: course.resources}) ?? ''
      return
    case 'link':
      if (node.data?.wiki) resolveWikiLink(node, course, place)
      else node.url = resolveLink({url: node.url, node}, course, place)
      return
    default:
  }
}

const numberIn = /(?:^|\s)(?<number>\(?[A-Z]?\.?\d[\d.-]*\)?)(?:\s|$)/u

function checkReference(node: CrossReference, course: Course, {file}: Place): void {
  const reference = course.references.get(node.target)
  if (reference) {
    if (node.numberOnly) node.shown = numberIn.exec(reference.label)?.groups?.['number'] ?? reference.label
    return
  }
  reportProblem(file, {
    ruleId: 'reference-resolves',
    reason: `\`@${node.target}\` 指向的东西不存在 / Unexpected reference \`@${node.target}\`: nothing has this id`,
    place: node,
    hint: hintNearest(node.target, [...course.references.keys()]),
  })
}

function checkTerm(node: InlineRole, {terms}: Course, {file}: Place): void {
  const term = node.attributes?.['as'] || toString(node)
  if (terms.size === 0 || terms.has(term)) return
  reportProblem(file, {
    ruleId: 'term-is-explained',
    reason: `术语表里没有 \`${term}\` / Unexpected term \`${term}\`: the glossary does not explain it`,
    place: node,
    hint: hintNearest(term, [...terms.keys()]),
  })
}

/** Links of raw HTML; its images are figures already. */
function resolveRawHtml({position, tree}: RawHtml, course: Course, place: Place): void {
  visit(tree, 'element', ({properties}: Element) => {
    const {href: url} = properties
    if (typeof url === 'string')
      properties['href'] = resolveLink({url, node: {type: 'rawHtml', position}}, course, place)
  })
}

/** `[[page]]` leads to a chapter of that file or title; to none, it is its words alone, as in a vault without the page. */
function resolveWikiLink(node: Link, course: Course, {chapterPath, file}: Place): void {
  const [name = '', heading] = decodeUrl(node.url).split('#')
  const shown = name.replace(/\.md$/u, '')
  const wanted = shown.toLowerCase()
  const chapter = course.chapters.find(({sourcePath, title}) => {
    const own = sourcePath.replace(/\.\w+$/u, '').toLowerCase()
    return (
      own === wanted || path.basename(own) === path.basename(wanted) || toString([...title]).toLowerCase() === wanted
    )
  })
  const source = name ? chapter?.sourcePath : chapterPath
  const of = course.chapters.find(({sourcePath}) => sourcePath === source)
  const target = of && heading ? headingNamed(of, heading) : of?.id
  if (target) node.url = `#${target}`
  else {
    Object.assign(node, {type: 'inlineRole', role: 'span'})
    reportProblem(file, {
      ruleId: 'syntax-is-known',
      reason: `\`[[${shown}]]\` 在课程里找不到，只留文字 / Unexpected wiki link \`[[${shown}]]\`: the course has no such page, its words stay`,
      place: node,
      hint: '写 [文字](文件.md) / write [text](file.md)',
      cause: 'Obsidian [[…]]',
    })
  }
}

/** The section of a chapter whose title is the fragment, or has it as its slug. */
function headingNamed(chapter: Chapter, fragment: string): string {
  const slugs = headingSlugs(chapter)
  return slugs.get(fragment) ?? slugs.get(new GithubSlugger().slug(fragment)) ?? chapter.id
}

interface WrittenLink {
  readonly url: string
  /** Where it is written. */
  readonly node: Node
}

/** Where a link leads: the reference inside the course as `#id`, the URL itself for links to elsewhere and into nothing. */
function resolveLink({node, url}: WrittenLink, course: Course, {chapterPath, file}: Place): string {
  const target = internalTarget(url, course, chapterPath)
  if (target !== undefined) return target
  reportProblem(file, {
    ruleId: 'link-resolves',
    reason: `链接 \`${url}\` 在课程里找不到 / Unexpected link \`${url}\`: it leads nowhere in the course`,
    place: node,
    hint: hintNearest(
      url,
      course.chapters.map((chapter) => path.basename(chapter.sourcePath)),
    ),
  })
  return url
}

/** The reference a link inside the course leads to, as `#id`; the URL itself for links to elsewhere. */
function internalTarget(url: string, course: Course, chapterPath: string): string | undefined {
  if (/^(?:https?|mailto|tel):/iu.test(url)) return url
  if (url.startsWith('#') && course.references.has(url.slice(1))) return url
  const [file = '', fragment = ''] = url.split('#')
  const target = file ? coursePath(file, chapterPath) : chapterPath
  const chapter = course.chapters.find((candidate) => candidate.sourcePath === target)
  if (!chapter) return undefined
  const reference =
    referenceNamed(decodeUrl(fragment) || chapter.id, course) ??
    headingSlugs(chapter).get(decodeUrl(fragment) || chapter.id)
  return reference && `#${reference}`
}

/** An id, also as other tools write it, with colons and full stops. */
const referenceNamed = (name: string, {references}: Course) =>
  (references.get(name) ?? references.get(name.replaceAll(/[:.]+/gu, '-')))?.id

/** Ids of a chapter's headings by the fragment that GitHub gives them: what links in existing chapters name. */
function headingSlugs(chapter: Chapter): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger()
  const slugs = new Map([[slugger.slug(toString([...chapter.title])), chapter.id]])
  const add = (sections: readonly Section[]) => {
    for (const section of sections) {
      slugs.set(slugger.slug(toString([...section.title])), section.id)
      add(section.sections)
    }
  }
  add(chapter.sections)
  return slugs
}
