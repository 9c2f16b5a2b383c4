import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem, ContentUnit, SlideReading} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import type {Target} from '../../model/output.ts'
import {generatedWords} from '../reading/generated-words.ts'
import {outputNames} from '../output-names.ts'
import {checkAsides} from './check-asides.ts'
import {checkFrame} from './check-frame.ts'
import {checkLinkTargets} from './check-links.ts'
import {checkNotes} from './check-notes.ts'
import {checkSlides} from './check-slides.ts'
import {readSlides} from './read-slides.ts'

export interface DeckParts {
  readonly course: Course
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly target: Target
  readonly units: readonly ContentUnit[]
}

/** Every page of a deck: its slides against the course, its links against its pages, its language. */
export function checkDeckPages(pages: ReadonlyMap<string, Root>, parts: DeckParts): ArtifactProblem[] {
  const {course, target} = parts
  const units = parts.units.filter(
    ({editions, outputs}) => editions.includes(target.edition) && outputs.includes('deck'),
  )
  const generated = generatedWords(course, parts.units)
  const slidesOf = new Map(Array.from(pages, ([name, tree]) => [name, readSlides(tree)]))
  const idsOf = new Map(Array.from(pages, ([name, tree]) => [name, idsIn(tree)]))
  return [...pages].flatMap(([name, tree]) => {
    const slides = slidesOf.get(name) ?? []
    return [
      ...checkSlides(slides, {units, generated}),
      ...checkFrame(name, tree, course),
      ...checkNotes(tree, course),
      ...checkAsides(tree, units),
      ...checkLinks(name, slides, {idsOf, slidesOf, parts}),
      ...checkAlternates(tree, parts),
      ...checkLanguage(name, tree, course),
    ].map((problem) => (name === 'index.html' ? problem : {...problem, reason: `${name}: ${problem.reason}`}))
  })
}

function checkLanguage(name: string, tree: Root, {language}: Course): ArtifactProblem[] {
  let found = ''
  visit(tree, 'element', (element) => {
    if (element.tagName === 'html') found = element.properties['lang'] ?? ''
  })
  if (found === language) return []
  const reason = `${name} 的语言是 “${found}”，应为 ${language} / Unexpected language “${found}”, expected ${language}`
  return [{ruleId: 'file-is-described', reason}]
}

/** What the deck's menu offers to download. */
function checkAlternates(tree: Root, parts: DeckParts): ArtifactProblem[] {
  const problems: ArtifactProblem[] = []
  visit(tree, 'element', ({properties: {href}, tagName}) => {
    if (tagName === 'link' && href?.startsWith('../') && !isSibling(href, '', parts)) problems.push(dead('link', href))
  })
  return problems
}

function idsIn(tree: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  visit(tree, 'element', ({properties}) => {
    if (typeof properties['id'] === 'string') ids.add(properties['id'])
  })
  return ids
}

interface LinkContext {
  /** Of everything on each page: reveal.js goes to the slide that holds it. */
  readonly idsOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly slidesOf: ReadonlyMap<string, readonly SlideReading[]>
  readonly parts: DeckParts
}

const dead = (place: string, href: string): ArtifactProblem => ({
  ruleId: 'link-keeps-target',
  reason: `${place}: 链接无处可去 / The link leads nowhere: ${href}`,
})

/** Beside the deck stand the other outputs, by their names; in the book a link leads to a block of the course. */
function isSibling(file: string, destination: string, {course, target, units}: DeckParts): boolean {
  const name = file.replace(/^(?:\.\.\/)+/u, '')
  const editions = target.edition === 'teacher' ? (['student', 'teacher'] as const) : (['student'] as const)
  const isKnown = editions.some((edition) => outputNames(course.slug, edition).includes(name))
  const [, block] = /^nameddest=(?<block>.*)$/u.exec(destination) ?? []
  return isKnown && (block === undefined || units.some(({id}) => id === block))
}

/** Links to slides lead to a slide or to something on one; links to files of the deck's folder to one that is there. */
function checkLinks(
  name: string,
  slides: readonly SlideReading[],
  {idsOf, parts, slidesOf}: LinkContext,
): ArtifactProblem[] {
  const {course, files} = parts
  const problems: ArtifactProblem[] = []
  const found = slides.flatMap(({links, number}) =>
    links.map(({href, text}) => {
      const [, file = '', fragment = ''] = /^(?<file>[^#]*)(?:#\/?(?<fragment>.*))?$/u.exec(href) ?? []
      return {href, file, target: decodeURIComponent(fragment), text, place: `第 ${number} 张 / slide ${number}`}
    }),
  )
  for (const {file, href, place, target} of found) {
    if (/^[a-z]+:/iu.test(file)) continue
    if (file.startsWith('../')) {
      if (!isSibling(file, target, parts)) problems.push(dead(place, href))
      continue
    }
    const page = file || name
    if (files.has(page) && (target === '' || idsOf.get(page)?.has(target))) continue
    problems.push(dead(place, href))
  }
  const inside = found.filter(({file}) => file === '' || slidesOf.has(file))
  return [...problems, ...checkLinkTargets(inside, course)]
}
