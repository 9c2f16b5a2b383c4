import {matchGroups} from '../match-groups.ts'
import {proseLines, replaceOutsideCode, type ForeignText, type Outcome} from './foreign-text.ts'

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
  dropSyntaxes(text)
  translateEmbeds(text)
  collectBlockAttributes(text)
  collectAbbreviations(text)
  dropHidden(text)
  replaceTextReferences(text)
}

function dropSyntaxes({lines, note}: ForeignText): void {
  // JavaScript stands where a paragraph could begin, and beside more of it.
  let startsBlock = true
  for (const [index, line] of proseLines(lines)) {
    const bare = line.trim()
    const found = bare ? syntaxes.find(({pattern}) => pattern.test(bare)) : undefined
    const isScript = found?.construct === 'import'
    const isMeant = !isScript || startsBlock
    startsBlock = !bare || (startsBlock && isScript)
    if (!found || !isMeant) continue
    lines[index] = becomesOf(found, line, lines[index + 1])
    if (found.outcome) note({tool: found.tool, construct: found.construct, outcome: found.outcome}, index)
  }
}

/** What stands in the place of a line; before more text it ends hard. */
function becomesOf({becomes, pattern}: LineSyntax, line: string, next: string | undefined): string {
  const written = becomes?.(pattern.exec(line.trim())?.groups ?? {})
  return written ? `${/^\s*/u.exec(line)?.[0]}${written}${next?.trim() ? '\\' : ''}` : ''
}

const pictures = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/iu

/** `![[picture.png|300]]` of Obsidian is an image; another page stays a link to it. */
function translateEmbeds({lines, note}: ForeignText): void {
  if (!lines.some((line) => line.includes('![['))) return
  for (const [index, line] of proseLines(lines)) {
    if (!line.includes('![[')) continue
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
  const found = new Map<number, string>()
  file.data.blockAttributes = found
  if (!lines.some((line) => line.includes('{:'))) return
  const pattern = /^(?<prefix>[\s>]*)\{:(?![:/]) *(?<inner>[^{}]*)\}\s*$/u
  for (const [index, line] of proseLines(lines)) {
    const groups = matchGroups<'inner' | 'prefix'>(pattern, line)
    if (!groups) continue
    lines[index] = groups.prefix.trimEnd()
    found.set(index, `${groups.prefix.split('>').length - 1} ${groups.inner.trim()}`)
  }
}

function collectAbbreviations({file, lines}: ForeignText): void {
  const found = new Map<string, string>()
  file.data.abbreviations = found
  if (!lines.some((line) => line.startsWith('*['))) return
  for (const [index, line] of proseLines(lines)) {
    const groups = matchGroups<'meaning' | 'name'>(/^\*\[(?<name>[^\]]+)\]:\s*(?<meaning>.*)$/u, line)
    if (!groups) continue
    lines[index] = ''
    if (groups.meaning) found.set(groups.name, groups.meaning)
  }
}

/** `(ref:name) Text` on a line of its own stands wherever `(ref:name)` does (bookdown). */
function replaceTextReferences({lines}: ForeignText): void {
  if (!lines.some((line) => line.startsWith('(ref:'))) return
  const texts = new Map<string, string>()
  for (const [index, line] of proseLines(lines)) {
    const found = matchGroups<'name' | 'text'>(/^(?<name>\(ref:[\w-]+\))\s+(?<text>\S.*)$/u, line)
    if (!found) continue
    lines[index] = ''
    texts.set(found.name, found.text)
  }
  // Captions of chunks have them too, which are code.
  for (const [index, line] of lines.entries()) {
    if (line.includes('(ref:')) {
      lines[index] = line.replaceAll(/\(ref:[\w-]+\)/gu, (name) => texts.get(name) ?? name)
    }
  }
}

/** What is for nobody on lines of its own: where it begins, and where it ends. */
const hidden: readonly (readonly [opening: RegExp, closing: RegExp])[] = [
  [/^\{::comment\}/u, /\{:\/(?:comment)?\}$/u],
  [/^%%$/u, /^%%$/u],
]
const options = /^\{::(?:nomarkdown|options)\b.*\}$|^\{:\/(?:nomarkdown)?\}$/u

/** `{::comment}` … `{:/comment}` of kramdown, `%%` … `%%` of Obsidian, and what else kramdown is told. */
function dropHidden({lines}: ForeignText): void {
  if (!lines.some((line) => /\{::|\{:\/|^\s*%%/u.test(line))) return
  let next = 0
  for (const [index, line] of proseLines(lines)) {
    const bare = line.trim()
    const found = index < next ? undefined : hidden.find(([opening]) => opening.test(bare))
    const end = found ? endOf(found[1], lines, index) : -1
    if (end >= 0) {
      for (let at = index; at <= end; at++) lines[at] = ''
      next = end + 1
    } else if (options.test(bare)) lines[index] = ''
  }
}

/** The line of the end, which may be that of the beginning where there is more on it. */
function endOf(closing: RegExp, lines: readonly string[], index: number): number {
  const isOne = closing.test((lines[index] ?? '').trim().slice(3))
  return isOne ? index : lines.findIndex((line, at) => at > index && closing.test(line.trim()))
}
