import {conditionAt, type OpenConditions} from './conditions.ts'

/** A line of a chapter, by its looks. */
export interface ScannedLine {
  /** From 1. */
  readonly line: number
  readonly text: string
  /** Inside a fence, as it is; a `skipped` line is front matter, a comment, a formula or the text of a drawing. */
  readonly kind: 'text' | 'code' | 'skipped'
  /** Whether it is inside a condition on its readers. */
  readonly isConditional: boolean
}

interface State {
  /** What ends the code, formula or comment that is open. */
  readonly end: RegExp | undefined
  readonly kind: ScannedLine['kind']
}

const free: State = {end: undefined, kind: 'text'}
/** Signs of quotes and items before what a line says. */
const containers = /^(?:\s|>|[-*+]\s|\d+[.)]\s)*/u
/** Text that is drawn, set as a formula, or for one output alone, and names of chapters in contents. */
const drawn = /^\s*\{?\.?(?:mermaid|dot|graphviz|plantuml|math|tex|latex|toc|toctree|tableofcontents|=\w+)\b/iu
/** A construct of MyST, knitr or Quarto with options of its own: what becomes of them only a parser knows. */
const directive = /^\s*\{[a-z]/iu
const environments = 'equation|align|gather|multline|eqnarray|displaymath|tabular|array'

/** What spans lines without being text: its first line, and what ends it. */
const silent: readonly (readonly [RegExp, RegExp])[] = [
  [/^\$\$(?!.*\$\$)/u, /\$\$/u],
  [/^\$\s*$/u, /\$|^\s*$/u],
  [new RegExp(String.raw`^\\begin\{(?:${environments})\*?\}(?!.*\\end\{)`, 'u'), /\\end\{/u],
  [/^<!--(?!.*-->)/u, /-->/u],
  [/^<(?:script|style|svg|math)\b(?!.*<\/(?:script|style|svg|math)>)/iu, /<\/(?:script|style|svg|math)>/iu],
  // A tag over several lines.
  [/<\/?[a-z][\w-]*(?:\s[^<>]*)?$/iu, />|^\s*$/u],
]

/** Goes through a chapter line by line with a few marks in mind, as somebody would who knows no Markdown. */
export function scanLines(source: string): ScannedLine[] {
  const lines = source.replace(/^\uFEFF/u, '').split(/\r\n?|\n/u)
  const scanned: ScannedLine[] = []
  const last = lastLineOfFrontMatter(lines)
  let state = free
  let conditions: OpenConditions = {fences: [], isWhole: hasAudience(lines.slice(0, last)), isInNote: false}
  for (const [index, text] of lines.entries()) {
    const line = index + 1
    if (index < last) {
      scanned.push({line, text, kind: 'skipped', isConditional: true})
      continue
    }
    const bare = text.replace(containers, '')
    if (state.end) {
      const {end, kind} = state
      if (end.test(bare)) state = free
      scanned.push({line, text, kind: state === free ? 'skipped' : kind, isConditional: isConditional(conditions)})
      continue
    }
    state = stateAfter(bare, lines[index + 1] ?? '')
    conditions = conditionAt(conditions, bare)
    const kind = state === free ? 'text' : 'skipped'
    scanned.push({line, text, kind, isConditional: isConditional(conditions)})
  }
  return scanned
}

const isConditional = ({fences, isInNote, isWhole}: OpenConditions) =>
  isWhole || isInNote || fences.some(({isCondition}) => isCondition)

/** How many lines front matter takes; 0 where there is none. */
function lastLineOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0
  return lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line)) + 1
}

const hasAudience = (front: readonly string[]) => front.some((line) => /^(?:in|edition)\s*:/u.test(line))

/** What a line opens that continues below it. */
function stateAfter(bare: string, next: string): State {
  const {info = '', marks} = /^(?<marks>`{3,}|~{3,})(?<info>[^`]*)$/u.exec(bare)?.groups ?? {}
  if (marks !== undefined) {
    const end = new RegExp(`^${marks.charAt(0)}{${marks.length},}\\s*$`, 'u')
    return {end, kind: drawn.test(info) || directive.test(info) ? 'skipped' : 'code'}
  }
  // Of a slide, as Slidev has it.
  if (/^---\s*$/u.test(bare) && /^[a-z]\w*:\s/iu.test(next)) return {end: /^(?:---|\s*$)/u, kind: 'skipped'}
  const [, end] = silent.find(([begin]) => begin.test(bare)) ?? []
  return end ? {end, kind: 'skipped'} : free
}
