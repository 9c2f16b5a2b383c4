import {attributesAt, readAttributes} from '../attributes.ts'
import {findDirective} from '../directives.ts'
import {containersOfPrefix, foreignContainers, type ForeignContainer} from './containers.ts'
import {codeLines, labelled, quoted, type ForeignText} from './foreign-text.ts'

const fenceLine = /^(?<prefix>[\s>]*)(?<colons>:{3,})[^\S\n]*(?<rest>.*)$/u

interface Pair {
  readonly open: number
  close: number
  readonly inner: Pair[]
}

/**
 * Containers between colons: those of other tools become lectern's (or their content alone), and fences that Pandoc pairs like
 * brackets, whatever the number of their colons, get as many as CommonMark's directives ask for.
 */
export function translateContainers(text: ForeignText): void {
  if (!text.lines.some((line) => line.includes(':::'))) return
  const isCode = codeLines(text.lines)
  const fences = text.lines.flatMap((line, index) => {
    const groups = isCode[index] ? undefined : fenceLine.exec(line)?.groups
    return groups ? [{index, rest: (groups['rest'] ?? '').replace(/\s*:{3,}\s*$/u, '').trim()}] : []
  })
  if (fences.length === 0) return
  if (!fences.some(({rest}) => rest)) return
  const {isWhole, pairs} = pairFences(fences)
  const byOpening = new Map(pairs.flatMap((one) => all(one)).map((pair) => [pair.open, pair]))
  for (const {index, rest} of fences) if (rest) translateOpening(text, index, {rest, pair: byOpening.get(index)})
  if (isWhole) for (const pair of pairs) fitColons(pair, text.lines)
}

/** What lies deeper is reported later; until then nothing may walk it recursively. */
const deepest = 200

/** Each bare fence closes the last one that is open. */
function pairFences(fences: readonly {readonly index: number; readonly rest: string}[]): {
  readonly isWhole: boolean
  readonly pairs: readonly Pair[]
} {
  const root: Pair = {open: -1, close: -1, inner: []}
  const stack = [root]
  let isWhole = true
  let isDeep = false
  for (const {index, rest} of fences) {
    if (rest) {
      const pair = {open: index, close: -1, inner: []}
      stack.at(-1)?.inner.push(pair)
      stack.push(pair)
      isDeep ||= stack.length > deepest
    } else if (stack.length > 1) {
      const pair = stack.pop()
      if (pair) pair.close = index
    } else isWhole = false
  }
  return isDeep ? {isWhole: false, pairs: []} : {isWhole: isWhole && stack.length === 1, pairs: root.inner}
}

const colonsOf = (line: string | undefined) => fenceLine.exec(line ?? '')?.groups?.['colons']?.length ?? 0
const height = ({inner}: Pair): number => 1 + Math.max(0, ...inner.map((one) => height(one)))
const all = (pair: Pair): Pair[] => [pair, ...pair.inner.flatMap((one) => all(one))]

/** Whether CommonMark's directives read the fences as they are meant: what is inside has fewer colons. */
function isFitting(pair: Pair, lines: readonly string[]): boolean {
  const own = colonsOf(lines[pair.open])
  return (
    colonsOf(lines[pair.close]) >= own &&
    pair.inner.every((one) => isFitting(one, lines)) &&
    pair.inner.flatMap((one) => all(one)).every((one) => colonsOf(lines[one.close]) < own)
  )
}

function fitColons(pair: Pair, lines: string[]): void {
  if (isFitting(pair, lines)) return
  for (const one of all(pair)) {
    for (const index of [one.open, one.close]) {
      lines[index] = (lines[index] ?? '').replace(/:{3,}/u, ':'.repeat(2 + height(one)))
    }
  }
}

interface Opening {
  readonly names: readonly string[]
  readonly title: string
  readonly id: string
  readonly values: Readonly<Record<string, string>>
}

function translateOpening(
  {lines, note}: ForeignText,
  index: number,
  {pair, rest}: {readonly rest: string; readonly pair: Pair | undefined},
): void {
  const opening = readOpening(rest)
  if (!opening) return
  const {prefix = '', colons = ':::'} = fenceLine.exec(lines[index] ?? '')?.groups ?? {}
  const own = opening.names.find((name) => findDirective(name))
  if (own !== undefined) {
    lines[index] =
      `${prefix}${colons}${own}${labelled(opening.title)}${attributesOf(opening, {}, (key) => !looks.has(key))}`
    return
  }
  const found = foreignOf(opening)
  if (!found) return
  const {attributes = {}, directive, outcome, title = '', tool} = found
  if (outcome) note({tool, construct: opening.names[0] ?? 'div', outcome}, index)
  if (directive) {
    lines[index] =
      `${prefix}${colons}${directive}${labelled(opening.title || title)}${attributesOf(opening, attributes)}`
  } else if (pair && pair.close >= 0) {
    const {title: named = opening.title} = opening.values
    lines[index] = named ? `${prefix}**${named}**` : prefix.trimEnd()
    lines[pair.close] = prefix.trimEnd()
  }
}

