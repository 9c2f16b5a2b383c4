import {greatest} from '../../model/greatest.ts'
import {findDirective} from '../directives.ts'
import {foreignContainers} from './containers.ts'
import {matchGroups} from '../match-groups.ts'
import {labelled, quoted, quotedMarkdown, type ForeignText} from './foreign-text.ts'
import {outputsWhere} from './sphinx-condition.ts'

const opening = /^(?<prefix>[\s>]*)(?<fence>`{3,}|~{3,}|:{3,})\s*\{(?<name>[A-Za-z][\w:-]*)\}\s*(?<argument>.*)$/u
const anyFence = /^[\s>]*(?<fence>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)$/u

interface Fence {
  readonly prefix: string
  readonly name: string
  readonly argument: string
  readonly index: number
  /** Of the closing fence. */
  readonly end: number
  readonly options: Readonly<Record<string, string>>
  /** First line after the options. */
  readonly body: number
}

/** Rewrites a fence; whether what stands inside is Markdown. */
type Translate = (fence: Fence, text: ForeignText) => boolean

/** MyST's directives in fences of backticks (```` ```{note} ````), and those of its colon fences that are no containers. */
export function translateMystFences(text: ForeignText): void {
  const {lines} = text
  let code = ''
  let next = 0
  for (let index = 0; index < lines.length; index++) {
    if (index < next) continue
    const {fence: plain, info} = matchGroups<'fence' | 'info'>(anyFence, lines[index]) ?? {fence: '', info: ''}
    const found = code ? undefined : readFence(lines, index)
    if (found) next = found.translate(found, text) ? index : found.end + 1
    else code = codeAfter(code, plain, info)
  }
}

/** The fence that is open after a line. */
function codeAfter(code: string, plain: string, info: string): string {
  if (!code) return plain
  return plain.startsWith(code) && !info.trim() ? '' : code
}

type FenceName = 'argument' | 'fence' | 'name' | 'prefix'

function readFence(lines: string[], index: number): (Fence & {readonly translate: Translate}) | undefined {
  const found = matchGroups<FenceName>(opening, lines[index])
  if (!found) return undefined
  const {argument, fence, prefix} = found
  const name = found.name.replace(/^(?:prf|proof):/u, '')
  const translate = translations.get(name) ?? (fence.startsWith(':') ? undefined : containerOf(name))
  const closing = new RegExp(String.raw`^[\s>]*${fence[0]}{${fence.length},}\s*$`, 'u')
  const end = translate ? lines.findIndex((line, at) => at > index && closing.test(line)) : -1
  if (!translate || end < 0) return undefined
  const {body, options} = takeOptions(lines, {index, end, prefix})
  return {prefix, name, argument, index, end, options, body, translate}
}

