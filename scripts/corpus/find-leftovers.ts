export interface Leftover {
  /** Of which tool or language the syntax is. */
  readonly syntax: string
  readonly count: number
  /** The first places, with what is around them. */
  readonly examples: readonly string[]
}

/** What readers must not see: syntax of other tools in running text, by its looks alone. */
const patterns: readonly (readonly [string, RegExp])[] = [
  ['fenced div', /^\s*:{3,}.*$/gmu],
  ['fence of code', /^\s*(?:`{3,}|~{3,})[\w{].*$/gmu],
  ['mdBook preprocessor', /\{\{#\w+[^}]*\}\}/gu],
  ['Liquid', /\{%.*?%\}/gu],
  ['variable or shortcode', /\{\{[<%]?[^}]*[>%]?\}\}/gu],
  ['MkDocs admonition', /^\s*(?:!!!|\?\?\?\+?)\s+\w+/gmu],
  ['MkDocs tab', /^\s*===!?\s+"/gmu],
  ['MkDocs snippet', /--8<--/gu],
  ['Sphinx role', /\{[a-z][\w:+-]*\}(?:\u{FFFC}|`)/gu],
  [
    'Sphinx role',
    /:(?:numref|eqref|ref|doc|cite|label|term|bb?label|width|begin_tab|end_tab|mod|func|class|meth):(?:\u{FFFC}|`|\w+)/gu,
  ],
  ['Jupyter target', /^\s*\([\w:-]+\)=\s*$/gmu],
  ['kramdown attributes', /\{:[^}\n]*\}/gu],
  ['Pandoc attributes', /\{(?:#[\w:-]+|\.[\w-]+)(?:\s[^}\n]*)?\}/gu],
  ['R chunk options', /^\s*#\|/gmu],
  ['R inline code', /`r\s[^`]*`/gu],
  ['bookdown reference', /\\@ref\([^)]*\)/gu],
  ['bookdown part', /^\s*\((?:PART|APPENDIX)\\?\*?\)/gmu],
  ['LaTeX command', /\\(?:begin|end|ref|cite[tp]?|label|eqref|index|textbf|emph|section)\{/gu],
  ['LaTeX math', /\\\(|\\\)|\\\[|\\\]|\$\$/gu],
  ['emphasis', /\*\*(?=\S)|(?<=\S)\*\*/gu],
  ['link', /\]\((?:https?:|\.{0,2}\/|#)[^)\s]*\)/gu],
  ['wiki link', /!?\[\[[^\]\n]+\]\]/gu],
  ['footnote', /\[\^[^\]\n]+\]/gu],
  [
    'HTML tag',
    /<\/?(?:div|span|p|br|img|a|center|font|details|summary|table|tr|td|sup|sub|kbd|iframe|video|script|style)\b[^<>\n]*>/giu,
  ],
  ['HTML comment', /<!--|-->/gu],
  ['HTML entity', /&(?:nbsp|lt|gt|amp|quot|emsp|ensp|#\d+);/gu],
  ['JSX', /^\s*(?:import\s.+\sfrom\s+['"]|export\s+(?:const|default)\b)|<[A-Z]\w*(?:\s[^<>\n]*)?\/?>/gmu],
  ['GitHub alert', /^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gimu],
  ['docsify alert', /^\s*(?:[!?]>)\s/gmu],
  ['table of contents', /^\s*\[(?:TOC|toc|\[_TOC_\])\]\s*$/gmu],
  ['front matter', /^---\n\w+:/gmu],
  [
    'emoji code',
    /(?<![\w:]):(?:smile|warning|rocket|bulb|tada|heart|star|fire|memo|book|point_\w+|heavy_\w+|white_\w+):/gu,
  ],
]

const mostExamples = 3

/** Leftovers in a text, the most first. A place counts for the first pattern that finds it. */
export function findLeftovers(text: string): Leftover[] {
  const found = new Map<string, {count: number; examples: string[]}>()
  const taken = new Set<number>()
  for (const [syntax, pattern] of patterns) {
    for (const {0: match, index} of text.matchAll(pattern)) {
      const at = index + match.search(/\S/u)
      if (taken.has(at)) continue
      taken.add(at)
      const entry = found.get(syntax) ?? {count: 0, examples: []}
      if (entry.examples.length < mostExamples) entry.examples.push(around(text, at, match.trim().length))
      found.set(syntax, {...entry, count: entry.count + 1})
    }
  }
  return [...found].map(([syntax, entry]) => ({syntax, ...entry})).toSorted((a, b) => b.count - a.count)
}

const around = (text: string, at: number, length: number) =>
  text
    .slice(Math.max(0, at - 20), at + Math.min(length, 60) + 20)
    .replaceAll(/\s+/gu, ' ')
    .trim()
