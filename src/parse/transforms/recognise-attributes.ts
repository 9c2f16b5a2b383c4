import type {Code, Heading, Image, InlineCode, Link, PhrasingContent, Root, RootContent, Table} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {attributesAt, attributesAtEnd, noAttributes, readAttributes} from '../attributes.ts'
import type {Attributes} from '../../model/parsed.ts'
import {languageName} from '../language-name.ts'
import {parsedText} from '../parsed-text.ts'

const stepList = /^(?:\{(?<braced>[\d|,\-\sal]+)\}|\[(?<bracketed>[\d|,\-\sal]+)\])\s*/u

/** Pandoc attributes of headings, images, links, fences and table captions move into `data.attributes`. */
export function recogniseAttributes(tree: Root, file: VFile): void {
  const source = parsedText(file)
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') node.data = {...node.data, attributes: takeTrailing(node)}
    else if (node.type === 'code') readFence(node, source)
    else if (takers.has(node.type) && parent && index !== undefined) {
      takeLeading(node as Image | InlineCode | Link, parent.children[index + 1])
    } else if (node.type === 'table' && parent && index !== undefined) {
      // A caption before a table does not belong to the table above, which was handled before.
      if (takeCaption(node, parent.children[index - 1], /^Table:\s+/u)) {
        parent.children.splice(index - 1, 1)
        return index
      }
      if (takeCaption(node, parent.children[index + 1])) parent.children.splice(index + 1, 1)
    }
    return undefined
  })
}

function takeTrailing(node: {children: PhrasingContent[]} | Heading): Attributes {
  const [before, last] = [node.children.at(-2), node.children.at(-1)]
  const found = last?.type === 'text' ? attributesAtEnd(last.value) : undefined
  // `[text]{.class}` at the end of a heading is a span, and belongs to its text.
  if (last?.type !== 'text' || !found || last.value[found.start - 1] === ']') return noAttributes
  // Those of an image, a link or code.
  if (found.start === 0 && before && takers.has(before.type)) return noAttributes
  last.value = last.value.slice(0, found.start).trimEnd()
  if (!last.value) node.children.pop()
  return readAttributes(found.inner)
}

/** What can have attributes right after it. */
const takers = new Set(['image', 'link', 'inlineCode'])

function takeLeading(node: Image | InlineCode | Link, next: unknown): void {
  const text = next as RootContent | undefined
  const found = text?.type === 'text' ? attributesAt(text.value, 0) : undefined
  if (text?.type !== 'text' || !found) return
  text.value = text.value.slice(found.end)
  node.data = {...node.data, attributes: readAttributes(found.inner)}
}

/**
 * The info string: `python {#lst-x title="…"}`, `{.python #lst-x}`, steps `{1|3-5|all}` or `[1|3-5]`; also Quarto's
 * `{python}` and mdBook's `python,editable`.
 */
function readFence(node: Code, source: string): void {
  const info = infoOf(node, source)
  const [word = '', ...flags] = (/^[^\s{[]+/u.exec(info)?.[0] ?? '').split(',')
  const {lineSteps, rest} = takeSteps(info.slice([word, ...flags].join(',').length).trim())
  const {classes, id, values} = readAttributes(rest)
  const [language = '', ...others] = word ? [word, ...flags, ...classes] : [...classes, ...bareWords(rest)]
  const named = Object.entries(values).filter(([key]) => word !== '' || classes.length > 0 || key !== language)
  const {name, ...ofName} = partName(language)
  node.lang = languageName(name) || null
  node.meta = null
  const steps = lineSteps ? {steps: lineSteps} : {}
  node.data = {
    ...node.data,
    attributes: {id, classes: others, values: {...ofName, ...Object.fromEntries(named), ...steps}},
  }
}

/** `js:src/app.js` names the file as well, and `js:line-numbers` asks for numbers (Hexo, VitePress). */
function partName(language: string): {readonly name: string; readonly [key: string]: string} {
  const [name = '', ...words] = language.split(':')
  const word = words.join(':')
  if (!word || !/^[\w+#-]+$/u.test(name)) return {name: language}
  return /^(?:no-)?line-numbers(?:=\d+)?$/u.test(word)
    ? {name, ...(word.startsWith('no') ? {} : {lineNumbers: ''})}
    : {name, title: word}
}

/** As it is written: CommonMark takes the backslash from an escaped quote in a value. */
function infoOf({lang, meta, position}: Code, source: string): string {
  const info = `${lang ?? ''} ${meta ?? ''}`.trim()
  const {offset} = position?.start ?? {}
  if (offset === undefined || !/["']/u.test(info)) return info
  const written = /^[`~]{3,}(?<info>[^\n]*)/u.exec(source.slice(offset, source.indexOf('\n', offset)))?.groups?.['info']
  return written?.includes('\\') ? written.trim() : info
}

function bareWords(rest: string): string[] {
  const {word} = /^\{\s*(?<word>[\w+#-]+)(?=\s*[,}])/u.exec(rest)?.groups ?? {}
  return word ? [word] : []
}

function takeSteps(info: string): {lineSteps: string; rest: string} {
  const match = stepList.exec(info)
  if (!match) return {lineSteps: '', rest: info}
  const {braced, bracketed} = match.groups ?? {}
  return {lineSteps: braced ?? bracketed ?? '', rest: info.slice(match[0].length)}
}

/** `: caption {#tbl-x}`, or `Table: caption`, in the paragraph after a table; Pandoc also has the latter before it. */
function takeCaption(table: Table, next: RootContent | undefined, mark = /^(?:Table)?[:：](?:\s+|(?=\{))/u): boolean {
  const first = next?.type === 'paragraph' ? next.children[0] : undefined
  if (next?.type !== 'paragraph' || first?.type !== 'text' || !mark.test(first.value)) return false
  first.value = first.value.replace(mark, '')
  const {id: named} = table.data?.attributes ?? noAttributes
  const attributes = takeTrailing(next)
  table.data = {...table.data, attributes: {...attributes, id: attributes.id || named}, caption: next.children}
  return true
}
