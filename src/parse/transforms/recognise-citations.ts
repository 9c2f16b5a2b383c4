import type {PhrasingContent, Root, Text} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {replaceAt} from '../../model/replace-at.ts'
import type {CitedWork} from '../../model/bibliography.ts'
import type {Citation} from '../../model/mdast.ts'
import type {ParseContext} from '../../model/parse-context.ts'
import {placesWithin} from './places-within.ts'

/** A key as Pandoc reads it: it may hold punctuation, and does not end in it. */
const keyPattern = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*`
const bracketed = /\[(?<inner>[^[\]\n]*)\]/gu
const narrative = new RegExp(String.raw`(?<![\w.@/\\])@(?<key>${keyPattern})`, 'gu')
const part = new RegExp(
  String.raw`^(?<prefix>(?:[^@]*[^\w@])??)(?<hides>-?)@(?<key>${keyPattern})(?:[,，]?\s*(?<rest>.*))$`,
  'su',
)

/**
 * `[@key, 第 3 页; 又见 @other]`, `[-@key]`, and `@key` where the bibliography has the key, become citations (Pandoc).
 * Any other `@` is text: mail addresses, decorators, names of people.
 */
export function recogniseCitations(tree: Root, _file: VFile, {citationKeys}: ParseContext): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!node.value.includes('@') || !parent || index === undefined) return undefined
    const parts = splitCitations(node, citationKeys)
    if (parts.length === 1 && parts[0]?.type === 'text') return undefined
    replaceAt(parent.children, index, parts as never[])
    return [SKIP, index + parts.length]
  })
}

interface Found {
  readonly from: number
  readonly to: number
  readonly works: readonly CitedWork[]
  readonly isNarrative: boolean
}

function splitCitations(node: Text, keys: ReadonlySet<string>): PhrasingContent[] {
  const found = [...findBracketed(node.value, keys), ...findNarrative(node.value, keys)].toSorted(
    (a, b) => a.from - b.from,
  )
  const parts: PhrasingContent[] = []
  const placeOf = placesWithin(node)
  let end = 0
  const text = (from: number, to: number): Text => ({
    type: 'text',
    value: node.value.slice(from, to),
    ...placeOf(from, to),
  })
  for (const {from, isNarrative, to, works} of found) {
    if (from < end) continue
    if (from > end) parts.push(text(end, from))
    const citation: Citation = {
      type: 'citation',
      works,
      isNarrative,
      children: [text(from, to)],
      ...placeOf(from, to),
    }
    parts.push(citation)
    end = to
  }
  if (end < node.value.length) parts.push(text(end, node.value.length))
  return parts
}

function* findBracketed(value: string, keys: ReadonlySet<string>): Generator<Found> {
  for (const match of value.matchAll(bracketed)) {
    const {inner = ''} = match.groups ?? {}
    if (!inner.includes('@')) continue
    const works = inner.split(/[;；]/u).map((one) => readPart(one, keys))
    if (works.includes(undefined)) continue
    const known = works.filter((work) => work !== undefined)
    yield {from: match.index, to: match.index + match[0].length, works: known, isNarrative: false}
  }
}

function* findNarrative(value: string, keys: ReadonlySet<string>): Generator<Found> {
  for (const match of value.matchAll(narrative)) {
    const key = knownPart(match.groups?.['key'] ?? '', keys)
    if (!keys.has(key)) continue
    const work = {key, prefix: '', locator: '', locatorLabel: '', suffix: '', hidesAuthor: false}
    yield {from: match.index, to: match.index + 1 + key.length, works: [work], isNarrative: true}
  }
}

/** Chinese text may follow a key without a space: the longest known beginning is the key. */
function knownPart(key: string, keys: ReadonlySet<string>): string {
  if (keys.has(key)) return key
  const beginnings = [...keys].filter(
    (known) => key.startsWith(known) && /^\p{Script=Han}/u.test(key.slice(known.length)),
  )
  return beginnings.toSorted((a, b) => b.length - a.length)[0] ?? key
}

function readPart(text: string, keys: ReadonlySet<string>): CitedWork | undefined {
  const {hides, key: written = '', prefix = '', rest = ''} = part.exec(text.trim())?.groups ?? {}
  if (!written) return undefined
  const key = knownPart(written, keys)
  const {label, locator, suffix} = readLocator(`${written.slice(key.length)}${rest}`.trim())
  return {key, prefix: prefix.trim(), locator, locatorLabel: label, suffix, hidesAuthor: hides === '-'}
}

/** Words that come before or after a number, and what they count (CSL 1.0.2, appendix IV). */
const locators: readonly [label: string, pattern: RegExp][] = [
  ['page', /^第?(?<locator>[\d\s,–—-]*\d)\s*页/u],
  ['page', /^pp?\.\s*(?<locator>\d[\d\s,–—-]*\d|\d)/iu],
  ['chapter', /^(?:第\s*)?(?<locator>\d+)\s*章/u],
  ['chapter', /^chap(?:ter|\.)\s*(?<locator>\d+)/iu],
  ['section', /^(?:第\s*)?(?<locator>[\d.]+)\s*节/u],
  ['section', /^(?:sec(?:tion|\.)|§)\s*(?<locator>[\d.]+)/iu],
  ['volume', /^(?:第\s*)?(?<locator>\d+)\s*卷/u],
  ['volume', /^vol(?:ume|\.)\s*(?<locator>\d+)/iu],
  ['figure', /^图\s*(?<locator>[\d.-]+)/u],
  ['page', /^(?<locator>\d[\d\s,–—-]*\d|\d)$/u],
]

function readLocator(text: string): {label: string; locator: string; suffix: string} {
  for (const [label, pattern] of locators) {
    const match = pattern.exec(text)
    if (match) return {label, locator: (match.groups?.['locator'] ?? '').trim(), suffix: text.slice(match[0].length)}
  }
  return {label: '', locator: '', suffix: text ? `, ${text}` : ''}
}
