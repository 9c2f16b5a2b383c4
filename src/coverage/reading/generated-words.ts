import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {localeFor} from '../../locale/locale.ts'
import type {Chapter, Course, Section} from '../../model/course.ts'
import type {ContentUnit} from '../../model/coverage.ts'
import {allBlocks} from '../../model/walk.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import {generatedTokens, type Generated} from './align-reading.ts'

/**
 * What may stand in an output between the blocks of its course: lectern's words and labels, titles, and what a table or listing
 * says again where it goes on.
 */
export function generatedWords(course: Course, units: readonly ContentUnit[]): Generated {
  const {labels, words} = localeFor(course)
  const templates = [...Object.values(labels), ...Object.values(words)]
  const own = templates.flatMap((word) => (typeof word === 'string' ? [word] : word('\0').split('\0')))
  const {authors, chapters, date, description, identifier, license, publisher, subtitle, title} = course
  const head = [title, subtitle, description, license.name, license.url, identifier, publisher, date, ...authors]
  return generatedTokens(
    [
      ...own,
      ...choices,
      ...romanDigits,
      ...head,
      ...[...course.references.values()].flatMap(({label, short = ''}) => [label, short]),
      ...chapters.flatMap((chapter) => chapterWords(chapter)),
      ...units.flatMap(({readings, repeated}) => [...readings, ...repeated]),
      // Lists of figures and tables.
      ...units.flatMap(({kind, texts}) => (kind === 'figure' || kind === 'table' ? texts.slice(0, 1) : [])),
    ].flatMap((text) => normalizeText(text).split(placeholder)),
  )
}

/** Of the numbers of front matter. */
const romanDigits = 'ivxlc'.split('')

/** Of the choices of a quiz. */
const choices = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}.`)

/** A title as a reader of text finds it: a formula in it says nothing. */
export const titleText = (title: readonly PhrasingContent[]): string =>
  title.map((node) => (isObject(node) ? placeholder : toString(node, {includeImageAlt: false}))).join('')

const isObject = ({type}: PhrasingContent) => type === 'inlineMath' || type === 'image'

function chapterWords(chapter: Chapter): string[] {
  const {label, objectives, part, shortTitle, title} = chapter
  const sections = (section: Section): string[] => [
    section.number,
    section.shortTitle,
    titleText(section.title),
    ...section.sections.flatMap((child) => sections(child)),
  ]
  const slides = [...allBlocks(chapter)].flatMap((block) => (block.type === 'slide' ? [titleText(block.title)] : []))
  return [
    label,
    part,
    shortTitle,
    titleText(title),
    ...objectives.map(({text}) => text),
    ...chapter.sections.flatMap((section) => sections(section)),
    ...slides,
  ]
}
