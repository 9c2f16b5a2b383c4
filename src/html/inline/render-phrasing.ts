import type {ElementContent, Element, Properties} from 'hast'
import {h} from 'hastscript'
import type {Emphasis, Image, Link, PhrasingContent} from 'mdast'
import {toHast, type Handlers} from 'mdast-util-to-hast'
import type {Resource} from '../../model/course.ts'
import {safeExternalUrl} from '../../model/safe-url.ts'
import type {Blank, Citation, CrossReference, InlineRole} from '../../model/mdast.ts'
import {claimId} from '../block-properties.ts'
import {linkOf} from '../image/link-of.ts'
import {hasOwnWidth, viewBoxOf} from '../image/view-box.ts'
import {renderFormula} from '../math/render-formula.ts'
import type {RenderContext} from '../render-context.ts'
import {keepTogether} from './keep-together.ts'
import {renderBlank} from './render-blank.ts'
import {renderEmphasis} from './render-emphasis.ts'
import {attributeProperties, linkRole, renderRole} from './render-role.ts'

/** Inline content as hast. */
export function renderPhrasing(nodes: readonly PhrasingContent[], context: RenderContext): ElementContent[] {
  const paragraph = toHast({type: 'paragraph', children: [...nodes]}, {handlers: inlineHandlers(context)})
  return paragraph.type === 'element' ? keepTogether(paragraph.children) : []
}

function inlineHandlers(context: RenderContext): Handlers {
  return {
    crossReference: (_state, node: CrossReference) => renderReference(node, context),
    citation(state, node: Citation) {
      const [target] = node.targets ?? []
      const href = target && context.href(target)
      const children = state.all(node)
      const role = linkRole('doc-biblioref', context)
      return href ? h('a', {href, className: 'citation', ...role}, children) : h('span', children)
    },
    emphasis: (state, node: Emphasis) => renderEmphasis(state.all(node), context.course.language),
    blank: (state, node: Blank) => renderBlank(node, state.all(node), context),
    inlineRole(state, node: InlineRole) {
      return renderRole(node, state.all(node), context)
    },
    inlineMath: (_state, node: {value: string}) => renderFormula({tex: node.value, display: false}, context),
    footnoteReference: (_state, node: {identifier: string}) => renderNoteReference(node.identifier, context),
    image: (_state, node: Image) => renderImage(node, context),
    link(state, node: Link) {
      const href = node.url.startsWith('#') ? context.href(node.url.slice(1)) : safeExternalUrl(node.url)
      const children = state.all(node)
      const properties = attributeProperties(node, context)
      return href ? h('a', {href, ...properties}, children.flatMap(withoutLinks)) : h('span', properties, children)
    },
  }
}

/** No link holds another (HTML, 4.5.1). */
function withoutLinks(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node]
  const children = node.children.flatMap(withoutLinks)
  return node.tagName === 'a' ? children : [{...node, children}]
}

/** A picture in a line of text: as wide as its author says, and no larger than what it stands in. */
function renderImage(node: Image, context: RenderContext): ElementContent {
  const {course, resourceUrl} = context
  const {alt, width} = node.data?.attributes?.values ?? {}
  const words = alt ?? node.alt ?? ''
  const resource = course.resources.get(node.url)
  if (!resource) return {type: 'text', value: words}
  const picture = isNamed(resource, context)
    ? // A frame would be too small to be read: its words, in the fonts of the text around it.
      h('span', {className: 'missing-image', role: 'img', ariaLabel: words, dataMissing: resource.missing})
    : h('img', {src: resourceUrl(resource), alt: words, className: 'inline-image', ...sizeOf(resource, width)})
  const href = linkOf(resource, context)
  return href ? h('a', {href}, picture) : picture
}

const isNamed = ({missing}: Resource, {medium}: RenderContext) => missing !== undefined && medium !== 'epub'

function sizeOf(resource: Resource, width: string | undefined): Properties {
  if (width) return {style: `width:${width}`}
  return hasOwnWidth(resource) ? {} : {width: viewBoxOf(resource)?.width}
}

/** `图 3-2`; with its page where print has pages, which are filled in when they are known. */
function renderReference({shown, target, withPage}: CrossReference, context: RenderContext): Element {
  const reference = context.course.references.get(target)
  const label = shown ?? reference?.label ?? `@${target}`
  const href = reference && context.href(reference.id)
  const link = href
    ? h('a', {href, className: 'reference'}, label)
    : h('span', {className: reference ? 'reference' : 'unresolved'}, label)
  if (!withPage || !reference) return link
  const [before, after] = context.locale.words.onPage('\0').split('\0')
  const page = context.medium === 'page' ? {dataPageOf: reference.id, dataBefore: before, dataAfter: after} : {}
  return h('span', {className: 'reference-with-page'}, [link, h('span', {className: 'on-page', ...page})])
}

/** The mark of a footnote; without a link where the output has no note to lead to. */
function renderNoteReference(identifier: string, context: RenderContext): Element {
  const note = context.footnotes.get(identifier)
  const href = note && context.href(note.id)
  const number = String(note?.number ?? '?')
  if (!note || !href) return h('sup', {className: 'note-reference'}, number)
  const role = context.medium === 'epub' ? {'epub:type': 'noteref', role: 'doc-noteref'} : {}
  return h('sup', {className: 'note-reference'}, [
    h('a', {...claimId(`${note.id}-ref`, context), href, ...role}, number),
  ])
}
