import type {Nodes as HastNodes} from 'hast'
import type {PhrasingContent, Root} from 'mdast'
import type {Node, Point} from 'unist'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {parsedText} from '../parsed-text.ts'

/** Colons with something after them. Without, they are no more than an ornament. */
const leftover = /(?<=^[^\S\n]*):{3,}[^\S\n]*[^\s:][^\n]*/mu
const phrasingParents = new Set(['paragraph', 'heading', 'tableCell', 'defListTerm'])
const showsCode = new Set(['code', 'pre', 'samp', 'textarea'])

/** Reports the fence of a directive that ended as text: what it keeps from students would be public. */
export function checkLeftoverFences(tree: Root, file: VFile): void {
  const lines = parsedText(file).split('\n')
  visit(tree, (node) => {
    // What is included has no offsets in the chapter, and was looked at as a file of its own.
    if (node.position?.start.offset === undefined) return
    if ('children' in node && phrasingParents.has(node.type)) {
      checkPhrasing(node.children as PhrasingContent[], lines, file)
    }
  })
}

function checkPhrasing(children: readonly PhrasingContent[], lines: readonly string[], file: VFile): void {
  let isLineStart = true
  for (const child of children) {
    const text = child.type === 'text' ? child.value : ''
    // What goes before it on its line is another node.
    const found = leftover.exec(isLineStart ? text : `x${text}`)?.[0]
    isLineStart = child.type === 'break' || text.endsWith('\n')
    const place = found && placeOf(found, child, lines)
    if (found && place && !isEscaped(lines, place)) report(found, {place, file})
  }
}

/** Where the fence is written among the lines of its text; the text itself, where it is written in another way. */
function placeOf(found: string, {position}: PhrasingContent, lines: readonly string[]): Point {
  const {end, start} = position ?? {start: {line: 1, column: 1}}
  const written = lines.slice(start.line - 1, end?.line)
  const offset = written.findIndex((line) => line.includes(found.trimEnd()))
  if (offset < 0) return start
  return {line: start.line + offset, column: (written[offset] ?? '').indexOf(found.trimEnd()) + 1}
}

/** `\:::` is meant to be shown. */
const isEscaped = (lines: readonly string[], {column, line}: Point) => (lines[line - 1] ?? '')[column - 2] === '\\'

/** The same in the text of raw HTML, where Markdown is not read. */
export function checkLeftoverInHtml(tree: HastNodes, place: Node, file: VFile): void {
  visit(tree, (node) => {
    if (node.type === 'element' && showsCode.has(node.tagName)) return SKIP
    const found = node.type === 'text' ? leftover.exec(node.value)?.[0] : undefined
    if (found) report(found, {place, file})
    return undefined
  })
}

function report(found: string, {file, place}: {readonly place: Node | Point | undefined; readonly file: VFile}): void {
  const shown = found.trim().slice(0, 30)
  reportProblem(file, {
    ruleId: 'directive-is-known',
    reason: `\`${shown}\` 没有读成指令，会原样显示 / Unexpected \`${shown}\` in text, expected a directive`,
    place,
    hint: '独占一行写 :::name[标题]{key="值"}，不在 HTML 里；要显示冒号请写 \\::: / write :::name[title]{key="value"} on a line of its own, outside HTML; write \\::: for colons',
  })
}
