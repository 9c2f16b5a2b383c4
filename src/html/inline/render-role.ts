import type {Element, ElementContent, Properties} from 'hast'
import {h} from 'hastscript'
import type {Node} from 'unist'
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
  }
}

export function renderRole(node: InlineRole, children: ElementContent[], context: RenderContext): Element {
  const title = node.role === 'abbr' ? node.attributes?.['title'] : undefined
  return h(elements[node.role], {...attributeProperties(node, context), ...(title ? {title} : {})}, children)
}
