import * as fc from 'fast-check'

/** What a made-up section holds. Every sentence in it is another one, so that a reader can tell where each is. */
export type Part =
  | {readonly kind: 'prose' | 'noted' | 'figure' | 'equation' | 'pause' | 'break' | 'notes' | 'fragment'}
  | {readonly kind: 'code'; readonly lines: number; readonly steps: boolean; readonly excerpt: boolean}
  | {readonly kind: 'table' | 'definitions'; readonly rows: number}
  | {readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Part[])[]}
  | {readonly kind: 'quote'; readonly parts: readonly Part[]}
  | {
      readonly kind: 'note' | 'exercise' | 'definition' | 'details' | 'nosplit' | 'incremental'
      readonly parts: readonly Part[]
    }
  | {readonly kind: 'columns'; readonly columns: readonly (readonly Part[])[]}

export interface PausedSection {
  /** Attributes of its heading. */
  readonly heading: string
  /** Whether its author wrote the slide by hand. */
  readonly isWritten: boolean
  readonly parts: readonly Part[]
}

export interface Sentence {
  readonly text: string
  /** How many pauses stand before it in its section. */
  readonly pauses: number
  /** Whether slides show it whatever stands around it: nothing condenses it, and no excerpt leaves it out. */
  readonly isSure: boolean
  /** Whether it has a step of its own: in `:::incremental`, or as a fragment. */
  readonly isIncremental: boolean
}

export interface PausedText {
  readonly markdown: string
  readonly sentences: readonly Sentence[]
}

const pause: Part = {kind: 'pause'}
const leaves = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom<Part>({kind: 'prose'}, pause, pause)},
  fc.constantFrom<Part>({kind: 'noted'}, {kind: 'figure'}, {kind: 'equation'}, {kind: 'fragment'}),
  fc
    .record({lines: fc.integer({min: 1, max: 14}), steps: fc.boolean(), excerpt: fc.boolean()})
    .map((code): Part => ({kind: 'code', ...code})),
  fc.record({kind: fc.constantFrom('table' as const, 'definitions' as const), rows: fc.integer({min: 1, max: 9})}),
)
const {part} = fc.letrec<{part: Part; parts: Part[]}>((tie) => ({
  // What holds nothing but pauses shows nothing.
  parts: fc.array(tie('part'), {minLength: 1, maxLength: 4, depthIdentifier: 'part'}).filter((all) => all.some(speaks)),
  part: fc.oneof(
    {depthIdentifier: 'part', maxDepth: 3, depthSize: 'small'},
    {weight: 5, arbitrary: leaves},
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(fc.oneof(fc.constant([]), tie('parts')), {minLength: 1, maxLength: 6}),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'quote' as const,
          'note' as const,
          'exercise' as const,
          'definition' as const,
          'details' as const,
          'nosplit' as const,
          'incremental' as const,
        ),
        parts: tie('parts'),
      }),
    },
    fc.record({
      kind: fc.constant('columns' as const),
      columns: fc.array(tie('parts'), {minLength: 1, maxLength: 3}),
    }),
  ),
}))

/** Whether there is a sentence in it. */
function speaks(one: Part): boolean {
  if (one.kind === 'columns') return one.columns.flat().some(speaks)
  return 'parts' in one ? one.parts.some(speaks) : !['break', 'equation', 'notes', 'pause'].includes(one.kind)
}

const top = fc.oneof(
  {weight: 8, arbitrary: part},
  {weight: 3, arbitrary: fc.constant(pause)},
  fc.constantFrom<Part>({kind: 'break'}, {kind: 'notes'}),
)

/** Sections with pauses, breaks and steps at any place of anything. */
export const pausedSections: fc.Arbitrary<PausedSection> = fc.record({
  heading: fc.constantFrom(
    '',
    '',
    '{slides=full}',
    '{slides=full}',
    '{slides=reading}',
    '{layout=columns}',
    '{layout=beside}',
  ),
  isWritten: fc.constantFrom(false, false, false, true),
  parts: fc.array(top, {minLength: 1, maxLength: 9}),
})

/** A section of which every slide can hold what must not be cut: an item of a list, a column, what stands in `:::nosplit`. */
export const fitted = (section: PausedSection): PausedSection => ({
  ...section,
  parts: section.parts.map((one) => fit(one, false)),
})

function fit(one: Part, isKept: boolean): Part {
  const inside = (parts: readonly Part[], kept: boolean) =>
    kept
      ? parts.slice(0, 2).map((inner) => (isLeaf(inner) ? fit(inner, true) : prose))
      : parts.map((inner) => fit(inner, false))
  switch (one.kind) {
    case 'code':
      return isKept ? {...one, lines: Math.min(2, one.lines)} : one
    case 'table':
    case 'definitions':
      return isKept ? {...one, rows: 1} : one
    case 'figure':
      return isKept ? prose : one
    case 'list':
      return {...one, items: one.items.map((parts) => inside(parts, true))}
    case 'columns':
      return {...one, columns: one.columns.map((parts) => inside(parts, true))}
    default:
      return 'parts' in one ? {...one, parts: inside(one.parts, isKept || one.kind === 'nosplit')} : one
  }
}

const prose: Part = {kind: 'prose'}
const isLeaf = (one: Part) => !('parts' in one || 'items' in one || 'columns' in one)

