import type {Code, Heading, Image, Link, PhrasingContent, Root, RootContent, Table} from 'mdast'
import {visit} from 'unist-util-visit'
import {readAttributes} from '../attributes.ts'
import type {Attributes} from '../../model/parsed.ts'

const trailing = /\{(?<inner>[^{}]+)\}$/u
const leading = /^\{(?<inner>[^{}]+)\}/u
const stepList = /^(?:\{(?<braced>[\d|,\-\sal]+)\}|\[(?<bracketed>[\d|,\-\sal]+)\])\s*/u

/** Pandoc attributes of headings, images, links, fences and table captions move into `data.attributes`. */
export function recogniseAttributes(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') node.data = {...node.data, attributes: takeTrailing(node)}
    else if (node.type === 'code') readFence(node)
    else if ((node.type === 'image' || node.type === 'link') && parent && index !== undefined) {
      takeLeading(node, parent.children[index + 1])
    } else if (node.type === 'table' && parent && index !== undefined) {
      if (takeCaption(node, parent.children[index + 1])) parent.children.splice(index + 1, 1)
    }
  })
}

function takeTrailing(node: {children: PhrasingContent[]} | Heading): Attributes {
  const last = node.children.at(-1)
  const match = last?.type === 'text' ? trailing.exec(last.value.trimEnd()) : undefined
  if (last?.type !== 'text' || !match) return readAttributes('')
  last.value = last.value.slice(0, match.index).trimEnd()
  if (!last.value) node.children.pop()
  return readAttributes(match.groups?.['inner'] ?? '')
}

function takeLeading(node: Image | Link, next: unknown): void {
  const text = next as RootContent | undefined
  const match = text?.type === 'text' ? leading.exec(text.value) : undefined
  if (text?.type !== 'text' || !match) return
  text.value = text.value.slice(match[0].length)
  node.data = {...node.data, attributes: readAttributes(match.groups?.['inner'] ?? '')}
}

/**
 * The info string: `python {#lst-x title="…"}`, `{.python #lst-x}`, steps `{1|3-5|all}` or `[1|3-5]`; also Quarto's
 * `{python}` and mdBook's `python,editable`.
 */
function readFence(node: Code): void {
  const info = `${node.lang ?? ''} ${node.meta ?? ''}`.trim()
  const [word = '', ...flags] = (/^[^\s{[]+/u.exec(info)?.[0] ?? '').split(',')
  const {lineSteps, rest} = takeSteps(info.slice([word, ...flags].join(',').length).trim())
  const {classes, id, values} = readAttributes(rest.replaceAll(/[{}]/gu, ' '))
  const [language = '', ...others] = word ? [word, ...flags, ...classes] : [...classes, ...bareWords(rest)]
  const named = Object.entries(values).filter(([key]) => word !== '' || classes.length > 0 || key !== language)
  node.lang = language || null
  node.meta = null
  const steps = lineSteps ? {steps: lineSteps} : {}
  node.data = {...node.data, attributes: {id, classes: others, values: {...Object.fromEntries(named), ...steps}}}
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

/** `: caption {#tbl-x}` in the paragraph after a table. */
function takeCaption(table: Table, next: RootContent | undefined): boolean {
  const first = next?.type === 'paragraph' ? next.children[0] : undefined
  if (next?.type !== 'paragraph' || first?.type !== 'text' || !/^[:：]\s+/u.test(first.value)) return false
  first.value = first.value.replace(/^[:：]\s+/u, '')
  table.data = {...table.data, attributes: takeTrailing(next), caption: next.children}
  return true
}
