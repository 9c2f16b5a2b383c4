import type {Root as HastRoot} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {defaultSchema, sanitize} from 'hast-util-sanitize'
import {toString} from 'hast-util-to-string'
import type {Html, Image, Parents, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {deepest, depthOf, reportTooDeep} from '../nesting.ts'
import {checkLeftoverInHtml} from './check-leftover-fences.ts'
import {joinInlineHtml} from './join-inline-html.ts'
import {imageOfHtml} from './image-of-html.ts'
import {reportComponents, reportUnsafe} from './report-unsafe.ts'

const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img' && name !== 'input'),
  strip: ['script', 'style'],
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
  visit(fragment, 'element', ({tagName}) => {
    reportUnsafe(tagName, node, file)
  })
  reportComponents(node, file)
  const images = collectImages(fragment, node)
  const clean = sanitize(fragment, schema) as HastRoot
  checkLeftoverInHtml(clean, node, file)
  const replacement: RootContent[] = []
  if (toString(clean).trim()) replacement.push({type: 'rawHtml', tree: clean, ...place(node)})
  for (const image of images) replacement.push({type: 'paragraph', children: [image], ...place(node)})
  return replacement
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
    return fromHtml(value, {fragment: true})
  } catch (error) {
    // The stack is not enough for some thousands of elements inside each other.
    if (error instanceof RangeError) return undefined
    throw error
  }
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
