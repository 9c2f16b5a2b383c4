import type {Element} from 'hast'
import type {Html, Parents, PhrasingContent} from 'mdast'
import type {VFile} from 'vfile'
import {htmlFragment} from '../html-fragment.ts'
import {deepest, reportTooDeep} from '../nesting.ts'
import {anchorsIn} from './anchors-in.ts'
import {isLine, lineBreak, markerOf, openList, tidyLines, type OpenLists} from './html-lines.ts'
import {checkboxOf, imageOfHtml} from './image-of-html.ts'
import {isMedia, mediaOfHtml} from './media-of-html.ts'
import {nodeOfHtml, understands} from './node-of-html.ts'
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
  /** Of the tags so far. */
  readonly anchors: string[]
  readonly lists: OpenLists
  isTooDeep: boolean
}

/**
 * Pairs `<sub>` … `</sub>` in a paragraph into nodes, turns `<br>` and `<img>` into theirs, gives blocks lines of their
 * own, and drops tags that only style; what stands between tags always stays.
 */
export function joinInlineHtml(parent: Parents, file: VFile): void {
  const root: Level = {children: []}
  const joining: Joining = {stack: [root], file, anchors: [], lists: [], isTooDeep: false}
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type === 'html') readTag(child, joining)
    else joining.stack.at(-1)?.children.push(child)
  }
  closeFrom(1, joining)
  parent.children = tidyLines(root.children) as never
  if (joining.anchors.length > 0) parent.data = {...parent.data, anchors: joining.anchors}
}

function readTag(node: Html, joining: Joining): void {
  const closing = closingName(node)
  if (closing) return readClosing(closing, joining)
  const element = openingElement(node)
  if (!element) return undefined
  reportUnsafe(element, node, joining.file)
  reportComponents(node, joining.file)
  joining.anchors.push(...anchorsIn(element))
  const whole = wholeNode(element, node, joining.file)
  if (whole) joining.stack.at(-1)?.children.push(...whole)
  else if (isLine(element.tagName)) openLine(element.tagName, joining)
  else if (understands(element)) open(element, node, joining)
  return undefined
}

/** What an element is that has nothing inside. */
function wholeNode(element: Element, node: Html, file: VFile): PhrasingContent[] | undefined {
  if (element.tagName === 'br') return [{type: 'break'}]
  if (element.tagName === 'img') return [imageOfHtml(element, node)]
  if (element.tagName === 'input') return checkboxOf(element)
  return isMedia(element) ? mediaOfHtml(element, node, file) : undefined
}

function readClosing(name: string, joining: Joining): void {
  if (!isLine(name)) return closeLast([name], joining)
  joining.stack.at(-1)?.children.push(lineBreak())
  if (name === 'ul' || name === 'ol') joining.lists.pop()
  return undefined
}

/** Blocks cannot stand in a paragraph or a cell: each begins a line, and an item its bullet or number. */
function openLine(tagName: string, {lists, stack}: Joining): void {
  const {children} = stack.at(-1) ?? {}
  children?.push(lineBreak())
  openList(tagName, lists)
  if (tagName === 'li') children?.push({type: 'text', value: markerOf(lists)})
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
  const {children} = htmlFragment(node.value)
  return children.find((child): child is Element => child.type === 'element')
}
