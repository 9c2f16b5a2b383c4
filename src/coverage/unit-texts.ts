import type {Nodes as HastNodes} from 'hast'
import type {Image, PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {localeFor} from '../locale/locale.ts'
import type {Block} from '../model/block.ts'
import type {Course} from '../model/course.ts'
import type {CrossReference} from '../model/mdast.ts'
import {descend, descendPhrasing, innerBlocks, ownPhrasing} from '../model/walk.ts'
import {placeholder} from './normalize-text.ts'

/** The texts of a block that must each be found: rows of a table and items of a list may be on several slides. */
export function blockTexts(block: Block, course: Course): string[] {
  switch (block.type) {
    case 'prose':
      return [phrasingText(block.children, course)]
    case 'equation':
      return [block.label ?? '', placeholder]
    case 'figure':
      return [`${block.label ?? ''}${phrasingText(block.caption, course)}`]
    case 'table':
      return [
        `${block.label ?? ''}${phrasingText(block.caption, course)}`,
        ...[block.header, ...block.rows].map((row) => row.map((cell) => phrasingText(cell, course)).join('')),
      ]
    case 'list':
      return block.items.map(
        (item) => (item.label ?? '') + item.blocks.map((inner) => wholeText(inner, course)).join(''),
      )
    case 'index':
      return block.groups.flatMap(({entries, heading}) => [
        heading,
        ...entries.flatMap(({see, term}) => [term, ...(see ? [localeFor(course).words.see(see)] : [])]),
      ])
    case 'definitionList':
      return block.entries.map(({descriptions, terms}) => {
        const described = descriptions.flat().map((inner) => wholeText(inner, course))
        return [...terms.map((term) => phrasingText(term, course)), ...described].join('')
      })
    case 'rawHtml':
      return [htmlText(block.tree)]
    case 'callout':
    case 'listing':
      return [wholeText(block, course)]
    default:
      return [insideText(block, course)]
  }
}

/** Alternative texts of the figures of a block. */
export const alternativesOf = (block: Block): string[] =>
  [...descend([block])].flatMap((inner) => (inner.type === 'figure' ? [inner.alt] : []))

/** Ruby stands beside its text, and in a PDF apart from it. */
export function readingsOf(block: Block): string[] {
  return [...descend([block])].flatMap((inner) =>
    [...descendPhrasing(ownPhrasing(inner))].flatMap((node) =>
      node.type === 'inlineRole' && node.role === 'rt' ? [toString(node)] : [],
    ),
  )
}

/** TeX of all formulas of a block, in the order in which they stand. */
export function formulasOf(block: Block): string[] {
  return [...descend([block])].flatMap((inner) => [
    ...(inner.type === 'equation' ? [inner.tex] : []),
    ...formulasIn(ownPhrasing(inner)),
  ])
}

export const formulasIn = (nodes: readonly PhrasingContent[]): string[] =>
  [...descendPhrasing(nodes)].flatMap((node) => (node.type === 'inlineMath' ? [node.value] : []))

/** All text of a block inside a list, in the order in which it stands. */
function wholeText(block: Block, course: Course): string {
  if (block.type === 'listing') return `${block.label ?? ''}${phrasingText(block.title, course)}${block.code}`
  if (block.type === 'list')
    return blockTexts(block, course)
      .map((item) => placeholder + item)
      .join('')
  const isContainer = 'blocks' in block || block.type === 'columns'
  return isContainer ? titleText(block, course) + insideText(block, course) : blockTexts(block, course).join('')
}

const insideText = (block: Block, course: Course): string =>
  innerBlocks(block)
    .map((inner) => wholeText(inner, course))
    .join('')

/** The label and title that a container begins with; empty for one that has none. */
function titleText(block: Block, course: Course): string {
  const {labels, words} = localeFor(course)
  switch (block.type) {
    case 'callout':
      return labels[block.kind] + phrasingText(block.title, course)
    case 'theorem':
      return (block.label ?? labels[block.kind]) + phrasingText(block.title, course)
    case 'exercise':
      return (block.label ?? labels.exercise) + phrasingText(block.title, course)
    case 'details':
      return phrasingText(block.title, course) || words.details
    case 'hint':
      return labels.hint
    case 'solution': {
      const exercise = course.references.get(block.exercise)
      return labels.solution + (exercise ? ` · ${exercise.label}` : '')
    }
    default:
      return ''
  }
}

const referenceText = ({shown, target, withPage}: CrossReference, {references}: Course): string =>
  (shown ?? references.get(target)?.label ?? `@${target}`) + (withPage ? placeholder : '')

const wordsOf = ({alt, data}: Image): string => data?.attributes?.values['alt'] ?? alt ?? ''

/** What inline content says; a formula, a note's mark or a ruby reading is U+FFFC. */
export function phrasingText(nodes: readonly PhrasingContent[], course: Course): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value
        case 'crossReference':
          return referenceText(node, course)
        case 'footnoteReference':
        case 'inlineMath':
          return placeholder
        case 'image':
          // Its words stand where there is no picture.
          return course.resources.has(node.url) ? '' : wordsOf(node)
        case 'inlineRole':
          return node.role === 'rt' ? placeholder : phrasingText(node.children, course)
        default:
          return 'children' in node ? phrasingText(node.children, course) : ''
      }
    })
    .join('')
}

/** What raw HTML says; an item's bullet is U+FFFC, as in lists. */
function htmlText(node: HastNodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const text = node.children.map((child) => htmlText(child)).join('')
  return node.type === 'element' && node.tagName === 'li' ? placeholder + text : text
}
