import {matchGroups} from '../match-groups.ts'
import {proseLines, readArguments, type ForeignText} from './foreign-text.ts'

const tag =
  /^(?<indent>[ \t]*)\{%-? *(?<name>exercise|initial|solution|validation|context|endexercise|endsolution)\b(?<rest>[^%]*?)-?%\}\s*$/u

interface Part {
  readonly name: string
  readonly indent: string
  readonly rest: string
  readonly at: number
}

/**
 * GitBook's `{% exercise %}`: what is asked, then code to begin with, code that solves it, and code that checks it. It becomes a quote with
 * a marker, `> [!exercise:]`, which takes no line more than it has; in it code is indented, as fences would. What checks is left out.
 */
export function translateExerciseTags(text: ForeignText): void {
  const {file, lines} = text
  const languages = new Map<number, string>()
  file.data.codeLanguages = languages
  if (!lines.some((line) => /\{%-? *endexercise/u.test(line))) return
  let parts: Part[] = []
  for (const [at, line] of proseLines(lines)) {
    const found = matchGroups<'indent' | 'name' | 'rest'>(tag, line)
    if (!found) continue
    if (found.name === 'exercise') parts = []
    parts.push({at, ...found})
    if (found.name !== 'endexercise') continue
    if (hasParts(parts)) translateExercise(parts, text, languages)
    parts = []
  }
}

/** Parts that are not closed: without them it is a container like any other. */
function hasParts(parts: readonly Part[]): boolean {
  const names = parts.map(({name}) => name)
  return names[0] === 'exercise' && names.length > 2 && !names.includes('endsolution')
}

function translateExercise(parts: readonly Part[], text: ForeignText, languages: Map<number, string>): void {
  const {lines} = text
  const [first] = parts
  if (!first) return
  const {lang, language = lang} = readArguments(first.rest).named
  for (const [index, part] of parts.entries()) {
    const {at, name} = part
    const quote = `${first.indent}> `
    const isClosing = parts[index - 1]?.name === 'solution'
    lines[at] = `${quote}${openingOf(name, isClosing)}`.trimEnd()
    const end = parts[index + 1]?.at ?? at
    const isCode = name === 'initial' || name === 'solution'
    const start = lines.findIndex((line, place) => place > at && line.trim() !== '')
    if (isCode) languages.set(start + 1, language ?? 'javascript')
    writePart(part, {quote: isCode ? `${quote}    ` : quote, end}, text)
  }
}

function openingOf(name: string, isClosing: boolean): string {
  if (name === 'exercise') return '[!exercise:]'
  // One line cannot close a solution and open another: the code of both is one.
  if (isClosing) return name === 'solution' ? '' : ':::'
  if (name === 'solution') return ':::solution'
  // Below a list, what is indented would be more of its last item.
  return name === 'initial' ? '<!-- -->' : ''
}

function writePart(
  {at, indent, name}: Part,
  {end, quote}: {readonly end: number; readonly quote: string},
  {lines, note}: ForeignText,
): void {
  const isLeftOut = name === 'validation' || name === 'context'
  if (isLeftOut) note({tool: 'GitBook', construct: name, outcome: 'dropped', endLine: end}, at)
  for (let place = at + 1; place < end; place++) {
    const line = lines[place] ?? ''
    const own = line.startsWith(indent) ? line.slice(indent.length) : line
    lines[place] = `${quote}${isLeftOut ? '' : own}`.trimEnd()
  }
}
