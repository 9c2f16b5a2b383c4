import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Html, Parents, PhrasingContent} from 'mdast'
import type {VFile} from 'vfile'
import {deepest, reportTooDeep} from '../nesting.ts'
import {nodeOfHtml, understands} from './node-of-html.ts'
import {imageOfHtml} from './image-of-html.ts'
import {reportComponents, reportUnsafe} from './report-unsafe.ts'

interface Level {
  /** The tag that opened it; none for the parent itself. */
  readonly element?: Element
  readonly tag?: Html
  readonly children: PhrasingContent[]
}

interface Joining {
  readonly stack: Level[]
  readonly file: VFile
  isTooDeep: boolean
}

/**
 * Pairs `<sub>` … `</sub>` in a paragraph into nodes, turns `<br>` and `<img>` into theirs, and drops tags that only
 * style; what stands between tags always stays.
 */
export function joinInlineHtml(parent: Parents, file: VFile): void {
  const root: Level = {children: []}
  const joining: Joining = {stack: [root], file, isTooDeep: false}
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type === 'html') readTag(child, joining)
    else joining.stack.at(-1)?.children.push(child)
  }
  closeFrom(1, joining)
  parent.children = root.children as never
}

function readTag(node: Html, joining: Joining): void {
  const closing = closingName(node)
  const element = closing ? undefined : openingElement(node)
  if (closing) closeLast([closing], joining)
  if (!element) return
  reportUnsafe(element.tagName, node, joining.file)
  reportComponents(node, joining.file)
  const {children} = joining.stack.at(-1) ?? {}
  if (element.tagName === 'br') children?.push({type: 'break'})
  else if (element.tagName === 'img') children?.push(imageOfHtml(element, node))
  else if (understands(element)) open(element, node, joining)
}

function open(element: Element, tag: Html, joining: Joining): void {
  const {file, stack} = joining
  const isOpen = (name: string) => stack.some((level) => level.element?.tagName === name)
  // As in HTML, a link ends the one before it, and a reading what stands before it in its ruby.
  if (element.tagName === 'a') closeLast(['a'], joining)
  if (element.tagName === 'rt' || element.tagName === 'rp') {
    if (!isOpen('ruby')) return
    closeLast(['rt', 'rp'], joining, 'ruby')
  }
  if (stack.length < deepest) stack.push({element, tag, children: []})
  else if (!joining.isTooDeep) {
    joining.isTooDeep = true
    reportTooDeep(file, tag)
  }
}

/** Closes the last open tag of these names and all in it; one that is not open, or not within `inside`, closes nothing. */
function closeLast(names: readonly string[], joining: Joining, inside?: string): void {
  const isOf = (wanted: readonly (string | undefined)[]) =>
    joining.stack.findLastIndex(({element}) => element && wanted.includes(element.tagName))
  const found = isOf(names)
  if (found > 0 && found > isOf([inside])) closeFrom(found, joining)
}

function closeFrom(depth: number, {file, stack}: Joining): void {
  while (stack.length > depth) {
    const {children = [], element, tag} = stack.pop() ?? {}
    const node = element && tag ? nodeOfHtml(element, children, {tag, file}) : children
    stack.at(-1)?.children.push(...node)
  }
}

function closingName(node: Html): string | undefined {
  return /^<\/(?<name>[a-z][a-z0-9]*)/iu.exec(node.value)?.groups?.['name']?.toLowerCase()
}

function openingElement(node: Html): Element | undefined {
  const {children} = fromHtml(node.value, {fragment: true})
  return children.find((child): child is Element => child.type === 'element')
}
