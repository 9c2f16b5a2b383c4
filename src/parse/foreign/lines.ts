import {identifierOf} from '../attributes.ts'
import {codeLines, replaceOutsideCode, type ForeignText, type Outcome} from './foreign-text.ts'

interface LineSyntax {
  readonly tool: string
  readonly construct: string
  readonly pattern: RegExp
  /** Absent where nothing is lost. */
  readonly outcome?: Outcome
  /** What stands in its place; nothing where it is absent. */
  readonly becomes?: (groups: Readonly<Record<string, string | undefined>>) => string
}

const component = String.raw`[A-Z][\w.]*|v-clicks?|v-switch|v-after`

/** What other tools write on a line of its own. */
const syntaxes: readonly LineSyntax[] = [
  // The outputs have contents of their own.
  {tool: 'Typora', construct: 'TOC', pattern: /^(?:\[TOC\]|\[\[_?TOC_?\]\]|\[\[_TOC_\]\]|\[\[toc\]\]|\$\{toc\})$/iu},
  {tool: 'MyST', construct: '+++', pattern: /^\+{3}(?: *\{.*\})?$/u},
  {
    tool: 'LaTeX',
    construct: String.raw`\newpage`,
    pattern:
      /^\\(?:newpage|pagebreak|clearpage|cleardoublepage|bigskip|medskip|smallskip|noindent|vfill|centering|tableofcontents|maketitle|frontmatter|mainmatter|backmatter|appendix|(?:vspace|hspace)\*?\{[^{}]*\}|pagestyle\{[^{}]*\})(?:\[\d\])?$/u,
    outcome: 'dropped',
  },
  {
    tool: 'MDX',
    construct: 'import',
    pattern:
      /^(?:import\s+(?:[\w*{}\s,$]+\s+from\s+)?(?<quote>['"])[^'"]+\k<quote>;?|export\s+(?:const|let|default|function)\b.*)$/u,
    outcome: 'dropped',
  },
  {tool: 'MDX', construct: 'comment', pattern: /^\{\/\*.*\*\/\}$/u},
  {
    tool: 'MDX',
    construct: 'tabs',
    pattern:
      /^<(?:TabItem|Tab|CodeGroupItem)\b[^>]*?\b(?:label|title|name)=(?:"(?<double>[^"]*)"|'(?<single>[^']*)')[^>]*>$/u,
    outcome: 'flattened',
    becomes: ({double, single}) => `**${double ?? single}**`,
  },
  {
    tool: 'MDX',
    construct: 'component',
    pattern: new RegExp(String.raw`^</?(?:${component})(?:\s[^<>]*)?>$`, 'u'),
    outcome: 'flattened',
  },
  {
    tool: 'd2l',
    construct: 'tabs',
    pattern: /^:begin_tab:`?(?<names>[^`]*)`?$/u,
    outcome: 'flattened',
    becomes: ({names}) => `**${names}**`,
  },
  {tool: 'd2l', construct: 'tabs', pattern: /^:end_tab:$/u},
  {tool: 'Jekyll', construct: '{:toc}', pattern: /^\{: *:?(?:toc|no_toc)[^{}]*\}$/u},
  {tool: 'kramdown', construct: '^', pattern: /^\^$/u},
  {tool: 'Slidev', construct: 'columns', pattern: /^::(?:left|right|bottom|default)::$/u, outcome: 'flattened'},
]

/** Drops, or rewrites, what other tools write on lines of their own. */
export function translateLines(text: ForeignText): void {
  const {lines, note} = text
  const isCode = codeLines(lines)
  let isEsm = true
  for (const [index, line] of lines.entries()) {
    if (isCode[index]) continue
    const bare = line.trim()
    const found = bare && syntaxes.find(({pattern}) => pattern.test(bare))
    // JavaScript stands where a paragraph could.
    const startsBlock = !(lines[index - 1] ?? '').trim() || isEsm
    isEsm = false
    if (!found || (found.construct === 'import' && !startsBlock)) continue
    isEsm = found.construct === 'import'
    const indent = /^\s*/u.exec(line)?.[0] ?? ''
    const becomes = found.becomes?.(found.pattern.exec(bare)?.groups ?? {}) ?? ''
    const isFollowed = Boolean((lines[index + 1] ?? '').trim())
    lines[index] = becomes ? `${indent}${becomes}${isFollowed ? '\\' : ''}` : ''
    if (found.outcome) note({tool: found.tool, construct: found.construct, outcome: found.outcome}, index)
  }
  translateLabels(text)
  translateEmbeds(text)
  collectBlockAttributes(text)
  collectAbbreviations(text)
  dropKramdownComments(text)
}

/** `` :label:`fig_x` `` and `` :eqlabel:`eq_x` `` (d2l) on the line after what they name become its attributes. */
function translateLabels({lines, note}: ForeignText): void {
  if (!lines.some((line) => /^\s*:(?:eq)?label:/u.test(line))) return
  const isCode = codeLines(lines)
  for (const [index, line] of lines.entries()) {
    const {name} = /^:(?:eq)?label:`(?<name>[^`]+)`$/u.exec(line.trim())?.groups ?? {}
    if (name === undefined || isCode[index]) continue
    const at = lines.findLastIndex((one, place) => place < index && Boolean(one.trim()))
    const before = lines[at] ?? ''
    lines[index] = ''
    const id = `{#${identifierOf(name)}}`
    if (/^#{1,6} |^!\[.*\)$|^\$\$/u.test(before.trim())) {
      lines[at] =
        before.endsWith('}') && before.startsWith('!')
          ? `${before.slice(0, -1)} #${identifierOf(name)}}`
          : `${before} ${id}`.replace(') {', '){')
    } else if (before.trim().startsWith('|') && !(lines[index + 1] ?? '').trim()) {
      // The line itself ends the table; the next one is free.
      const caption = takeTableTitle(lines, at)
      if (index + 1 < lines.length) lines[index + 1] = `: ${caption} ${id}`.replace(/ {2,}/gu, ' ')
      else lines[index] = `\n: ${caption} ${id}`
    } else note({tool: 'd2l', construct: 'label', outcome: 'dropped', remedy: '{#id}'}, index)
  }
}

/** `:Title` in the paragraph before a table is its caption (d2l). */
function takeTableTitle(lines: string[], end: number): string {
  let first = end
  while (first > 0 && (lines[first - 1] ?? '').trim().startsWith('|')) first--
  const at = lines.findLastIndex((one, place) => place < first && Boolean(one.trim()))
  const title = /^:(?<title>[^:\s].*)$/u.exec(lines[at] ?? '')?.groups?.['title']
  if (title === undefined) return ''
  lines[at] = ''
  return title
}

const pictures = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/iu

/** `![[picture.png|300]]` of Obsidian is an image; another page stays a link to it. */
function translateEmbeds({lines, note}: ForeignText): void {
  if (!lines.some((line) => line.includes('![['))) return
  const isCode = codeLines(lines)
  for (const [index, line] of lines.entries()) {
    if (isCode[index] || !line.includes('![[')) continue
    lines[index] = replaceOutsideCode(line, (part) =>
      part.replaceAll(/!\[\[(?<inner>[^\][\n]+)\]\]/gu, (_written: string, inner: string) => {
        const [file = '', ...words] = inner.replaceAll(String.raw`\|`, '|').split('|')
        const width = words.find((word) => /^\d+(?:x\d+)?$/u.test(word))
        const caption = words.find((word) => word !== width) ?? ''
        if (pictures.test(file))
          return `![${caption}](<${file}>)${width ? `{width=${Number.parseInt(width, 10)}px}` : ''}`
        note({tool: 'Obsidian', construct: '![[…]]', outcome: 'flattened', remedy: '::include{file="…"}'}, index)
        return `[[${inner}]]`
      }),
    )
  }
}

/** `{: .class #id}` of kramdown on the line after a block. */
function collectBlockAttributes({file, lines}: ForeignText): void {
  if (!lines.some((line) => line.includes('{:'))) return
  const isCode = codeLines(lines)
  const found = new Map<number, string>()
  for (const [index, line] of lines.entries()) {
    const {inner, prefix = ''} = /^(?<prefix>[\s>]*)\{:(?![:/]) *(?<inner>[^{}]*)\}\s*$/u.exec(line)?.groups ?? {}
    if (inner === undefined || isCode[index]) continue
    lines[index] = prefix.trimEnd()
    found.set(index, `${prefix.split('>').length - 1} ${inner.trim()}`)
  }
  file.data.blockAttributes = found
}

function collectAbbreviations({file, lines}: ForeignText): void {
  if (!lines.some((line) => line.startsWith('*['))) return
  const isCode = codeLines(lines)
  const found = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    const {meaning, name} = /^\*\[(?<name>[^\]]+)\]:\s*(?<meaning>.*)$/u.exec(line)?.groups ?? {}
    if (name === undefined || meaning === undefined || isCode[index]) continue
    lines[index] = ''
    if (meaning) found.set(name, meaning)
  }
  file.data.abbreviations = found
}

/** `{::comment}` … `{:/comment}` of kramdown, and `%%` … `%%` of Obsidian on lines of their own, are for nobody. */
function dropKramdownComments({lines}: ForeignText): void {
  if (!lines.some((line) => /\{::|\{:\/|^\s*%%/u.test(line))) return
  const isCode = codeLines(lines)
  let end: RegExp | undefined
  for (const [index, line] of lines.entries()) {
    if (isCode[index] && !end) continue
    const bare = line.trim()
    if (end) {
      if (end.test(bare)) end = undefined
      lines[index] = ''
    } else if (/^\{::comment\}/u.test(bare)) {
      if (!/\{:\/(?:comment)?\}$/u.test(bare)) end = /\{:\/(?:comment)?\}$/u
      lines[index] = ''
    } else if (/^\{::(?:nomarkdown|options)\b.*\}$|^\{:\/(?:nomarkdown)?\}$/u.test(bare)) lines[index] = ''
    else if (bare === '%%' && lines.slice(index + 1).some((one) => one.trim() === '%%')) {
      end = /^%%$/u
      lines[index] = ''
    }
  }
}
