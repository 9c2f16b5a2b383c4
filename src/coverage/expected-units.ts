import type {Nodes as HastNodes} from 'hast'
import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {localeFor} from '../locale/locale.ts'
import type {Block} from '../model/block.ts'
import type {Course, Section} from '../model/course.ts'
import type {ContentUnit} from '../model/coverage.ts'
import type {Audience} from '../model/output.ts'
import {descend, descendPhrasing, innerBlocks, ownPhrasing} from '../model/walk.ts'
import {normalizeText, placeholder} from './normalize-text.ts'

/** Everything a finished file has to account for, from the model alone. */
export function expectedUnits(course: Course): ContentUnit[] {
  return course.chapters.flatMap((chapter) => {
    const place = {
      course,
      chapter: chapter.id,
      sourcePath: chapter.sourcePath,
      section: chapter.label || chapter.shortTitle,
    }
    const title = {id: chapter.id, kind: 'chapter', line: 1, audience: chapter.audience}
    return [
      unit({...title, formulas: formulasIn(chapter.title)}, [phrasingText(chapter.title, course)], place),
      ...blockUnits(chapter.blocks, place),
      ...chapter.sections.flatMap((section) => sectionUnits(section, place, chapter.audience)),
      ...chapter.footnotes
        .flatMap((footnote) =>
          blockUnits(footnote.blocks, {...place, section: `${chapter.label} [^${footnote.identifier}]`}),
        )
        .map((note): ContentUnit => ({...note, kind: 'footnote'})),
    ]
  })
}

interface Place {
  readonly course: Course
  readonly chapter: string
  readonly sourcePath: string
  readonly section: string
}

function sectionUnits(section: Section, outer: Place, audience: Audience): ContentUnit[] {
  const place = {...outer, section: section.number || outer.section}
  const heading = {id: section.id, number: section.number, kind: 'section', line: section.position.start.line, audience}
  return [
    unit({...heading, formulas: formulasIn(section.title)}, [phrasingText(section.title, place.course)], place),
    ...blockUnits(section.blocks, place),
    ...section.sections.flatMap((child) => sectionUnits(child, place, audience)),
  ]
}

/** Blocks that are compared as a whole; the others by their title and by what they hold. */
function blockUnits(blocks: readonly Block[], place: Place): ContentUnit[] {
  return blocks.flatMap((block): ContentUnit[] => {
    const own = {id: block.id, kind: block.type, line: block.position.start.line, audience: block.audience}
    switch (block.type) {
      case 'break':
      case 'pause':
        return []
      case 'callout':
      case 'details':
      case 'theorem':
      case 'exercise': {
        const label = 'label' in block && block.label ? block.label : ''
        const title = label + phrasingText(block.title, place.course)
        const titled = {...own, formulas: formulasIn(block.title)}
        return [...(title ? [unit(titled, [title], place)] : []), ...blockUnits(block.blocks, place)]
      }
      case 'columns':
      case 'group':
      case 'hint':
      case 'quote':
      case 'slide':
      case 'solution':
      case 'speakerNotes':
        return blockUnits(innerBlocks(block), place)
      case 'listing':
        return [unit({...own, code: block.code}, [`${block.label ?? ''}${block.title}`], place)]
      case 'definitionList':
      case 'equation':
      case 'figure':
      case 'index':
      case 'list':
      case 'prose':
      case 'rawHtml':
      case 'table':
        return [
          unit(
            {
              ...own,
              readings: readingsOf(block),
              formulas: formulasOf(block),
              alternatives: alternativesOf(block),
              repeated:
                block.type === 'table' ? [block.header.map((cell) => phrasingText(cell, place.course)).join('')] : [],
            },
            blockTexts(block, place.course),
            place,
          ),
        ]
      default:
        return block satisfies never
    }
  })
}

interface UnitParts {
  readonly id: string
  readonly kind: string
  readonly line: number
  readonly audience: Audience
  readonly number?: string
  readonly repeated?: readonly string[]
  readonly alternatives?: readonly string[]
  readonly code?: string
  readonly formulas?: readonly string[]
  readonly readings?: readonly string[]
}

function unit(own: UnitParts, texts: readonly string[], place: Place): ContentUnit {
  return {
    id: own.id,
    kind: own.kind,
    chapter: place.chapter,
    section: place.section,
    number: own.number ?? '',
    sourcePath: place.sourcePath,
    line: own.line,
    texts: texts.map((text) => normalizeText(text)).filter(Boolean),
    repeated: (own.repeated ?? []).map((text) => normalizeText(text)),
    alternatives: own.alternatives ?? [],
    readings: (own.readings ?? []).map((reading) => normalizeText(reading)),
    code: own.code ?? '',
    formulas: own.formulas ?? [],
    outputs: own.audience.outputs,
    editions: own.audience.editions,
    rules: own.audience.rules.map(({line, name}) => `${name} (${place.sourcePath}:${line})`),
  }
}

/** The texts of a block that must each be found: rows of a table and items of a list may be on several slides. */
function blockTexts(block: Block, course: Course): string[] {
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
    default:
      return [wholeText(block, course)]
  }
}

/** Alternative texts of the figures of a block. */
const alternativesOf = (block: Block): string[] =>
  [...descend([block])].flatMap((inner) => (inner.type === 'figure' ? [inner.alt] : []))

/** Ruby stands beside its text, and in a PDF apart from it. */
function readingsOf(block: Block): string[] {
  return [...descend([block])].flatMap((inner) =>
    [...descendPhrasing(ownPhrasing(inner))].flatMap((node) =>
      node.type === 'inlineRole' && node.role === 'rt' ? [toString(node)] : [],
    ),
  )
}

/** TeX of all formulas of a block, in the order in which they stand. */
function formulasOf(block: Block): string[] {
  return [...descend([block])].flatMap((inner) => [
    ...(inner.type === 'equation' ? [inner.tex] : []),
    ...formulasIn(ownPhrasing(inner)),
  ])
}

const formulasIn = (nodes: readonly PhrasingContent[]): string[] =>
  [...descendPhrasing(nodes)].flatMap((node) => (node.type === 'inlineMath' ? [node.value] : []))

/** All text of a block inside a list, in the order in which it stands. */
function wholeText(block: Block, course: Course): string {
  if (block.type === 'listing') return `${block.label ?? ''}${block.title}${block.code}`
  if (block.type === 'callout') {
    const label = localeFor(course).labels[block.kind]
    return (
      label +
      phrasingText(block.title, course) +
      innerBlocks(block)
        .map((inner) => wholeText(inner, course))
        .join('')
    )
  }
  if (block.type === 'definitionList') return blockTexts(block, course).join('')
  if (block.type === 'list')
    return blockTexts(block, course)
      .map((item) => placeholder + item)
      .join('')
  const inner = innerBlocks(block)
  return inner.length > 0 ? inner.map((child) => wholeText(child, course)).join('') : blockTexts(block, course).join('')
}

/** What inline content says; a formula, a note's mark or a ruby reading is U+FFFC. */
function phrasingText(nodes: readonly PhrasingContent[], course: Course): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return node.value
        case 'crossReference':
          return (course.references.get(node.target)?.label ?? `@${node.target}`) + (node.withPage ? placeholder : '')
        case 'footnoteReference':
        case 'inlineMath':
          return placeholder
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
