import type {PhrasingContent} from 'mdast'
import type {Block} from '../model/block.ts'
import type {Course, Section} from '../model/course.ts'
import {mapPhrasing} from '../model/map-blocks.ts'
import {mapCourse} from '../model/map-course.ts'
import {unresolved} from './unresolved.ts'

/** What is shown in place of a character that no font has: its code point, which can be looked up. */
const substituteOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/**
 * A course in which characters that no font has are their code points, marked in text. Code, titles and alternative texts have them
 * without a mark. Every later stage, and the reading back, has characters that can be shown.
 */
export function replaceCharacters(course: Course, missing: ReadonlySet<string>): Course {
  if (missing.size === 0) return course
  const plain = (text: string) => Array.from(text, (one) => (missing.has(one) ? substituteOf(one) : one)).join('')
  const phrasing = (nodes: readonly PhrasingContent[]) => mapPhrasing(nodes, (node) => inNode(node, {missing, plain}))
  const settled = mapCourse(course, {phrasing, block: (block) => inBlock(block, plain)})
  const {authors, chapters, description, publisher, subtitle, title} = settled
  return {
    ...settled,
    title: plain(title),
    subtitle: plain(subtitle),
    description: plain(description),
    publisher: plain(publisher),
    authors: authors.map((author) => plain(author)),
    chapters: chapters.map((chapter) => ({
      ...chapter,
      part: plain(chapter.part),
      shortTitle: plain(chapter.shortTitle),
      sections: chapter.sections.map((section) => inSection(section, plain)),
    })),
  }
}

type Plain = (text: string) => string

function inSection(section: Section, plain: Plain): Section {
  return {
    ...section,
    shortTitle: plain(section.shortTitle),
    sections: section.sections.map((inner) => inSection(inner, plain)),
  }
}

interface Replacing {
  readonly missing: ReadonlySet<string>
  readonly plain: Plain
}

function inNode(node: PhrasingContent, {missing, plain}: Replacing): PhrasingContent[] {
  if (node.type === 'inlineCode') return [{...node, value: plain(node.value)}]
  if (node.type === 'image') return [{...node, alt: plain(node.alt ?? '')}]
  if (node.type !== 'text' || plain(node.value) === node.value) return [node]
  const runs = node.value.split(new RegExp(`([${[...missing].map((one) => escape(one)).join('')}]+)`, 'u'))
  return runs.filter(Boolean).map((run): PhrasingContent => {
    const text = {type: 'text' as const, value: plain(run)}
    return text.value === run ? text : unresolved([text])
  })
}

const escape = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

function inBlock(block: Block, plain: Plain): Block {
  if (block.type === 'listing') return {...block, code: plain(block.code)}
  return block.type === 'figure' ? {...block, alt: plain(block.alt)} : block
}
