import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {InlineRole} from '../../model/mdast.ts'
import {claimId} from '../block-properties.ts'
import type {RenderContext} from '../render-context.ts'

/** The element of each role; HTML's own where there is one. */
const elements: Readonly<Record<InlineRole['role'], string>> = {
  abbr: 'abbr',
  index: 'span',
  kbd: 'kbd',
  mark: 'mark',
  rt: 'rt',
  ruby: 'ruby',
  small: 'small',
  span: 'span',
  sub: 'sub',
  sup: 'sup',
  term: 'dfn',
  u: 'u',
}

export function renderRole(node: InlineRole, children: ElementContent[], context: RenderContext): Element {
  const {classes = [], id = '', values = {}} = node.data?.attributes ?? {}
  const title = node.role === 'abbr' ? node.attributes?.['title'] : undefined
  return h(
    elements[node.role],
    {
      ...(id ? claimId(id, context) : {}),
      ...(classes.length > 0 ? {className: [...classes]} : {}),
      ...(values['lang'] ? {lang: values['lang']} : {}),
      ...(title ? {title} : {}),
    },
    children,
  )
}
