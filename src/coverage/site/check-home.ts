import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {plainTitle} from '../../model/plain-title.ts'
import {normalizeText} from '../normalize-text.ts'

/** The home page leads to each public file that was verified, by its path, and names each numbered chapter, in order. */
export function checkHome(tree: Root, course: Course, files: readonly string[]): ArtifactProblem[] {
  const links: string[] = []
  let chapters: string[] = []
  visit(tree, 'element', (element) => {
    const {className, href} = element.properties
    if (typeof href === 'string') links.push(href)
    if (Array.isArray(className) && className.includes('chapters')) chapters = itemsOf(element)
  })
  const wanted = course.chapters
    .filter(({role}) => role === 'chapter')
    .map(({title}) => normalizeText(plainTitle(title, course.references)))
  const unlinked = files.filter((file) => !links.some((href) => href.split('#')[0] === file))
  return [
    ...unlinked.map((file) => lost(`没有链接到 / No link to ${file}`)),
    ...(chapters.join('\n') === wanted.join('\n')
      ? []
      : [lost(`章的列表不对 / Chapters: ${chapters.join(', ')}，应为 / expected ${wanted.join(', ')}`)]),
  ]
}

const lost = (reason: string): ArtifactProblem => ({ruleId: 'block-is-covered', reason})

const itemsOf = ({children}: Element): string[] =>
  children.flatMap((child) => (child.type === 'element' ? [normalizeText(toString(child))] : []))
