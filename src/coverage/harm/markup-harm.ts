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
  /^(?:(?:alt|alttext|title|label|content|placeholder|summary|abbr|value|id|class|for|headers|lang|name|dir|role|property|prefix|scheme|rel|type|refines|full-path|unique-identifier|version|nonce|encoding|datetime|d|points|start|cite-as|file-as)|xmlns|aria-.*|data-(?:tex|block|state|note|page-.*|before|after|lines|line|states|title|fragment-index|timing|visibility|transition.*|auto-animate.*|autoslide|callout|annotation|label|words|id))$/u

/** What is harmful about an element of a finished file, as a person reads it. */
export function markupHarm({attributes, name, text}: Markup, hasFile: (name: string) => boolean): string[] {
  const local = name.toLowerCase().replace(/^.*:/u, '')
  return [
    ...(harmful.has(local) ? [`<${name}>`] : []),
    ...(local === 'style' ? cssHarm(text, hasFile) : []),
    ...(local === 'meta' ? refreshHarm(attributes) : []),
    ...attributes.flatMap(([attribute, value]) => attributeHarm(local, attribute, value, hasFile)),
  ]
}

// oxlint-disable-next-line max-params
function attributeHarm(element: string, written: string, value: string, hasFile: (name: string) => boolean): string[] {
  const full = written.toLowerCase()
  const local = full.replace(/^.*:/u, '')
  if (local.startsWith('on')) return [written]
  if (running.has(local)) return [`${written}="${short(value)}"`]
  if (local === 'base' && full !== 'base') return [written]
  if (local === 'style') return cssHarm(value, hasFile)
  if (full.startsWith('xmlns') || saying.test(local)) return []
  if (/url\s*\(|\\/iu.test(value) && element !== 'a') return cssHarm(value, hasFile)
  const isFollowed = local === 'href' && (element === 'a' || element === 'area' || element === 'link')
  const harm = addressHarm(value, isFollowed ? 'followed' : 'fetched')
  const isUse = element === 'use' && local === 'href' && !value.startsWith('#')
  return harm === undefined && !isUse ? [] : [`${written}="${short(value)}"`]
}

function refreshHarm(attributes: Markup['attributes']): string[] {
  const [, kind = ''] = attributes.find(([attribute]) => /^http-?equiv$/iu.test(attribute)) ?? []
  return ['', 'content-security-policy', 'content-type'].includes(kind.toLowerCase()) ? [] : [`<meta ${kind}>`]
}

const short = (value: string) => (value.length > 60 ? `${value.slice(0, 60)}…` : value)