/** The Markdown of sections, as one chapter, and what it says. */
export function writePaused(sections: readonly PausedSection[], prefix = ''): PausedText {
  const sentences: Sentence[] = []
  const notes: string[] = []
  const texts = sections.map(({heading, isWritten, parts}, index) => {
    const writer: Writer = {
      pauses: 0,
      prefix,
      isSure: heading !== '{slides=reading}',
      isIncremental: false,
      isFull: heading === '{slides=full}' || isWritten,
      sentences,
      notes,
    }
    const body = isWritten ? parts.filter(({kind}) => kind !== 'break' && kind !== 'notes') : parts
    const lines = blockLines(body, writer)
    const own = isWritten ? ['::::::::::::slide', ...lines, '', '::::::::::::'] : lines
    return [`## 节 ${index + 1} ${heading}`.trim(), '', ...own, ''].join('\n')
  })
  return {markdown: [`# 章`, '', ...texts, ...notes.map((note) => `${note}\n`)].join('\n'), sentences}
}

interface Writer {
  pauses: number
  readonly prefix: string
  readonly isSure: boolean
  readonly isIncremental: boolean
  readonly isFull: boolean
  readonly sentences: Sentence[]
  readonly notes: string[]
}

function say(writer: Writer, isSure = true): string {
  const {isIncremental, isSure: mayBeSure, pauses, prefix, sentences} = writer
  const text = `甲${prefix}${sentences.length + 1}乙`
  sentences.push({text, pauses, isIncremental, isSure: isSure && mayBeSure})
  return text
}

function blockLines(parts: readonly Part[], writer: Writer): string[] {
  return parts.flatMap((one) => ['', ...partLines(one, writer)])
}

/** What long containers and lists hold is condensed, but where slides show all. */
function insideOf(writer: Writer, changes: Partial<Writer>, write: (inner: Writer) => string[]): string[] {
  const inner = {...writer, isSure: writer.isSure && writer.isFull, ...changes}
  const lines = write(inner)
  writer.pauses = inner.pauses
  return lines
}

function partLines(one: Part, writer: Writer): string[] {
  switch (one.kind) {
    case 'prose':
      return [`${say(writer)}。`]
    case 'fragment':
      return [`[${say({...writer, isIncremental: true})}]{.fragment}`]
    case 'noted': {
      const name = `n${writer.prefix}${writer.notes.length + 1}`
      writer.notes.push(`[^${name}]: 脚注。`)
      return [`${say(writer)}[^${name}]。`]
    }
    case 'figure':
      return [`![${say(writer)}](a.svg){alt="方框"}`]
    case 'equation':
      return ['$$', 'x', '$$']
    case 'pause':
      writer.pauses++
      return ['. . .']
    case 'break':
      return ['---']
    case 'notes':
      return [':::notes', '备注。', ':::']
    case 'code': {
      const last = Math.max(1, one.lines - 1)
      const steps = one.steps && one.lines > 2 ? [`steps="1|2-${one.lines}"`] : []
      const attributes = [...steps, ...(one.excerpt ? [`slide="1-${last}"`] : [])].join(' ')
      const lines = times(one.lines, (index) => say(writer, !one.excerpt || index < last))
      return [`\`\`\`text${attributes ? ` {${attributes}}` : ''}`, ...lines, '```']
    }
    case 'table':
      return ['| 头 | 头 |', '| - | - |', ...times(one.rows, () => `| ${say(writer)} | 格 |`)]
    case 'definitions':
      return times(one.rows, () => `词\n: ${say(writer)}\n`)
        .join('\n')
        .split('\n')
    case 'list':
      return insideOf(writer, {}, (inner) => listLines(one, inner))
    case 'quote':
      return quoted(insideOf(writer, {}, (inner) => blockLines(one.parts, inner)))
    case 'note':
    case 'exercise':
    case 'definition':
    case 'details':
    case 'nosplit':
    case 'incremental': {
      const isIncremental = one.kind === 'incremental' || writer.isIncremental
      const lines = insideOf(writer, {isIncremental}, (inner) => blockLines(one.parts, inner))
      return fenced(one.kind, lines)
    }
    case 'columns':
      return fenced(
        'columns',
        one.columns.flatMap((parts) => [
          '',
          ...fenced(
            'column',
            insideOf(writer, {}, (inner) => blockLines(parts, inner)),
          ),
        ]),
      )
    default:
      return one satisfies never
  }
}

function listLines({items, ordered}: Extract<Part, {kind: 'list'}>, writer: Writer): string[] {
  return items.flatMap((parts, index) => {
    const mark = ordered ? `${index + 1}. ` : '- '
    const own = `${mark}${say(writer)}`
    const inner = blockLines(parts, writer).map((line) => (line ? ' '.repeat(mark.length) + line : ''))
    return parts.length > 0 ? [own, ...inner, ''] : [own]
  })
}

const quoted = (lines: readonly string[]) => lines.map((line) => `> ${line}`.trimEnd())

/** With more colons than anything inside. */
function fenced(name: string, lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.map((line) => /:{3,}/u.exec(line)?.[0].length ?? 0))
  const colons = ':'.repeat(longest + 1)
  return [`${colons}${name}`, ...lines, '', colons]
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({length: count}, (_value, index) => make(index))