/** `:key: value` lines, or YAML between dashes, right after the fence. */
function takeOptions(
  lines: string[],
  {end, index, prefix}: {readonly index: number; readonly end: number; readonly prefix: string},
): {body: number; options: Record<string, string>} {
  const options = new Map<string, string>()
  const isYaml = lines[index + 1]?.trim() === '---'
  const pattern = isYaml ? /^(?<key>[\w-]+):\s*(?<value>.*)$|^---$/u : /^:(?<key>[\w-]+):\s*(?<value>.*)$/u
  let body = index + 1
  for (let dashes = 0; body < end && dashes < 2; body++) {
    const found = matchGroups<'key' | 'value'>(pattern, lines[body]?.trim())
    if (!found && !isYaml) break
    if (found?.key) options.set(found.key, found.value.replaceAll(/^["']|["']$/gu, ''))
    else if (found) dashes++
    lines[body] = prefix.trimEnd()
  }
  return {body, options: Object.fromEntries(options)}
}

const idOf = ({label, name}: Fence['options']) => (name || label ? [`#${name ?? label}`] : [])
const block = (items: readonly string[]) => (items.length > 0 ? `{${items.join(' ')}}` : '')

function containerOf(name: string): Translate | undefined {
  const own = findDirective(name)
  const foreign = foreignContainers.get(name)
  if (!own && !foreign) return undefined
  return ({argument, end, index, options, prefix}, {lines}) => {
    lines[index] = `${prefix}:::${name}${afterName(name, argument, options)}`
    lines[end] = `${prefix}:::`
    return true
  }
}

/** Of a solution the argument is the name of its exercise, of anything else a title. */
const afterName = (name: string, argument: string, options: Fence['options']) =>
  name === 'solution' && argument
    ? block([...idOf(options), `for=${quoted(argument)}`])
    : `${labelled(argument)}${block(idOf(options))}`

/** `{exercise-start}` and `{solution-start}` hold everything up to their closing fence (sphinx-exercise). */
const pair =
  (name: string): Translate =>
  ({argument, end, index, options, prefix}, {lines, note}) => {
    for (let at = index; at <= end; at++) lines[at] = prefix.trimEnd()
    const last = lines.findIndex((line, at) => at > end && opening.exec(line)?.groups?.['name'] === `${name}-end`)
    const closing = last < 0 ? undefined : readFence(lines, last)
    if (closing) {
      for (let at = last; at <= closing.end; at++) lines[at] = closing.prefix.trimEnd()
      lines[index] = `${prefix}:::${name}${afterName(name, argument, options)}`
      lines[last] = `${closing.prefix}:::`
    } else {
      note({tool: 'MyST', construct: `${name}-start`, outcome: 'flattened', remedy: `:::${name}`}, index)
      if (argument && name === 'exercise') lines[index] = `${prefix}**${argument}**`
    }
    return false
  }

/** Sphinx says for which output by an expression of tags. */
const condition: Translate = ({argument, end, index, prefix}, {lines, note}) => {
  const outputs = outputsWhere(argument)
  if (!outputs) note({tool: 'Sphinx', construct: 'only', outcome: 'flattened', remedy: ':::only{in="…"}'}, index)
  lines[index] = outputs ? `${prefix}:::only{in="${outputs.join(' ')}"}` : prefix.trimEnd()
  lines[end] = outputs ? `${prefix}:::` : prefix.trimEnd()
  return true
}

const quotation: Translate = ({body, end, index, prefix}, {lines}) => {
  for (let at = body; at < end; at++) lines[at] = `${prefix}> ${(lines[at] ?? '').slice(prefix.length)}`.trimEnd()
  lines[index] = prefix.trimEnd()
  lines[end] = prefix.trimEnd()
  return true
}

const drop =
  (construct: string, isSilent = false): Translate =>
  ({end, index, prefix}, {lines, note}) => {
    if (!isSilent) note({tool: 'MyST', construct, outcome: 'dropped'}, index)
    for (let at = index; at <= end; at++) lines[at] = prefix.trimEnd()
    return false
  }

const figure: Translate = ({argument, body, end, index, options, prefix}, {lines}) => {
  const content = lines.slice(body, end).map((line) => line.slice(prefix.length).trim())
  const gap = content.findIndex((line, at) => !line && content.slice(0, at).some(Boolean))
  const caption = content
    .slice(0, gap < 0 ? content.length : gap)
    .filter(Boolean)
    .join(' ')
  const {alt, width} = options
  const items = [
    ...idOf(options),
    ...(alt ? [`alt=${quoted(alt)}`] : []),
    ...(width ? [`width=${/^\d+$/u.test(width) ? `${width}px` : width}`] : []),
  ]
  lines[index] = `${prefix}![${caption}](<${argument}>)${block(items)}`
  // The legend after the caption stays where it is.
  const legend = gap < 0 ? end : body + gap
  for (let at = index + 1; at < legend; at++) lines[at] = prefix.trimEnd()
  lines[end] = prefix.trimEnd()
  return true
}

const math: Translate = ({argument, body, end, index, options, prefix}, {lines}) => {
  lines[index] = `${prefix}$$${argument}`
  const content = lines.slice(body, end).filter((line) => line.slice(prefix.length).trim())
  for (let at = index + 1; at < end; at++) lines[at] = prefix.trimEnd()
  // A blank line would end the formula: what there is stands before the closing fence.
  const first = end - content.length
  for (const [offset, line] of content.entries()) lines[first + offset] = line
  lines[index] = prefix.trimEnd()
  lines[first - 1] = `${prefix}$$${argument}`
  lines[end] = `${prefix}$$ ${block(idOf(options))}`.trimEnd()
  return false
}

const listing: Translate = ({argument, end, index, name, options, prefix}, {lines}) => {
  const {caption, 'emphasize-lines': emphasis, 'lineno-start': start} = options
  const language = argument || (name === 'code-cell' ? 'python' : 'text')
  const items = [
    ...idOf(options),
    ...(caption ? [`caption=${quotedMarkdown(caption)}`] : []),
    ...(emphasis ? [`highlight=${quoted(emphasis)}`] : []),
    ...(start ? [`startFrom=${start}`] : []),
    ...('linenos' in options ? ['.numberLines'] : []),
  ]
  const fence = fenceFor(lines.slice(index, end), caption)
  lines[end] = `${prefix}${fence}`
  // Options are gone: their lines would be blank lines of the code.
  const body = lines.slice(index + 1, end)
  const blanks = body.findIndex((line) => line.slice(prefix.length).trim())
  const count = Math.max(0, blanks)
  for (let at = 0; at < count; at++) lines[index + at] = prefix.trimEnd()
  lines[index + count] = `${prefix}${fence}${language.split(/\s/u)[0]} ${block(items)}`.trimEnd()
  return false
}

/** The fence for the code; no info string after backticks may have one. */
function fenceFor([opened = '', ...code]: readonly string[], caption = ''): string {
  const {fence = '```'} = anyFence.exec(opened)?.groups ?? {}
  if (!caption.includes('`')) return fence
  const tildes = code.flatMap((line) => line.match(/~+/gu) ?? [])
  return '~'.repeat(
    greatest(
      tildes.map(({length}) => length),
      2,
    ) + 1,
  )
}

const include: Translate = ({argument, end, index, name, options, prefix}, {lines}) => {
  const {caption, language, lines: cut} = options
  const items = [
    ...idOf(options),
    `file=${quoted(argument)}`,
    ...(cut ? [`lines=${cut}`] : []),
    ...(name === 'literalinclude' && language ? [`lang=${language}`] : []),
    ...(caption ? [`caption=${quotedMarkdown(caption)}`] : []),
  ]
  for (let at = index; at <= end; at++) lines[at] = prefix.trimEnd()
  lines[index] = `${prefix}::include${block(items)}`
  return false
}

const table: Translate = ({argument, end, index, options, prefix}, {lines}) => {
  lines[index] = prefix.trimEnd()
  const items = block(idOf(options))
  lines[end] = argument || items ? `${prefix}: ${argument} ${items}`.trimEnd() : prefix.trimEnd()
  // A caption is a paragraph of its own.
  if ((lines[end - 1] ?? '').trim() && lines[end]) {
    for (let at = index; at < end - 1; at++) lines[at] = lines[at + 1] ?? ''
    lines[end - 1] = prefix.trimEnd()
  }
  return true
}

const listTable: Translate = (fence, text) => {
  text.note({tool: 'MyST', construct: 'list-table', outcome: 'flattened'}, fence.index)
  return table(fence, text)
}

const diagram =
  (language: string): Translate =>
  ({index, prefix}, {lines}) => {
    lines[index] = `${prefix}${anyFence.exec(lines[index] ?? '')?.groups?.['fence'] ?? '```'}${language}`
    return false
  }

const translations: ReadonlyMap<string, Translate> = new Map([
  ['bibliography', drop('bibliography', true)],
  ['blockquote', quotation],
  ['code', listing],
  ['code-block', listing],
  ['code-cell', listing],
  ['contents', drop('contents', true)],
  ['epigraph', quotation],
  ['exercise-end', drop('exercise-end')],
  ['exercise-start', pair('exercise')],
  ['figure', figure],
  ['highlights', quotation],
  ['image', figure],
  ['include', include],
  ['list-table', listTable],
  ['literalinclude', include],
  ['math', math],
  ['mermaid', diagram('mermaid')],
  ['only', condition],
  ['pull-quote', quotation],
  ['solution-end', drop('solution-end')],
  ['solution-start', pair('solution')],
  ['sourcecode', listing],
  ['table', table],
  ['tableofcontents', drop('contents', true)],
  ['toctree', drop('contents', true)],
])
