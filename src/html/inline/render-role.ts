import type {Element, ElementContent, Properties} from 'hast'
import {h} from 'hastscript'
import type {Node} from 'unist'
import {toString} from 'mdast-util-to-string'
import type {InlineRole} from '../../model/mdast.ts'
import {claimId} from '../block-properties.ts'
import type {RenderContext} from '../render-context.ts'

/** The element of each role; HTML's own where there is one. */
const elements: Readonly<Record<InlineRole['role'], string>> = {
  abbr: 'abbr',
  cite: 'cite',
  index: 'span',
  kbd: 'kbd',
  mark: 'mark',
  rt: 'rt',
  ruby: 'ruby',
  small: 'small',
  span: 'span',
  strong: 'strong',
  sub: 'sub',
  sup: 'sup',
  term: 'dfn',
  u: 'u',
}

/** Id, classes and language that an author gave to inline content. */
export function attributeProperties({data}: Node, context: RenderContext): Properties {
  const {classes = [], id = '', values = {}} = data?.attributes ?? {}
  return {
    ...(id ? claimId(id, context) : {}),
    ...(classes.length > 0 ? {className: [...classes]} : {}),
    ...(values['lang'] ? {lang: values['lang']} : {}),
    ...(classes.includes('smallcaps') ? {style: 'font-variant-caps:small-caps'} : {}),
  }
}

export function renderRole(node: InlineRole, children: ElementContent[], context: RenderContext): Element {
  if (node.role === 'term') return renderTerm(node, children, context)
  const title = node.role === 'abbr' ? node.attributes?.['title'] : undefined
  return h(elements[node.role], {...attributeProperties(node, context), ...(title ? {title} : {})}, children)
}

/** A word of the field leads to the glossary where there is one. */
function renderTerm(node: InlineRole, children: ElementContent[], context: RenderContext): Element {
  const id = context.course.terms.get(node.attributes?.['as'] || toString(node))
  const href = id && context.href(id)
  const content = href
    ? [h('a', {href, className: 'glossref', ...linkRole('doc-glossref', context)}, children)]
    : children
  return h('dfn', attributeProperties(node, context), content)
}

/**
 * What kind of link it is (DPUB-ARIA 1.1), for readers of e-books. In print Chromium no longer takes it for a link then: the tag of the
 * link stands beside its words and holds none.
 */
export const linkRole = (role: 'doc-biblioref' | 'doc-glossref', {medium}: RenderContext): {role?: string} =>
  medium === 'epub' ? {role} : {}
