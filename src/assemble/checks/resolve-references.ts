import path from 'node:path/posix'
import GithubSlugger from 'github-slugger'
import type {Link, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {coursePath, decodeUrl} from '../../model/course-path.ts'
import type {InlineRole} from '../../model/mdast.ts'
import type {Chapter, Course, ResourceFailure, Section} from '../../model/course.ts'
import type {ParsedChapter} from '../../model/parsed.ts'
import {phrasingOf} from '../../model/walk.ts'
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
    for (const outline of all) {
      for (const {node} of phrasingOf(outline))
        checkNode(node, course, {file, chapterPath: chapter.sourcePath, failures})
    }
  }
}

interface Place {
  readonly file: ParsedChapter['file']
  readonly chapterPath: string
  readonly failures: ReadonlyMap<string, ResourceFailure>
}

function checkNode(node: PhrasingContent, course: Course, place: Place): void {
  if (node.type === 'crossReference' && !course.references.has(node.target)) {
    reportProblem(place.file, {
      ruleId: 'reference-resolves',
      reason: `\`@${node.target}\` 指向的东西不存在 / Unexpected reference \`@${node.target}\`: nothing has this id`,
      place: node,
      hint: hintNearest(node.target, [...course.references.keys()]),
    })
  }
  if (node.type === 'inlineRole' && node.role === 'term') checkTerm(node, course, place)
  if (node.type === 'image') node.url = resolveImage(node.url, node, {...place, resources: course.resources}) ?? ''
  if (node.type === 'link') resolveLink(node, course, place)
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

function resolveLink(node: Link, course: Course, place: Place): void {
  const target = internalTarget(node, course, place.chapterPath)
  if (target === undefined) {
    reportProblem(place.file, {
      ruleId: 'link-resolves',
      reason: `链接 \`${node.url}\` 在课程里找不到 / Unexpected link \`${node.url}\`: it leads nowhere in the course`,
      place: node,
      hint: hintNearest(
        node.url,
        course.chapters.map((chapter) => path.basename(chapter.sourcePath)),
      ),
    })
  } else node.url = target
}

/** The reference a link inside the course leads to, as `#id`; the URL itself for links to elsewhere. */
function internalTarget(node: Link, course: Course, chapterPath: string): string | undefined {
  if (/^(?:https?|mailto|tel):/iu.test(node.url)) return node.url
  if (node.url.startsWith('#') && course.references.has(node.url.slice(1))) return node.url
  const [file = '', fragment = ''] = node.url.split('#')
  const target = file ? coursePath(file, chapterPath) : chapterPath
  const chapter = course.chapters.find((candidate) => candidate.sourcePath === target)
  if (!chapter) return undefined
  const name = decodeUrl(fragment) || chapter.id
  const reference = course.references.get(name)?.id ?? headingSlugs(chapter).get(name)
  return reference && `#${reference}`
}

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
