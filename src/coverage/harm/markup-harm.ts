import {addressHarm} from './address-harm.ts'
import {cssHarm} from './css-harm.ts'

/** An element of HTML or XML as a harmful one would be told by. */
export interface Markup {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** Directly in it. */
  readonly text: string
}

/** Elements that run, embed, move what others say, or send. Scripts are judged by their page. */
const harmful = new Set(
  (
    'iframe frame frameset object embed applet portal fencedframe base form animate animatemotion animatetransform ' +
    'animatecolor set discard handler listener prefetch maction'
  ).split(' '),
)

/** Attributes that name a program, a document of its own, or what reveal.js fetches or puts in as HTML. */
const running = new Set(
  (
    'srcdoc formaction ping action manifest archive codebase classid background longdesc data-markdown data-src ' +
    'data-srcset data-notes data-preview-link data-preview-image data-preview-video data-background ' +
    'data-background-iframe data-background-image data-background-video'
  ).split(' '),
)

/** Words for people, names and numbers: what looks like an address there is none. */
const saying =
  /^(?:(?:alt|alttext|title|label|content|placeholder|summary|abbr|value|id|class|for|headers|lang|name|dir|role|property|prefix|scheme|rel|type|refines|full-path|unique-identifier|version|nonce|encoding|datetime|d|points|start|cite-as|file-as)|xmlns|aria-.*|data-(?:tex|block|state|note|page-.*|before|after|lines|line|states|title|fragment-index|timing|visibility|transition.*|auto-animate.*|autoslide|callout|annotation|label|missing|words|id))$/u

/** What is harmful about an element of a finished file, as a person reads it. */
export function markupHarm({attributes, name, text}: Markup, hasFile: (name: string) => boolean): string[] {
  const local = name.toLowerCase().replace(/^.*:/u, '')
  return [
    ...(harmful.has(local) ? [`<${name}>`] : []),
    ...(local === 'style' ? cssHarm(text, hasFile) : []),
    ...(local === 'meta' ? refreshHarm(attributes) : []),
    ...attributes.flatMap((attribute) => attributeHarm(local, attribute, hasFile)),
  ]
}

function attributeHarm(
  element: string,
  [written, value]: Markup['attributes'][number],
  hasFile: (name: string) => boolean,
): string[] {
  const full = written.toLowerCase()
  const local = full.replace(/^.*:/u, '')
  const told = `${written}="${short(value)}"`
  if (runs(full, local)) return [told]
  if (local === 'style') return cssHarm(value, hasFile)
  if (full.startsWith('xmlns') || saying.test(local)) return []
  if (local === 'href' || local === 'src') return isHarmlessAddress(element, local, value) ? [] : [told]
  // What editors note for themselves, `rdf:resource` or `inkscape:export-filename`, is followed by nobody.
  if (full.includes(':')) return []
  // What looks is CSS in a drawing.
  if (/[(\\]/u.test(value)) return cssHarm(value, hasFile)
  return addressHarm(value, 'fetched') === undefined ? [] : [told]
}

/** A handler in any vocabulary, or another base for all addresses. The others mean this only without a prefix. */
const runs = (full: string, local: string) =>
  local.startsWith('on') || running.has(full) || (local === 'base' && full !== 'base')

/** Links are followed; what else has an address takes in what is there, and a part of a drawing only what is in it. */
function isHarmlessAddress(element: string, attribute: 'href' | 'src', value: string): boolean {
  if (element === 'use') return value.startsWith('#')
  const isFollowed = attribute === 'href' && ['a', 'area', 'link'].includes(element)
  return addressHarm(value, isFollowed ? 'followed' : 'fetched') === undefined
}

function refreshHarm(attributes: Markup['attributes']): string[] {
  const [, kind = ''] = attributes.find(([attribute]) => /^http-?equiv$/iu.test(attribute)) ?? []
  return ['', 'content-security-policy', 'content-type'].includes(kind.toLowerCase()) ? [] : [`<meta ${kind}>`]
}

const short = (value: string) => (value.length > 60 ? `${value.slice(0, 60)}…` : value)
