import type {FootnoteDefinition, Parents, PhrasingContent, Root, Text} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {identifierOf} from '../attributes.ts'
import type {Outcome} from '../foreign/foreign-text.ts'
import {placesWithin} from './places-within.ts'
import {reportForeignUse} from './report-foreign.ts'
import {append} from '../../model/append.ts'
import {replaceAt} from '../../model/replace-at.ts'

type Groups = Readonly<Record<string, string | undefined>>

interface TextSyntax {
  readonly tool: string
  readonly construct: string
  readonly pattern: RegExp
  /** Absent where nothing is lost. */
  readonly outcome?: Outcome
  readonly make: (groups: Groups, notes: Notes) => PhrasingContent[]
}

/** Footnotes that stand where they are referred to. */
interface Notes {
  readonly add: (content: string) => PhrasingContent
}

const text = (value: string): PhrasingContent => ({type: 'text', value})
const argument = String.raw`\{(?<argument>(?:[^{}]|\{[^{}]*\})*)\}`
const latex = (names: string, rest = argument) => new RegExp(String.raw`\\(?:${names})\*?(?![A-Za-z])${rest}`, 'gu')
const isTitled = /^(?<target>[^|#^]*)(?:#\^?(?<heading>[^|]*))?(?:\|(?<words>.*))?$/u

const syntaxes: readonly TextSyntax[] = [
  {
    tool: 'Obsidian',
    construct: '==',
    pattern: /(?<![\w=<>!+\-*/])==(?!\s)(?<marked>[^=\n]*[^=\s])==(?![\w=])/gu,
    make: ({marked = ''}) => [{type: 'inlineRole', role: 'mark', children: [text(marked)]}],
  },
  {tool: 'Obsidian', construct: '%%', pattern: /(?<![\w%])%%(?!\s*%)[^%\n]+%%(?![\w%])/gu, make: () => []},
  {
    tool: 'Obsidian',
    construct: '[[…]]',
    pattern: /(?<![\w!\])])\[\[(?![\d\s,.;:+*/-]+\]\])(?<inner>[^\][\n]{1,300})\]\]/gu,
    make: ({inner = ''}) => [wikiLink(inner)],
  },
  {
    tool: 'MkDocs',
    construct: '++keys++',
    pattern: /(?<![\w+])\+\+(?<keys>[a-z0-9-]+(?:\+[a-z0-9-]+)*)\+\+(?![\w+])/gu,
    make: ({keys = ''}) => keysOf(keys),
  },
  {
    tool: 'markdown-it',
    construct: '++…++',
    pattern: /(?<![\w+])\+\+(?![\s+])(?<inserted>[^+\n]*[^+\s])\+\+(?![\w+])/gu,
    make: ({inserted = ''}) => [{type: 'inlineRole', role: 'u', children: [text(inserted)]}],
  },
  {
    tool: 'MkDocs',
    construct: ':icon:',
    pattern: /:(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:(?:\{[^{}\n]*\})?[^\S\n]?/gu,
    outcome: 'dropped',
    make: () => [],
  },
  {
    tool: 'bookdown',
    construct: String.raw`\@ref`,
    pattern: /\\?@ref\((?<target>[A-Za-z0-9:_.-]+)\)/gu,
    make: ({target = ''}) => [{type: 'crossReference', target: identifierOf(target)}],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\cite`,
    pattern: latex('cite[a-zA-Z]*', String.raw`(?:\[(?<locator>[^\]]*)\])?${argument}`),
    make: ({argument: keys = '', locator}) => {
      const cited = keys.split(',').map((key) => `@${key.trim()}`)
      return [text(`[${cited.join('; ')}${locator ? `, ${locator}` : ''}]`)]
    },
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\ref`,
    pattern: latex('(?:auto|c|C|name|v)?ref'),
    make: ({argument: target = ''}) => [{type: 'crossReference', target: identifierOf(target)}],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\label`,
    pattern: latex('label'),
    outcome: 'dropped',
    make: () => [],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\footnote`,
    pattern: latex('footnote'),
    make: ({argument: note = ''}, notes) => [notes.add(note)],
  },
  {
    tool: 'Pandoc',
    construct: '^[…]',
    pattern: /\^\[(?<note>(?:[^\][\n]|\[[^\][\n]*\])+)\]/gu,
    make: ({note = ''}, notes) => [notes.add(note)],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\textbf`,
    pattern: latex('textbf'),
    make: ({argument: bold = ''}) => [{type: 'strong', children: [text(bold)]}],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\emph`,
    pattern: latex('emph|textit|textsl'),
    make: ({argument: words = ''}) => [{type: 'emphasis', children: [text(words)]}],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\texttt`,
    pattern: latex('texttt'),
    make: ({argument: words = ''}) => [{type: 'inlineCode', value: words}],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\underline`,
    pattern: latex('underline|uline'),
    make: ({argument: words = ''}) => [{type: 'inlineRole', role: 'u', children: [text(words)]}],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\textsc`,
    pattern: latex('textsc|textrm|textsf|textnormal|mbox|text'),
    make: ({argument: words = ''}) => [text(words)],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\href`,
    pattern: latex('href', String.raw`\{(?<url>[^{}]*)\}${argument}`),
    make: ({argument: words = '', url = ''}) => [{type: 'link', url, title: null, children: [text(words)]}],
  },
  {
    tool: 'LaTeX',
    construct: String.raw`\newpage`,
    pattern: /\\(?:newpage|pagebreak|clearpage|noindent|bigskip|medskip|smallskip)(?![A-Za-z])[^\S\n]?/gu,
    outcome: 'dropped',
    make: () => [],
  },
]

