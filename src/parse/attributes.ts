import {append} from '../model/append.ts'
import type {Attributes} from '../model/parsed.ts'

interface Item {
  readonly kind: 'id' | 'class' | 'pair' | 'format' | 'bare'
  readonly name: string
  readonly value: string
}

/** What one item of an attribute block can be; a quoted value may hold anything but an unescaped quote of its kind. */
const item =
  /#(?<id>[^\s#{}"'=`]+)|\.(?<className>[^\s.#{}"'=`]+)|(?<key>[\p{L}_:@][\p{L}\p{N}_:.-]*)=(?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|(?<plain>[^\s{}"'`]*))|=(?<format>[a-z][\w+-]*)|(?<bare>-(?=[\s}]|$)|[^\s{}]+)/suy

/** One item at a place, and where it ends. */
function itemAt(text: string, from: number): {readonly item: Item; readonly end: number} | undefined {
  item.lastIndex = from
  const {groups} = item.exec(text) ?? {}
  const end = item.lastIndex
  if (!groups) return undefined
  return {item: itemOf(groups), end}
}

function itemOf({bare, className, double, format, id, key, plain, single}: Record<string, string | undefined>): Item {
  if (id !== undefined) return {kind: 'id', name: id, value: ''}
  if (className !== undefined) return {kind: 'class', name: className, value: ''}
  if (key !== undefined) return {kind: 'pair', name: key, value: unescape(double ?? single ?? plain ?? '')}
  if (format !== undefined) return {kind: 'format', name: format, value: ''}
  return bare === '-' ? {kind: 'class', name: 'unnumbered', value: ''} : {kind: 'bare', name: bare ?? '', value: ''}
}

const references: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

/** Escaped punctuation and character references, as Pandoc reads them in a value. */
const unescape = (value: string): string =>
  value.replaceAll(
    /\\(?<sign>[!-/:-@[-`{-~])|&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>amp|lt|gt|quot|apos));/giu,
    (written: string, ...rest: unknown[]) => {
      const {decimal, hex, name, sign} = rest.at(-1) as Record<string, string | undefined>
      if (sign !== undefined) return sign
      if (name !== undefined) return references[name.toLowerCase()] ?? written
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : written
    },
  )

export interface AttributeBlock {
  /** Between the braces. */
  readonly inner: string
  /** Offset after the closing brace. */
  readonly end: number
}

/** What reveal.js is told by a word alone. */
const switches = new Set(['auto-animate', 'auto-animate-restart', 'data-auto-animate', 'data-auto-animate-restart'])

/**
 * The attribute block `{#id .class key="value"}` that begins at an offset; `undefined` where the braces hold nothing that
 * Pandoc reads as an attribute, as in `{a, b}`.
 */
export function attributesAt(text: string, from: number): AttributeBlock | undefined {
  if (text[from] !== '{') return undefined
  let isAttributes = false
  let place = from + 1
  for (;;) {
    while (/[^\S\n]/u.test(text[place] ?? '')) place++
    if (text[place] === '}') return isAttributes ? {inner: text.slice(from + 1, place), end: place + 1} : undefined
    const found = itemAt(text, place)
    if (!found || found.end === place) return undefined
    isAttributes ||= found.item.kind !== 'bare' || switches.has(found.item.name)
    place = found.end
  }
}

/** The attribute block that ends a text, and where it begins. */
export function attributesAtEnd(text: string): {readonly inner: string; readonly start: number} | undefined {
  const end = text.trimEnd().length
  for (let start = text.lastIndexOf('{'); start >= 0; start = start > 0 ? text.lastIndexOf('{', start - 1) : -1) {
    const found = attributesAt(text, start)
    if (found?.end === end) return {inner: found.inner, start}
  }
  return undefined
}

/** `fig:x` and `fig.x` of other tools: no output has colons or full stops in ids. */
export const identifierOf = (written: string): string => written.replaceAll(/[:.]+/gu, '-')

/**
 * Reads Pandoc's `#id .class key=value key="a value" key='a value'`, without the braces; `-` is `.unnumbered`.
 * What is none of these is kept as a key with an empty value, so that it can be reported. Of several ids the last counts.
 */
export function readAttributes(text: string): Attributes {
  const ids: string[] = []
  const classes: string[] = []
  // A map until it is whole: `__proto__` is a name like any other.
  const values = new Map<string, string>()
  for (const {kind, name, value} of itemsOf(text)) {
    if (kind === 'id') ids.push(identifierOf(name))
    else if (kind === 'class') classes.push(name)
    else if (name === 'id') ids.push(identifierOf(value))
    else if (name === 'class') append(classes, value.split(/\s+/u).filter(Boolean))
    else values.set(kind === 'format' ? `=${name}` : name, value)
  }
  const otherIds = ids.slice(0, -1)
  return {
    id: ids.at(-1) ?? '',
    classes,
    values: Object.fromEntries(values),
    ...(otherIds.length > 0 ? {otherIds} : {}),
  }
}

/** The items of a block or an info string; braces between them are no more than space. */
function* itemsOf(text: string): Generator<Item> {
  for (let place = 0; place < text.length;) {
    const found = /[\s{}]/u.test(text[place] ?? '') ? undefined : itemAt(text, place)
    place = Math.max(found?.end ?? 0, place + 1)
    if (found) yield found.item
  }
}

export const noAttributes: Attributes = {id: '', classes: [], values: {}}
