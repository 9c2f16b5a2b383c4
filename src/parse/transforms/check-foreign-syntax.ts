import type {Nodes, Root, Text} from 'mdast'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {isInAddress} from '../foreign/backslash-formulas.ts'
import {parsedText} from '../parsed-text.ts'

interface ForeignSyntax {
  readonly pattern: RegExp
  /** Who writes so. */
  readonly from: string
  readonly remedy: string
}

/** What other tools read and lectern shows as the characters it is made of. `^` is the start of a paragraph's line. */
const inText: readonly ForeignSyntax[] = [
  {
    pattern: /^:{3,}[^\S\n]*$/mu,
    from: '多余的围栏 a fence that closes nothing',
    remedy: '外层多一个冒号 one more colon outside',
  },
  {pattern: /^#{2,6}[^\s#]/mu, from: '标题后缺空格 heading without a space', remedy: '## 标题'},
  {pattern: /\{% *\w[^%]*%\}/u, from: 'Liquid, GitBook', remedy: ':::note … :::'},
  {pattern: /\{\{[<%] *(?!(?:var|meta)\b)\w[^{}]*\}\}/u, from: 'Hugo, Quarto', remedy: '{{name}}'},
  {pattern: /\{\{ *#\w[^{}]*\}\}/u, from: 'mdBook', remedy: '::include{file="…"} 独占一行 on a line of its own'},
  {
    pattern: /\{\{ *[\p{L}_][\w-]*(?:\.\w+)+(?: *\|[^{}]*)? *\}\}|\{\{ *[\p{L}_]\w* *\|[^{}]*\}\}/u,
    from: 'Liquid',
    remedy: '{{name}}',
  },
  {pattern: /\^\[(?:(?!\^\[)[^\]\n])+\]/u, from: 'Pandoc', remedy: '[^name] … [^name]: …'},
  {
    pattern:
      /(?<!\\)\\(?:begin|end|textbf|emph|textit|includegraphics|caption|section|subsection|chapter|item|citep?|ref|label|footnote|paragraph)(?![A-Za-z])/u,
    from: 'LaTeX',
    remedy: '**…**, *…*, [@key], @fig-x',
  },
  {pattern: /^\.\. [a-z][\w-]*::/mu, from: 'reStructuredText', remedy: ':::note … :::'},
  {
    pattern: /^\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|source|quote)\b[^\]]*\]$/mu,
    from: 'AsciiDoc',
    remedy: ':::note … :::',
  },
  {pattern: /^={2,6} \S/mu, from: 'AsciiDoc', remedy: '## 标题'},
  {pattern: /^@(?:tab|d2lbook)\b/mu, from: 'd2l', remedy: ':::note … :::'},
  {
    pattern: /!\[[^\]\n]*\]\([^()\n]+\)/u,
    from: '没有读成图片 an image that was not read',
    remedy: '![…](<…>)，不在 HTML 里 outside of HTML',
  },
  {
    pattern: /\$\$|^\$$/mu,
    from: '没有读成公式 a formula that was not read',
    remedy: '$$ 独占一行 $$ on lines of their own',
  },
]

/** What looks like a formula and has too many words for one. CommonMark reads `\(` as an escaped bracket: only the source has it. */
const inSource: readonly ForeignSyntax[] = [
  {pattern: /\\\((?:(?!\\\()[^\n])*?\\\)/gu, from: 'LaTeX', remedy: '$…$'},
  {pattern: /\\\[(?:(?!\\\[)[\s\S])*?\\\]/gu, from: 'LaTeX', remedy: '$$ … $$'},
]

/** Reports constructs of other tools, which would stand in every output as they are typed. */
export function checkForeignSyntax(tree: Root, file: VFile): void {
  const source = parsedText(file)
  visit(tree, 'text', (node) => {
    for (const syntax of inText) checkText(node, syntax, file)
  })
  visit(tree, (node) => {
    if (phrasingParents.has(node.type)) checkSource(node, source, file)
  })
}

const phrasingParents = new Set(['paragraph', 'heading', 'tableCell'])
function checkText(node: Text, syntax: ForeignSyntax, file: VFile): void {
  const match = syntax.pattern.exec(node.value)
  if (match) report(syntax, {found: match[0], place: node, file})
}

function checkSource({position}: Nodes, source: string, file: VFile): void {
  const {end, start} = position ?? {}
  // What is included has no offsets of its own.
  if (start?.offset === undefined) return
  const text = source.slice(start.offset, end?.offset)
  if (!text.includes('\\')) return
  // Code may hold anything.
  const prose = text.replaceAll(/(?<ticks>`+)[^`][\s\S]*?\k<ticks>/gu, (code) => ' '.repeat(code.length))
  for (const syntax of inSource) {
    const match = Array.from(prose.matchAll(syntax.pattern)).find(
      ({0: found, index}) => /\\[A-Za-z]|[\^_=]/u.test(found) && !isInAddress(prose, index),
    )
    if (!match) continue
    const lines = text.slice(0, match.index).split('\n')
    const column = (lines.length === 1 ? start.column : 1) + (lines.at(-1)?.length ?? 0)
    report(syntax, {found: match[0], place: {line: start.line + lines.length - 1, column}, file})
  }
}

function report(
  {from, remedy}: Pick<ForeignSyntax, 'from' | 'remedy'>,
  {
    file,
    found,
    place,
  }: {readonly found: string; readonly place: Text | Point | Root['children'][number]; readonly file: VFile},
): void {
  reportProblem(file, {
    ruleId: 'syntax-is-known',
    reason: `\`${found.replaceAll(/\s+/gu, ' ').trim().slice(0, 30)}\` 会原样显示（${from}）/ Unexpected syntax: it is shown as it is typed`,
    place,
    hint: `写成 write ${remedy}`,
    cause: `${from} ${remedy}`,
  })
}
