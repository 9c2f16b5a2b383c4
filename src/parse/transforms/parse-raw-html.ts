import type {Root as HastRoot} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {defaultSchema, sanitize} from 'hast-util-sanitize'
import {toString} from 'hast-util-to-string'
import type {Html, Image, Root, RootContent} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {deepest, depthOf, reportTooDeep} from '../nesting.ts'
import {checkLeftoverInHtml} from './check-leftover-fences.ts'
import {joinInlineHtml} from './join-inline-html.ts'
import {imageOfHtml} from './image-of-html.ts'

const unsafe = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'link', 'meta', 'base'])
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img' && name !== 'input'),
  strip: ['script', 'style'],
}
const flow = new Set(['root', 'blockquote', 'listItem', 'containerDirective', 'footnoteDefinition'])

/**
 * Parses raw HTML, which is common in real courses, and sanitises it: images become figures, inline tags become
 * nodes, comments go, scripts and forms go with a message. No text is lost.
 */
export function parseRawHtml(tree: Root, file: VFile): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'html' && parent && index !== undefined && flow.has(parent.type)) {
      const replacement = readBlock(node, file)
      parent.children.splice(index, 1, ...(replacement as never[]))
      return [SKIP, index + replacement.length]
    }
    if ('children' in node && !flow.has(node.type)) joinInlineHtml(node)
    return undefined
  })
}

function readBlock(node: Html, file: VFile): RootContent[] {
  const fragment = readFragment(node, file)
  if (!fragment) return [{type: 'paragraph', children: [{type: 'text', value: textOf(node.value)}], ...place(node)}]
  reportUnsafe(fragment, node, file)
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

function reportUnsafe(fragment: HastRoot, node: Html, file: VFile): void {
  visit(fragment, 'element', (element) => {
    if (!unsafe.has(element.tagName)) return
    reportProblem(file, {
      ruleId: 'html-is-safe',
      reason: `HTML 元素 <${element.tagName}> 不会输出 / Unexpected <${element.tagName}> in raw HTML: it is left out`,
      place: node,
      hint: '改用 Markdown 或指令 / use Markdown or a directive instead',
    })
  })
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