function wikiLink(inner: string): PhrasingContent {
  const {heading = '', target = inner, words} = isTitled.exec(inner.replaceAll(String.raw`\|`, '|'))?.groups ?? {}
  const shown = words ?? ([target, heading].filter(Boolean).join(' › ') || inner)
  const isBlock = /#\^/u.test(inner)
  const file = target ? (/\.\w{2,4}$/u.test(target) ? target : `${target}.md`) : ''
  const url = `${encodeURI(file)}${heading && !isBlock ? `#${heading}` : ''}`
  return {type: 'link', url: url || '#', title: null, data: {wiki: true}, children: [text(shown)]}
}

function keysOf(written: string): PhrasingContent[] {
  return written.split('+').flatMap((key, index): PhrasingContent[] => {
    const name = key.charAt(0).toUpperCase() + key.slice(1)
    const node: PhrasingContent = {type: 'inlineRole', role: 'kbd', children: [text(name)]}
    return index === 0 ? [node] : [text('+'), node]
  })
}

/** What other tools write inside a paragraph: marks, wiki links, keys, icons, notes, and the commands of LaTeX. */
export function recogniseForeignText(tree: Root, file: VFile): void {
  const definitions: FootnoteDefinition[] = []
  visit(tree, (node) => {
    if ('children' in node && node.children.length > 2) pairMarks(node)
  })
  replaceTexts(tree, {definitions, file})
  // A note may hold another one, which is added while this walks.
  for (const definition of definitions) replaceTexts(definition, {definitions, file})
  append(tree.children, definitions)
}

interface Replacement {
  /** Those of notes that are written where they are referred to; added to as they are met. */
  readonly definitions: FootnoteDefinition[]
  readonly file: VFile
}

function replaceTexts(tree: Root | FootnoteDefinition, {definitions, file}: Replacement): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !/[=%[+:@\\^]/u.test(node.value)) return undefined
    const notes: Notes = {
      add(content) {
        const identifier = `inline-note-${definitions.length + 1}`
        const place = node.position ? {position: node.position} : {}
        const children: PhrasingContent[] = [{...text(content), ...place}]
        definitions.push({
          type: 'footnoteDefinition',
          identifier,
          children: [{type: 'paragraph', children, ...place}],
          ...place,
        })
        return {type: 'footnoteReference', identifier}
      },
    }
    const parts = split(node, {file, notes})
    if (!parts) return undefined
    const children = insideLink(parent, parts)
    replaceAt(parent.children, index, children as never[])
    // What they hold may have more of it.
    return index
  })
}

/** `==**text**==`: the signs stand at the ends of texts with other nodes between them. */
function pairMarks(parent: Parents): void {
  const children = parent.children as PhrasingContent[]
  const at = (index: number) => (children[index]?.type === 'text' ? children[index].value : '')
  for (let start = 0; start < children.length; start++) {
    if (!/(?<![\w=<>!+\-*/])==$/u.test(at(start))) continue
    const end = children.findIndex(
      (child, index) => index > start && child.type === 'text' && /^==(?![\w=])/u.test(child.value),
    )
    if (end < start + 2) continue
    const [opening, closing] = [children[start] as Text, children[end] as Text]
    const inside = children.slice(start + 1, end)
    const place = opening.position ? {position: opening.position} : {}
    opening.value = opening.value.slice(0, -2)
    closing.value = closing.value.slice(2)
    children.splice(start + 1, inside.length, {type: 'inlineRole', role: 'mark', children: inside, ...place})
  }
}

/** A link may not stand in a link. */
const insideLink = (parent: Parents, parts: readonly PhrasingContent[]) =>
  parent.type === 'link' ? parts.flatMap((part) => (part.type === 'link' ? part.children : [part])) : parts

function split(
  node: Text,
  {file, notes}: {readonly file: VFile; readonly notes: Notes},
): PhrasingContent[] | undefined {
  const placeOf = placesWithin(node)
  const found = syntaxes
    .flatMap((syntax) => Array.from(node.value.matchAll(syntax.pattern), (match) => ({syntax, match})))
    .toSorted((a, b) => a.match.index - b.match.index)
  if (found.length === 0) return undefined
  const parts: PhrasingContent[] = []
  let end = 0
  for (const {match, syntax} of found) {
    if (match.index < end) continue
    if (match.index > end)
      parts.push({...node, value: node.value.slice(end, match.index), ...placeOf(end, match.index)})
    const place = placeOf(match.index, match.index + match[0].length)
    append(
      parts,
      syntax.make(match.groups ?? {}, notes).map((part) => ({...part, ...place})),
    )
    const {construct, outcome, tool} = syntax
    if (outcome) reportForeignUse({tool, construct, outcome, line: place.position?.start.line ?? 1}, file)
    end = match.index + match[0].length
  }
  if (end < node.value.length) parts.push({...node, value: node.value.slice(end), ...placeOf(end, node.value.length)})
  return joinTexts(parts)
}

/** A citation becomes text, which is read later together with what stands beside it. */
function joinTexts(parts: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.type === 'text' && part.type === 'text') last.value += part.value
    else joined.push(part)
  }
  return joined
}
