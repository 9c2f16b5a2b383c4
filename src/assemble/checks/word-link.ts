import path from 'node:path/posix'
import type {Image, Link, PhrasingContent} from 'mdast'
import {decodeUrl} from '../../model/course-path.ts'
import type {Course} from '../../model/course.ts'
import {listedTitle, plainTitle} from '../../model/plain-title.ts'
import {descendPhrasing} from '../../model/walk.ts'
import {findHeading} from './find-heading.ts'

/**
 * Gives words to a link that has none. Without any content it is called as what it leads to (MyST's `[](file.md)` and `[](#label)`),
 * and by its address where that is nothing of the course; pictures without words say the host or the file that they lead to. `written` is
 * the address as its author gave it.
 */
export function wordLink(node: Link, written: string, course: Course): void {
  const inside = [...descendPhrasing(node.children)]
  if (inside.some((one) => saysSomething(one))) return
  const picture = inside.find((one) => one.type === 'image')
  if (picture) describe(picture, plainTitle(targetName(node.url, course)) || placeName(node.url || written))
  else node.children = nameOf(node.url, written, course)
}

const saysSomething = (node: PhrasingContent) =>
  node.type === 'image'
    ? wordsOf(node) !== ''
    : 'children' in node
      ? false
      : !('value' in node) || node.value.trim() !== ''

const wordsOf = ({alt, data}: Image) => (data?.attributes?.values['alt'] ?? alt ?? '').trim()

function describe(node: Image, words: string): void {
  node.alt = words
  const attributes = node.data?.attributes
  if (attributes) node.data = {...node.data, attributes: {...attributes, values: {...attributes.values, alt: words}}}
}

function nameOf(url: string, written: string, course: Course): PhrasingContent[] {
  const name = targetName(url, course)
  return name.length > 0 ? name : written.trim() ? [{type: 'text', value: decodeUrl(written)}] : []
}

/** The label of what has a number, else the title of the chapter or section; nothing outside the course. */
function targetName(url: string, course: Course): PhrasingContent[] {
  if (!url.startsWith('#')) return []
  const id = url.slice(1)
  const heading = findHeading(id, course)
  const label = heading?.id === id ? '' : course.references.get(id)?.label
  if (label) return [{type: 'text', value: label}]
  return heading ? listedTitle(heading.title, course.references) : []
}

/** The host of an address on the web, the name of any other file. */
const placeName = (url: string) =>
  (URL.canParse(url) && new URL(url).host) || path.basename(decodeUrl(url.replace(/[?#].*$/u, ''))) || url
