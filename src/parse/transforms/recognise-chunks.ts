import type {Code, Html, Root} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {identifierOf} from '../attributes.ts'
import {matchGroups} from '../match-groups.ts'
import {quoted, quotedMarkdown} from '../foreign/foreign-text.ts'
import {reportForeignUse} from './report-foreign.ts'

const option = /^\s*(?:#|\/\/|--|%|;;?)\|\s*(?<key>[\w.-]+):\s*(?<value>.*)$/u

/**
 * Code that other tools run (knitr, Quarto): what its options say of the listing is kept, and that nobody has run it is
 * reported. Also Pandoc's raw blocks `{=html}`, and the lines that mdBook hides.
 */
export function recogniseChunks(tree: Root, file: VFile): void {
  visit(tree, 'code', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    if (/^\{=html\}$/u.test(node.lang ?? '')) {
      const html: Html = {type: 'html', value: node.value, ...(node.position ? {position: node.position} : {})}
      parent.children.splice(index, 1, html as never)
      return [SKIP, index + 1]
    }
    if (/^rust\b/u.test(node.lang ?? '')) hideLines(node, file)
    if (!readChunk(node, file)) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  visit(tree, 'inlineCode', (node, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1]
    if (next?.type !== 'text' || !next.value.startsWith('{=html}') || !parent || index === undefined) return
    next.value = next.value.slice('{=html}'.length)
    parent.children.splice(index, 1, {
      type: 'html',
      value: node.value,
      ...(node.position ? {position: node.position} : {}),
    } as never)
  })
}

const chunk = /^\{(?<engine>[A-Za-z][\w+-]*)(?<inner>[\s,][^}]*)?\}$/u

/** Reads the options of a chunk; whether it is one that nobody is to see. */
function readChunk(node: Code, file: VFile): boolean {
  const found = matchGroups<'engine' | 'inner'>(chunk, `${node.lang ?? ''} ${node.meta ?? ''}`.trim())
  const own = found ? '' : (node.meta ?? '')
  const options = new Map([...takeOptions(node), ...readHeader(found?.inner ?? '')])
  if (found) Object.assign(node, {lang: found.engine === 'R' ? 'r' : found.engine, meta: null})
  if (options.size === 0) return false
  node.meta = [own, ...attributesOf(options)].filter(Boolean).join(' ') || null
  return reportChunk(node, options, file)
}

/** Whether it is one that nobody is to see. */
function reportChunk(node: Code, options: ReadonlyMap<string, string>, file: VFile): boolean {
  const isHidden = /^(?:false|no)$/iu.test(options.get('include') ?? '')
  const use = isHidden
    ? ({construct: 'include: false', outcome: 'dropped'} as const)
    : ({construct: 'chunk', outcome: 'flattened'} as const)
  reportForeignUse({tool: 'Quarto, knitr', ...use, line: lineOf(node)}, file)
  return isHidden
}

const lineOf = ({position}: Code) => position?.start.line ?? 1

/** `#| key: value` at the head of the code. */
function takeOptions(node: Code): Map<string, string> {
  const options = new Map<string, string>()
  const lines = node.value.split('\n')
  while (option.test(lines[0] ?? '')) {
    const {key = '', value = ''} = option.exec(lines.shift() ?? '')?.groups ?? {}
    options.set(key, value.trim().replaceAll(/^(["'])(.*)\1$/gu, '$2'))
  }
  if (options.size > 0) node.value = lines.join('\n').replace(/^\n+/u, '')
  return options
}

/** ` label, echo=FALSE, fig.cap="a, b"` after the engine. */
function readHeader(inner: string): Map<string, string> {
  const options = new Map<string, string>()
  const pattern = /(?<key>[\w.-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[^,]*))|(?<label>[\w:.-]+)/gu
  for (const {groups = {}} of inner.matchAll(pattern)) {
    const {double, key, label, plain, single} = groups
    if (key) options.set(key, double ?? single ?? plain?.trim() ?? '')
    else if (label) options.set('label', label)
  }
  return options
}

function attributesOf(options: ReadonlyMap<string, string>): string[] {
  const get = (...keys: readonly string[]) => keys.map((key) => options.get(key)).find(Boolean)
  const figure = get('fig-cap', 'fig.cap')
  const label = get('label', 'lst-label')
  const lines = get('code-line-numbers') ?? ''
  const id = label && figure && !/^fig[-:]/u.test(label) ? `fig-${label}` : label
  const items = [
    ...(id ? [`#${identifierOf(id).replaceAll(/[^\w-]+/gu, '-')}`] : []),
    ...titleOf(get),
    ...(/\d/u.test(lines) ? [`code-line-numbers=${quoted(lines)}`] : []),
    ...(lines === 'true' ? ['.numberLines'] : []),
  ]
  return items.length > 0 ? [`{${items.join(' ')}}`] : []
}

/** A caption is Markdown, the name of a file is text. */
function titleOf(get: (...keys: readonly string[]) => string | undefined): string[] {
  const file = get('lst-cap') ? undefined : get('filename')
  const caption = get('lst-cap', 'fig-cap', 'fig.cap', 'tbl-cap')
  if (file) return [`title=${quoted(file)}`]
  return caption ? [`caption=${quotedMarkdown(caption)}`] : []
}

/** Lines of Rust that begin with `# ` are compiled and not shown (rustdoc, mdBook). */
function hideLines(node: Code, file: VFile): void {
  const lines = node.value.split('\n')
  const shown = lines.filter((line) => !/^\s*#(?:\s|$)/u.test(line))
  if (shown.length === lines.length || shown.length === 0) return
  node.value = shown.join('\n').replaceAll(/^(\s*)##/gmu, '$1#')
  reportForeignUse({tool: 'mdBook', construct: '# hidden', outcome: 'dropped', line: lineOf(node)}, file)
}