/** What stands after the colons; `undefined` for what lectern reads as it is. */
function readOpening(rest: string): Opening | undefined {
  // `{name #id}` is a name and its attributes, which the tokenizer reads.
  const pandoc = /^\{\s*[A-Za-z][\w-]*(?=[\s}])/u.test(rest) ? undefined : attributesAt(rest, 0)
  if (pandoc) {
    const {classes, id, values} = readAttributes(pandoc.inner)
    const first = classes[0]
    if (first && findDirective(first) && Object.keys(values).every((key) => key === 'title')) {
      // The tokenizer reads it, but for values in a grammar of its own.
      if (!/[\\']/u.test(pandoc.inner)) return undefined
    }
    return {names: classes, title: '', id, values}
  }
  const myst = /^\{(?<name>[\w:-]+)\}\s*(?<title>.*)$/u.exec(rest)?.groups
  if (myst) {
    const {name = '', title = ''} = myst
    return findDirective(name) && !title
      ? undefined
      : {names: [name.replace(/^(?:prf|proof):/u, '')], title, id: '', values: {}}
  }
  const {after = '', name = ''} = /^(?<name>[A-Za-z][\w-]*)(?<after>.*)$/u.exec(rest)?.groups ?? {}
  if (!name) return undefined
  // `:::name[label]{attributes}` is lectern's own spelling.
  const label = /^\[(?<label>.*)\](?<attributes>\{.*\})?$/u.exec(after)?.groups
  if (label || /^\{.*\}$/u.test(after)) {
    if (findDirective(name) || !foreignContainers.has(name)) return undefined
    const {id, values} = readAttributes(label?.['attributes'] ?? (label ? '' : after))
    return {names: [name], title: label?.['label'] ?? '', id, values}
  }
  if (after && !/^\s/u.test(after)) return undefined
  const attributes = /\{[^{}]*\}$/u.exec(after)?.[0] ?? ''
  const {id, values} = readAttributes(attributes)
  const title = after.slice(0, after.length - attributes.length).trim()
  return findDirective(name) && !title && !attributes ? undefined : {names: [name], title, id, values}
}

function foreignOf({id, names, values}: Opening): ForeignContainer | undefined {
  const [name = ''] = names.filter((one) => foreignContainers.has(one))
  const known = foreignContainers.get(name)
  if (known) return withFormat(name, known, values)
  const directive = containersOfPrefix.get(id.split('-')[0] ?? '')
  if (directive) return {tool: 'Quarto', directive}
  const isLaidOut = Object.keys(values).some((key) => key.startsWith('layout') || key === 'style')
  if (isLaidOut || (id && names.length === 0)) return {tool: 'Quarto', outcome: 'flattened'}
  return undefined
}

const formats: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  latex: 'pdf',
  epub: 'epub',
  revealjs: 'slides',
  pptx: 'slides',
}

/** `when-format="pdf"` says for which output; what is never shown stays the teacher's. */
function withFormat(name: string, known: ForeignContainer, values: Opening['values']): ForeignContainer {
  const output = formats[values['when-format'] ?? values['unless-format'] ?? '']
  if (!name.startsWith('content-') || !output) return known
  const isOnly = (name === 'content-visible') === 'when-format' in values
  return {tool: 'Quarto', directive: isOnly ? 'only' : 'except', attributes: {in: output}}
}

const keeps = new Set(['title', 'minutes', 'for', 'tests', 'width', 'open', 'layout', 'in', 'edition'])

/** How Quarto shows a callout: every output has one look. */
const looks = new Set(['appearance', 'collapse', 'icon'])

function attributesOf(
  {id, values}: Opening,
  own: Readonly<Record<string, string>>,
  keepsKey: (key: string) => boolean = (key) => keeps.has(key),
): string {
  const pairs = Object.entries({...values, ...own}).filter(([key]) => keepsKey(key))
  const items = [...(id ? [`#${id}`] : []), ...pairs.map(([key, value]) => `${key}=${quoted(value)}`)]
  return items.length > 0 ? `{${items.join(' ')}}` : ''
}
