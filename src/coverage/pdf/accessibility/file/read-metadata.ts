import type {PDFDict} from '@cantoo/pdf-lib'
import {visit} from 'unist-util-visit'
import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {decoded, streamAt} from './entries.ts'

/** What a document says of itself in XMP (ISO 16684-1). */
export interface Metadata {
  /** `dc:title`; empty when there is none. */
  readonly title: string
  /** Languages of the title, without `x-default`. */
  readonly titleLanguages: readonly string[]
  /** `pdfuaid:part`; empty when the file does not claim to be PDF/UA. */
  readonly part: string
}

const dublinCore = 'http://purl.org/dc/elements/1.1/'
const identification = 'http://www.aiim.org/pdfua/ns/id/'

/** Absent when the catalog has no metadata stream, or what is in it is no XML. */
export function readMetadata(catalog: PDFDict): Metadata | undefined {
  const stream = streamAt(catalog, 'Metadata')
  if (!stream) return undefined
  try {
    const tree = fromXml(new TextDecoder().decode(decoded(stream)).trim())
    const [title = ''] = propertiesOf(tree, dublinCore, 'title')
    const [part = ''] = propertiesOf(tree, identification, 'part')
    return {title: title.trim(), titleLanguages: languagesOf(tree), part: part.trim()}
  } catch {
    return undefined
  }
}

/** Texts of a property, written as an element or as an attribute of its description. */
function propertiesOf(tree: Root, namespace: string, name: string): string[] {
  const found: string[] = []
  const prefixes = prefixesOf(tree, namespace)
  visit(tree, 'element', (element) => {
    for (const prefix of prefixes) {
      if (element.name === `${prefix}:${name}`) found.push(textOf(element))
      const attribute = element.attributes[`${prefix}:${name}`]
      if (attribute) found.push(attribute)
    }
  })
  return found
}

function languagesOf(tree: Root): string[] {
  const languages: string[] = []
  const titles = new Set(prefixesOf(tree, dublinCore).map((prefix) => `${prefix}:title`))
  visit(tree, 'element', (element) => {
    if (!titles.has(element.name)) return
    visit(element, 'element', ({attributes}) => {
      const language = attributes['xml:lang']
      if (language && language !== 'x-default') languages.push(language)
    })
  })
  return languages
}

function prefixesOf(tree: Root, namespace: string): string[] {
  const prefixes = new Set<string>()
  visit(tree, 'element', ({attributes}) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === namespace && name.startsWith('xmlns:')) prefixes.add(name.slice('xmlns:'.length))
    }
  })
  return [...prefixes]
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
}
