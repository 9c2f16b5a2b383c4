import {attributesAt, readAttributes} from '../attributes.ts'
import {findDirective} from '../directives.ts'
import {matchGroups} from '../match-groups.ts'
import {containersOfPrefix, foreignContainers, type ForeignContainer} from './containers.ts'
import {labelled, proseLines, quoted, type ForeignText} from './foreign-text.ts'
import {greatest} from '../../model/greatest.ts'

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
  const fences = Array.from(proseLines(text.lines)).flatMap(([index, line]) => {
    const groups = matchGroups<'rest'>(fenceLine, line)
    return groups ? [{index, rest: groups.rest.replace(/\s*:{3,}\s*$/u, '').trim()}] : []
  })
  if (!fences.some(({rest}) => rest)) return
  if (disclosesSolutions(fences)) discloseSolutions(text.lines, fences)
  const {isWhole, pairs} = pairFences(fences)
  const byOpening = new Map(pairs.flatMap((one) => all(one)).map((pair) => [pair.open, pair]))
  for (const {index, rest} of fences) if (rest) translateOpening(text, index, {rest, pair: byOpening.get(index)})
  if (isWhole) for (const pair of pairs) fitColons(pair, text.lines)
}

interface Fence {
  readonly index: number
  /** The text after the colons, without those at its end. */
  readonly rest: string
}

const carpentries =
  /^(?:callout|checklist|discussion|instructor|keypoints|objectives|prereq|questions|spoiler|testimonial)$/u

/** In a chapter of The Carpentries without a challenge, `solution` is what a reader may open: there is nothing that it could solve. */
function disclosesSolutions(fences: readonly Fence[]): boolean {
  const hasExercise = fences.some(({rest}) => /\b(?:challenge|exercise|exr|problem|quiz)\b/u.test(rest))
  return !hasExercise && fences.some(({rest}) => carpentries.test(rest))
}

function discloseSolutions(lines: string[], fences: readonly Fence[]): void {
  for (const {index, rest} of fences) {
    if (rest === 'solution') lines[index] = (lines[index] ?? '').replace('solution', 'details')
  }
}

/** What lies deeper is reported later; until then nothing may walk it recursively. */
const deepest = 200

/** Each bare fence closes the last one that is open. */
function pairFences(fences: readonly Fence[]): {
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
const height = ({inner}: Pair): number =>
  1 +
  greatest(
    inner.map((one) => height(one)),
    0,
  )
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
  const found = opening && targetOf(opening)
  const {colons, prefix} = matchGroups<'colons' | 'prefix'>(fenceLine, lines[index]) ?? {colons: ':::', prefix: ''}
  if (!opening || !found) return
  const {outcome, tool} = found
  if (outcome) note({tool, construct: opening.names[0] ?? 'div', outcome}, index)
  if (found.directive) lines[index] = `${prefix}${colons}${found.directive}${afterName(opening, found)}`
  else if (pair && pair.close >= 0) {
    const named = opening.values['title'] ?? opening.title
    lines[index] = named ? `${prefix}**${named}**` : prefix.trimEnd()
    lines[pair.close] = prefix.trimEnd()
  }
}

const afterName = (opening: Opening, target: Target) =>
  labelled(opening.title || (target.title ?? '')) + attributesOf(opening, target)

/** What a container becomes; lectern's own stay what they are. */
function targetOf(opening: Opening): Target | undefined {
  const own = opening.names.find((name) => findDirective(name))
  return own === undefined ? foreignOf(opening) : {tool: 'Pandoc', directive: own, isOwn: true}
}

interface Target extends Omit<ForeignContainer, 'directive'> {
  readonly directive?: string
  /** Its attributes are checked where lectern's own are. */
  readonly isOwn?: true
}

/** What stands after the colons; `undefined` for what lectern reads as it is. */
function readOpening(rest: string): Opening | undefined {
  // `{name #id}` is a name and its attributes, which the tokenizer reads.
  const pandoc = /^\{\s*[A-Za-z][\w-]*(?=[\s}])/u.test(rest) ? undefined : attributesAt(rest, 0)
  if (pandoc) return readPandoc(pandoc.inner)
  const myst = matchGroups<'name' | 'title'>(/^\{(?<name>[\w:-]+)\}\s*(?<title>.*)$/u, rest)
  if (myst) return readMyst(myst)
  const {after, name} = matchGroups<'after' | 'name'>(/^(?<name>[A-Za-z][\w-]*)(?<after>.*)$/u, rest) ?? {
    after: '',
    name: '',
  }
  const label = matchGroups<'attributes' | 'label'>(/^(?:\[(?<label>.*)\])?(?<attributes>\{.*\})?$/u, after)
  if (!name || (label && findDirective(name)) || (!label && /^\S/u.test(after))) return undefined
  if (!label) return readNamed(name, after)
  const {id, values} = readAttributes(label.attributes)
  return {names: [name], title: label.label, id, values}
}

function readPandoc(inner: string): Opening | undefined {
  const {classes, id, values} = readAttributes(inner)
  const isOwn = findDirective(classes[0] ?? '') !== undefined && Object.keys(values).every((key) => key === 'title')
  // The tokenizer reads it, but for values in a grammar of its own.
  return isOwn && !/[\\']/u.test(inner) ? undefined : {names: classes, title: '', id, values}
}

const readMyst = ({name, title}: {readonly name: string; readonly title: string}): Opening | undefined =>
  findDirective(name) && !title ? undefined : {names: [name.replace(/^(?:prf|proof):/u, '')], title, id: '', values: {}}

/** `::: tip Title {#id}`. */
function readNamed(name: string, after: string): Opening {
  const attributes = /\{[^{}]*\}$/u.exec(after)?.[0] ?? ''
  const {id, values} = readAttributes(attributes)
  return {names: [name], title: after.slice(0, after.length - attributes.length).trim(), id, values}
}

function foreignOf({id, names, values}: Opening): ForeignContainer | undefined {
  const name = names.find((one) => foreignContainers.has(one)) ?? ''
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

function attributesOf({id, values}: Opening, {attributes = {}, isOwn}: Target): string {
  const keepsKey = (key: string) => (isOwn ? !looks.has(key) : keeps.has(key))
  const pairs = Object.entries({...values, ...attributes}).filter(([key]) => keepsKey(key))
  const items = [...(id ? [`#${id}`] : []), ...pairs.map(([key, value]) => `${key}=${quoted(value)}`)]
  return items.length > 0 ? `{${items.join(' ')}}` : ''
}
