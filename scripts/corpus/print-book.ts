import type {BookResult} from './try-book.ts'

const most = 12

/** What came of a book, for a terminal. */
export function describeBook(book: BookResult): string {
  const {causes, chapters, crash, findings, leftovers, name, problems, state, tool} = book
  const errors = causes.filter(({isError}) => isError)
  const lines = [
    `${state === 'built' ? '✓' : '✗'} ${name}: ${state}, ${chapters} chapters by ${tool || 'nothing'}, ${measured(book)}`,
    ...(crash === undefined ? [] : [indent(crash)]),
    ...list(
      'order',
      problems.map(({kind, path, reason}) => `${kind} ${path}${reason ? `: ${reason}` : ''}`),
    ),
    ...list(`errors: ${sum(errors)} of ${errors.length} causes`, errors.map(describeCause)),
    ...list(
      `warnings: ${sum(causes) - sum(errors)} of ${causes.length - errors.length} causes`,
      causes.filter(({isError}) => !isError).map(describeCause),
    ),
    ...list(
      'reading back',
      findings.map(({artifact, file, line, reason, rule}) => `${rule} ${artifact} ${file}:${line} ${reason}`),
    ),
    ...deckLines(book),
    ...list(
      'leftovers',
      leftovers.map(({count, examples, syntax}) => `${count}× ${syntax}: ${examples.join(' | ')}`),
    ),
    ...(book.epubcheck === 'not run' ? [] : list('EPUBCheck beyond the build', book.epubcheck)),
  ]
  return `${lines.join('\n')}\n`
}

/** The head of the table that `rowOf` gives rows for. */
export const tableHead = [
  '| book | order by | chapters | result | errors (causes) | warnings (causes) | read back | slides | near-empty | longest run | leftovers | EPUBCheck | CPU s | MB |',
  '| --- | --- | --: | --- | --: | --: | --: | --: | --: | --: | --: | --- | --: | --: |',
].join('\n')

/** A row of the Markdown table. */
export function rowOf(book: BookResult): string {
  const errors = book.causes.filter(({isError}) => isError)
  const warnings = book.causes.filter(({isError}) => !isError)
  const cells = [
    book.name.replace('+', '/'),
    book.tool,
    book.chapters,
    book.state,
    `${sum(errors)} (${errors.length})`,
    `${sum(warnings)} (${warnings.length})`,
    book.findings.length,
    book.slides ?? '–',
    book.nearEmpty?.length ?? '–',
    book.longestRun?.slides ?? '–',
    book.leftovers.reduce((total, {count}) => total + count, 0),
    book.epubcheck === 'not run' ? 'not run' : book.epubcheck.length,
    book.cpuSeconds === undefined ? '–' : Math.round(book.cpuSeconds),
    book.peakMegabytes === undefined ? '–' : Math.round(book.peakMegabytes),
  ]
  return `| ${cells.join(' | ')} |`
}

function measured({cpuSeconds, peakMegabytes, seconds}: BookResult): string {
  const time = `${(seconds ?? 0).toFixed(1)} s`
  if (cpuSeconds === undefined || peakMegabytes === undefined) return `${time}, CPU and memory not measured`
  return `${time}, ${cpuSeconds.toFixed(1)} s of CPU, ${Math.round(peakMegabytes)} MB`
}

function deckLines({longestRun, nearEmpty = [], slides}: BookResult): string[] {
  if (slides === undefined || !longestRun) return []
  const head = `  deck: ${slides} slides, the longest section goes over ${longestRun.slides} (${longestRun.at})`
  return [head, ...list('near-empty slides', nearEmpty)]
}

const sum = (causes: BookResult['causes']) => causes.reduce((total, {count}) => total + count, 0)

const describeCause = ({at, cause, count, rule}: BookResult['causes'][number]) => `${count}× ${rule} ${at} ${cause}`

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const more = lines.length > most ? [`    … ${lines.length - most} more`] : []
  return [
    `  ${title} (${lines.length})`,
    ...lines.slice(0, most).map((line) => `    ${line.replaceAll('\n', ' ')}`),
    ...more,
  ]
}

const indent = (text: string) => text.trim().replaceAll(/^/gmu, '    ')
