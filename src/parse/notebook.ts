import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {greatest} from '../model/greatest.ts'

interface Cell {
  readonly cell_type?: string
  readonly level?: number
  readonly source?: Text
  /** nbformat 3. */
  readonly input?: Text
  readonly language?: string
  readonly outputs?: readonly Output[]
}

interface Output {
  readonly text?: Text
  readonly data?: Readonly<Record<string, unknown>>
}

/** A text, or its lines with their ends. */
type Text = string | readonly string[]

interface Notebook {
  readonly cells?: readonly Cell[]
  /** nbformat 3. */
  readonly worksheets?: readonly {readonly cells?: readonly Cell[]}[]
  readonly metadata?: {
    readonly kernelspec?: {readonly language?: string}
    readonly language_info?: {readonly name?: string}
  }
}

/**
 * A Jupyter notebook (nbformat 3 and 4) as Markdown: its Markdown cells, its code as listings, and below each what it printed.
 * Pictures among the outputs are not shown, which is reported.
 */
export function notebookMarkdown(file: VFile): string {
  const notebook = readJson(file)
  if (!notebook) return ''
  const cells = notebook.cells ?? (notebook.worksheets ?? []).flatMap((sheet) => sheet.cells ?? [])
  const {kernelspec, language_info: info} = notebook.metadata ?? {}
  const language = info?.name ?? kernelspec?.language ?? 'python'
  if (cells.some(({outputs = []}) => outputs.some(hasPicture))) {
    const reason = '笔记本输出的图片不显示 / Unexpected pictures among the outputs of a notebook: they are not shown'
    const hint = '存成文件，在 Markdown 单元里引用 / save them as files, and show them in a Markdown cell'
    reportProblem(file, {
      ruleId: 'syntax-is-known',
      reason,
      hint,
      place: {line: 1, column: 1},
      cause: 'notebook pictures',
    })
  }
  return cells.map((cell) => cellMarkdown(cell, language)).join('\n\n')
}

function readJson(file: VFile): Notebook | undefined {
  try {
    const value: unknown = JSON.parse(String(file))
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Reported below.
  }
  const reason = '不是可读的笔记本 / Unexpected contents of a notebook, expected JSON'
  reportProblem(file, {
    ruleId: 'syntax-is-known',
    reason,
    hint: '在 Jupyter 里重新保存 / save it again in Jupyter',
    place: {line: 1, column: 1},
  })
  return undefined
}

const textOf = (text: Text | undefined) => (typeof text === 'string' ? text : (text ?? []).join(''))

function cellMarkdown(
  {cell_type: type, input, language: own, level = 1, outputs = [], source}: Cell,
  language: string,
): string {
  const text = textOf(source ?? input)
  if (type === 'heading') return `${'#'.repeat(Math.min(6, level))} ${text.replaceAll('\n', ' ')}`
  if (type !== 'code') return text
  const printed = outputs.map((output) => printedText(output).replace(/\n$/u, '')).filter(Boolean)
  return [text && fenced(text, own ?? language), ...printed.map((one) => fenced(one, 'text'))]
    .filter(Boolean)
    .join('\n\n')
}

function printedText({data = {}, text}: Output): string {
  const plain = textOf(text ?? (data['text/plain'] as Text | undefined))
  // Colours of the terminal.
  return plain.replaceAll(/\p{Cc}\[[\d;]*m/gu, '')
}

const hasPicture = ({data = {}}: Output) => Object.keys(data).some((type) => type.startsWith('image/'))

/** With a fence that is longer than any in the code. */
function fenced(code: string, language: string): string {
  const longest = greatest(
    Array.from(code.matchAll(/^ {0,3}(?<fence>`{3,})/gmu), ({groups}) => groups?.['fence']?.length ?? 0),
    2,
  )
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/\n$/u, '')}\n${fence}`
}
