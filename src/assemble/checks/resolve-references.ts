import type {Element} from 'hast'
import type {Image, Link, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {pathAt} from '../../diagnostics/file-at.ts'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Equation, RawHtml} from '../../model/block.ts'
import type {CrossReference, InlineRole} from '../../model/mdast.ts'
import type {Course, Reference, ResourceFailure} from '../../model/course.ts'
import type {ParsedChapter} from '../../model/parsed.ts'
import {plainTitle} from '../../model/plain-title.ts'
import {allBlocks, phrasingOf} from '../../model/walk.ts'
import {nameOfImage} from '../name-of-image.ts'
import {readWidth} from '../read-width.ts'
import {isMissing, resolveImage} from '../resolve-image.ts'
import {findHeading} from './find-heading.ts'
import {findTexTarget, texNumber, withNumbers} from './resolve-tex-references.ts'
import {resolveWikiLink} from './resolve-wiki-link.ts'
import {resolveLink, type LinkPlace} from './resolve-link.ts'
import {wordLink} from './word-link.ts'

interface Known {
  /** Ids of the blocks where the HTML of each chapter marks a place, by the name of that. */
  readonly anchors: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly failures: ReadonlyMap<string, ResourceFailure>
}

/**
 * Points links between chapters at ids (`02-x.md#sec-a` becomes `#sec-a`) and inline images at resources, and reports
 * whatever leads nowhere.
 */
export function resolveReferences(course: Course, parsed: readonly ParsedChapter[], {anchors, failures}: Known): void {
  for (const [index, chapter] of course.chapters.entries()) {
    const file = parsed[index]?.file
    if (!file) continue
    const all = [chapter, ...chapter.footnotes.map((footnote) => ({blocks: footnote.blocks, sections: []}))]
    const placeOf = ({position}: Node) => ({file, chapterPath: pathAt(file, position), anchors, failures})
    for (const outline of all) {
      for (const {node} of phrasingOf(outline)) checkNode(node, course, placeOf(node))
      for (const block of allBlocks(outline)) {
        if (block.type === 'rawHtml') resolveRawHtml(block, course, placeOf(block))
        if (block.type === 'equation') resolveEquation(block, course, placeOf(block))
      }
    }
  }
}

type Place = Known & LinkPlace

function checkNode(node: PhrasingContent, course: Course, place: Place): void {
  switch (node.type) {
    case 'crossReference':
      if (node.tex) resolveTexReference(node, course)
      checkReference(node, course, place)
      return
    case 'inlineRole':
      if (node.role === 'term') checkTerm(node, course, place)
      return
    case 'image':
      resolveInlineImage(node, course, place)
      return
    case 'inlineMath':
      node.value = withNumbers(node.value, course.references, reportTo(node, course, place))
      return
    case 'link':
      if (node.data?.wiki) resolveWikiLink(node, course, place)
      else checkLink(node, course, place)
      return
    default:
  }
}

function checkLink(node: Link, course: Course, place: Place): void {
  const written = node.url
  node.url = resolveLink({url: written, node}, course, place)
  wordLink(node, written, course)
}

const numberIn = /(?:^|\s)(?<number>\(?[A-Z]?\.?\d[\d.-]*\)?)(?:\s|$)/u

function checkReference(node: CrossReference, course: Course, {file}: Place): void {
  const reference = course.references.get(node.target)
  if (reference) {
    const label = labelOf(reference, course)
    if (node.numberOnly) node.shown = numberIn.exec(label)?.groups?.['number'] ?? label
    else if (label !== reference.label) node.shown = label
    return
  }
  reportProblem(file, {
    ruleId: 'reference-resolves',
    reason: `\`@${node.target}\` 指向的东西不存在 / Unexpected reference \`@${node.target}\`: nothing has this id`,
    place: node,
    hint: hintNearest(node.target, [...course.references.keys()]),
  })
}

/** What has neither number nor title takes the name of the section that contains it. */
function labelOf({id, label}: Reference, course: Course): string {
  const own = label || course.references.get(id)?.label
  if (own) return own
  const heading = findHeading(id, course)
  return heading ? course.references.get(heading.id)?.label || plainTitle(heading.title) : ''
}

/** To the id of what LaTeX names, and the number that it shows. */
function resolveTexReference(node: CrossReference, {references}: Course): void {
  const target = findTexTarget(node.target, references)
  const reference = target === undefined ? undefined : references.get(target)
  if (!reference) return
  node.target = reference.id
  node.shown = texNumber(node.tex, reference)
}

/** Numbers in a displayed formula are known when all blocks are. */
function resolveEquation(block: Equation, course: Course, place: Place): void {
  const node = {type: 'math', position: block.position}
  Object.assign(block, {tex: withNumbers(block.tex, course.references, reportTo(node, course, place))})
}

const reportTo =
  (node: Node, {references}: Course, {file}: Place) =>
  (name: string) => {
    reportProblem(file, {
      ruleId: 'reference-resolves',
      reason: `\`\\ref{${name}}\` 指向的东西不存在 / Unexpected reference \`${name}\`: nothing has this label`,
      place: node,
      hint: hintNearest(name, [...references.keys()]),
    })
  }

function resolveInlineImage(node: Image, {resources}: Course, place: Place): void {
  const {url} = node
  const isFrame = isMissing(url, node, place)
  node.url = resolveImage(url, node, {...place, resources}) ?? ''
  const attributes = node.data?.attributes
  const {width: written, ...values} = attributes?.values ?? {}
  const isDrawing = resources.get(node.url)?.mediaType === 'image/svg+xml'
  const named = isDrawing && !(values['alt'] ?? node.alt) ? {alt: nameOfImage(url)} : {}
  Object.assign(node, named)
  if (!attributes) return
  const width = isFrame ? '' : readWidth(written, node, {chapter: place})
  node.data = {...node.data, attributes: {...attributes, values: {...values, ...named, width}}}
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
