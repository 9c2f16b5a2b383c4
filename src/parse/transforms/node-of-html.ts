import type {Element} from 'hast'
import type {Html, PhrasingContent} from 'mdast'
import type {VFile} from 'vfile'
import {toString} from 'mdast-util-to-string'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {InlineRole} from '../../model/mdast.ts'
import {pairReadings} from './pair-readings.ts'

interface Written {
  readonly tag: Html
  readonly file: VFile
}

type Make = (children: PhrasingContent[], element: Element, written: Written) => PhrasingContent[]

const role =
  (name: InlineRole['role']): Make =>
  (children) => [{type: 'inlineRole', role: name, children}]

const asStrong: Make = (children) => [{type: 'strong', children}]
const asEmphasis: Make = (children) => [{type: 'emphasis', children}]
const asQuotation: Make = (children) => [{type: 'text', value: '“'}, ...children, {type: 'text', value: '”'}]
const asDeleted: Make = (children) => [{type: 'delete', children}]

/** What inline elements are in Markdown, or in the model. */
const nodes: ReadonlyMap<string, Make> = new Map([
  ['a', asLink],
  ['abbr', asAbbreviation],
  ['b', asStrong],
  ['cite', asEmphasis],
  ['code', asCode],
  ['del', asDeleted],
  ['dfn', asEmphasis],
  ['em', asEmphasis],
  ['i', asEmphasis],
  ['ins', role('u')],
  ['kbd', role('kbd')],
  ['mark', role('mark')],
  ['q', asQuotation],
  ['rp', withoutParentheses],
  ['rt', role('rt')],
  ['ruby', pairReadings],
  ['s', asDeleted],
  ['samp', asCode],
  ['small', role('small')],
  ['strike', asDeleted],
  ['strong', asStrong],
  ['sub', role('sub')],
  ['sup', role('sup')],
  ['tt', asCode],
  ['u', role('u')],
  ['var', asEmphasis],
])

/** An anchor without an address only marks a place. */
export const understands = ({properties, tagName}: Element): boolean =>
  nodes.has(tagName) && (tagName !== 'a' || properties['href'] !== undefined)

/** The node of an inline element; its children as they are where there is none. */
export function nodeOfHtml(element: Element, children: PhrasingContent[], written: Written): PhrasingContent[] {
  return nodes.get(element.tagName)?.(children, element, written) ?? children
}

/** One without content shows nothing, as the links that sites put beside headings. */
function asLink(children: PhrasingContent[], {properties}: Element, {tag}: Written): PhrasingContent[] {
  if (children.length === 0) return []
  const {href = '', title} = properties
  const place = tag.position ? {position: tag.position} : {}
  return [{type: 'link', url: href, title: title?.toString() ?? null, children, ...place}]
}

function asAbbreviation(children: PhrasingContent[], {properties}: Element): PhrasingContent[] {
  const title = properties['title']?.toString()
  return [{type: 'inlineRole', role: 'abbr', children, ...(title ? {attributes: {title}} : {})}]
}

/** Code is nothing but text. */
function asCode(children: PhrasingContent[], _element: Element, {file, tag}: Written): PhrasingContent[] {
  if (children.every(isText)) return [{type: 'inlineCode', value: toString(children)}]
  reportLost(
    '<code> 里不只是文字，不会显示为代码 / Unexpected content of <code>, expected text: it is not shown as code',
    tag,
    file,
  )
  return children
}

/** Parentheses for readers without ruby: all of ours have it, and EPUBCheck dislikes them. Anything else stays. */
function withoutParentheses(children: PhrasingContent[]): PhrasingContent[] {
  return children.every((child) => child.type === 'text' && /^[\s\p{Ps}\p{Pe}]*$/u.test(child.value)) ? [] : children
}

function isText(node: PhrasingContent): boolean {
  if (node.type === 'text' || node.type === 'inlineCode') return true
  return ['delete', 'emphasis', 'strong'].includes(node.type) && 'children' in node && node.children.every(isText)
}

function reportLost(reason: string, place: Html, file: VFile): void {
  reportProblem(file, {ruleId: 'html-is-safe', reason, place, hint: '改用 Markdown / use Markdown instead'})
}
