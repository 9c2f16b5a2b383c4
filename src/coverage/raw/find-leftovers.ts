export interface Leftover {
  /** Of which tool or language the syntax is. */
  readonly syntax: string
  readonly count: number
  /** The first places, with what is around them. */
  readonly examples: readonly string[]
}

/**
 * What readers must not see: syntax in running text, by its looks alone. Quantifiers are bounded, so that no text takes longer than its
 * length.
 */
const patterns: readonly (readonly [string, RegExp])[] = [
  ['fenced div', /^\s*:{3,}.*$/gmu],
  ['fence of code', /^\s*(?:`{3,}|~{3,})[\w{].*$/gmu],
  ['mdBook preprocessor', /\{\{#\w+[^}]{0,400}\}\}/gu],
  ['Liquid', /\{%.{0,400}?%\}/gu],
  ['variable or shortcode', /\{\{[<%]?[^}]{0,400}[>%]?\}\}/gu],
  ['MkDocs admonition', /^\s*(?:!!!|\?\?\?\+?)\s+\w+/gmu],
  ['MkDocs tab', /^\s*===!?\s+"/gmu],
  ['MkDocs snippet', /--8<--/gu],
  ['Sphinx role', /\{[a-z][\w:+-]{0,60}\}(?:\u{FFFC}|`)/gu],
  [
    'Sphinx role',
    /:(?:numref|eqref|ref|doc|cite|label|term|bb?label|width|begin_tab|end_tab|mod|func|class|meth):(?:\u{FFFC}|`|\w+)/gu,
  ],
  ['Jupyter target', /^\s*\([\w:-]+\)=\s*$/gmu],
  ['kramdown attributes', /\{:[^}\n]{0,400}\}/gu],
  ['Pandoc attributes', /\{(?:#[\w:-]+|\.[\w-]+)(?:\s[^}\n]{0,400})?\}/gu],
  ['R chunk options', /^\s*#\|/gmu],
  ['R inline code', /`r\s[^`]{0,400}`/gu],
  ['bookdown reference', /\\@ref\([^)]{0,200}\)/gu],
  ['bookdown part', /^\s*\((?:PART|APPENDIX)\\?\*?\)/gmu],
  ['LaTeX command', /\\(?:begin|end|ref|cite[tp]?|label|eqref|index|textbf|emph|section)\{/gu],
  ['LaTeX math', /\\\(|\\\)|\\\[|\\\]|\$\$/gu],
  ['emphasis', /(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*)/gu],
  ['link', /\]\((?:https?:|\.{0,2}\/|#)[^)\s]{0,2000}\)/gu],
  ['wiki link', /!?\[\[[^\]\n]{1,400}\]\]/gu],
  ['footnote', /\[\^[^\]\n]{1,200}\]/gu],
  ['citation', /\[-?@[\w:-]+/gu],
  [
    'HTML tag',
    /<\/?(?:div|span|p|br|img|a|center|font|details|summary|table|tr|td|sup|sub|kbd|iframe|video|script|style)\b[^<>\n]{0,2000}>/giu,
  ],
  ['HTML comment', /<!--|-->/gu],
  ['HTML entity', /&(?:nbsp|lt|gt|amp|quot|emsp|ensp|#\d+);/gu],
  ['JSX', /^\s*(?:import\s.+\sfrom\s+['"]|export\s+(?:const|default)\b)|<[A-Z]\w*(?:\s[^<>\n]{0,2000})?\/?>/gmu],
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

/** A place in a text that looks like syntax. */
export interface LeftoverPlace {
  readonly syntax: string
  readonly at: number
  readonly length: number
}

/** Every place that looks like syntax, pattern by pattern; it counts for the first that finds it. */
export function* leftoverPlaces(text: string): Generator<LeftoverPlace> {
  const taken = new Set<number>()
  for (const [syntax, pattern] of patterns) {
    for (const {0: match, index} of text.matchAll(pattern)) {
      const at = index + match.search(/\S/u)
      if (taken.has(at)) continue
      taken.add(at)
      yield {syntax, at, length: match.trim().length}
    }
  }
}

/** Leftovers in a text, the most first. */
export function findLeftovers(text: string): Leftover[] {
  const found = Map.groupBy(leftoverPlaces(text), ({syntax}) => syntax)
  const leftovers = Array.from(found, ([syntax, places]): Leftover => ({
    syntax,
    count: places.length,
    examples: places.slice(0, mostExamples).map(({at, length}) => around(text, at, length)),
  }))
  return leftovers.toSorted((a, b) => b.count - a.count)
}

const around = (text: string, at: number, length: number) =>
  text
    .slice(Math.max(0, at - 20), at + Math.min(length, 60) + 20)
    .replaceAll(/\s+/gu, ' ')
    .trim()
