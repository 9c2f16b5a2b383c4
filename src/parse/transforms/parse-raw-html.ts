import type {Element, Root as HastRoot} from 'hast'
import {defaultSchema, sanitize, type Schema} from 'hast-util-sanitize'
import {toString} from 'hast-util-to-string'
import type {Html, Image, Parents, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {reportUnsafeUrl} from '../../diagnostics/report-unsafe-url.ts'
import {safeSchemes, safeUrl} from '../../model/safe-url.ts'
import {htmlFragment} from '../html-fragment.ts'
import {deepest, depthOf, reportTooDeep} from '../nesting.ts'
import {checkLeftoverInHtml} from './check-leftover-fences.ts'
import {blocksOfHtml} from './blocks-of-html.ts'
import {joinInlineHtml} from './join-inline-html.ts'
import {anchorsIn} from './anchors-in.ts'
import {imageOfHtml} from './image-of-html.ts'
import {mendTable} from './mend-table.ts'
import {reportComponents, reportUnsafe} from './report-unsafe.ts'

/** What is kept of a table with cells over several rows or columns. What HTML had for looks, EPUB does not know. */
const schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'caption', 'col', 'colgroup'].filter(
    (name) => !['center', 'font', 'img', 'input', 'picture', 'source', 'strike', 'tt'].includes(name),
  ),
  attributes: {
    a: ['href', 'title'],
    ol: ['start', 'reversed'],
    td: ['colSpan', 'rowSpan', ['className', 'align-center', 'align-right']],
    th: ['colSpan', 'rowSpan', 'scope', ['className', 'align-center', 'align-right']],
    '*': ['lang', 'dir', 'title'],
  } satisfies Schema['attributes'],
  strip: ['script', 'style'],
  // What is not safe is reported, not only taken away.
  protocols: {...defaultSchema.protocols, href: [...safeSchemes]},
}
/** Which nodes have blocks in them. All are named, since inline HTML has no text of its own and that of a block would go. */
const holdsBlocks: Readonly<Record<Parents['type'], boolean>> = {
  root: true,
  blockquote: true,
  list: true,
  listItem: true,
  containerDirective: true,
  footnoteDefinition: true,
  defList: true,
  defListDescription: true,
  table: true,
  tableRow: true,
  blank: false,
  citation: false,
  defListTerm: false,
  delete: false,
  emphasis: false,
  heading: false,
  inlineRole: false,
  leafDirective: false,
  link: false,
  linkReference: false,
  paragraph: false,
  strong: false,
  tableCell: false,
  textDirective: false,
  figure: false,
}

/**
 * Parses raw HTML, which is common in real courses, and sanitises it: images become figures, inline tags become
 * nodes, comments go, scripts and forms go with a message. No text is lost.
 */
export function parseRawHtml(tree: Root, file: VFile): void {
  const phrasing: Parents[] = []
  visit(tree, (node, index, parent) => {
    if (node.type === 'html' && parent && index !== undefined && holdsBlocks[parent.type]) {
      const replacement = readBlock(node, file)
      parent.children.splice(index, 1, ...(replacement as never[]))
      return [SKIP, index + replacement.length]
    }
    if ('children' in node && !holdsBlocks[node.type] && node.children.some(({type}) => type === 'html')) {
      phrasing.push(node)
    }
    return undefined
  })
  // Not while walking: tags inside each other may be deeper than the stack.
  for (const node of phrasing) joinInlineHtml(node, file)
}

function readBlock(node: Html, file: VFile): RootContent[] {
  const fragment = readFragment(node, file)
  if (!fragment) return [{type: 'paragraph', children: [{type: 'text', value: textOf(node.value)}], ...place(node)}]
  visit(fragment, 'element', (element) => {
    reportUnsafe(element, node, file)
    dropUnsafeLink(element, node, file)
  })
  reportComponents(node, file)
  checkLeftoverInHtml(sanitize(fragment, schema), node, file)
  const anchors = anchorsIn(fragment)
  const replacement = blocksOfHtml(fragment.children, {
    tag: node,
    file,
    asHtml: (element) => readTable(element, node),
  })
  if (anchors.length === 0) return replacement
  // It shows nothing, and goes when what it marks is known.
  return [{type: 'paragraph', children: [], data: {anchors}, ...place(node)}, ...replacement]
}

/** A table as HTML, without its images, which are figures below it. */
function readTable(element: Element, node: Html): RootContent[] {
  const fragment: HastRoot = {type: 'root', children: [element]}
  const images = collectImages(fragment, node)
  keepAlignment(fragment)
  visit(fragment, {type: 'element', tagName: 'table'}, mendTable)
  const clean = sanitize(fragment, schema) as HastRoot
  return [
    ...(toString(clean).trim() ? [{type: 'rawHtml' as const, tree: clean}] : []),
    ...images.map((image): RootContent => ({type: 'paragraph', children: [image]})),
  ]
}

function keepAlignment(fragment: HastRoot): void {
  visit(fragment, 'element', ({properties}) => {
    const {align} = properties
    if (align === 'center' || align === 'right') properties.className = [`align-${align}`]
  })
}

/** `undefined`, with a message, for what is nested so deep that neither we nor a browser could follow. */
function readFragment(node: Html, file: VFile): HastRoot | undefined {
  const fragment = readHtml(node.value)
  if (fragment && depthOf(fragment) <= deepest) return fragment
  reportTooDeep(file, node)
  return undefined
}

function readHtml(value: string): HastRoot | undefined {
  try {
    return htmlFragment(value)
  } catch (error) {
    // The stack is not enough for some thousands of elements inside each other.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What it links stays, as text. */
function dropUnsafeLink({properties, tagName}: Element, node: Html, file: VFile): void {
  const {href} = properties
  if (tagName !== 'a' || typeof href !== 'string' || safeUrl(href) !== undefined) return
  delete properties['href']
  reportUnsafeUrl(file, href, node)
}

function collectImages(fragment: HastRoot, node: Html): Image[] {
  const images: Image[] = []
  visit(fragment, 'element', (element) => {
    if (element.tagName === 'img') images.push(imageOfHtml(element, node))
  })
  return images
}

const textOf = (html: string) => html.replaceAll(/<[^<>]*>/gu, ' ').trim()
const place = (node: Html) => (node.position ? {position: node.position} : {})
