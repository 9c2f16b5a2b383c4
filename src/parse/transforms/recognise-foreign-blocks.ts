import type {Heading, Nodes, Paragraph, Parents, Root, RootContent, Text} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import {replaceAt} from '../../model/replace-at.ts'
import type {Container} from '../../model/mdast.ts'
import {attributesAtEnd, readAttributes} from '../attributes.ts'
import {findDirective} from '../directives.ts'
import {foreignContainers} from '../foreign/containers.ts'
import {giveId} from './give-id.ts'
import {reportForeignUse} from './report-foreign.ts'

/** What other tools write beside a block: kramdown's attributes, and list markers that Markdown has not. */
export function recogniseForeignBlocks(tree: Root, file: VFile): void {
  for (const [end, written] of file.data.blockAttributes ?? []) applyAttributes(tree, {end, written}, file)
  labelItems(tree, file)
  nameLanguages(tree, file)
  splitIndented(tree)
  dropBlockNames(tree, file)
}

/** `{: .class #id}` of kramdown belongs to the block that ends on the line before it, inside of so many quotes. */
function applyAttributes(
  tree: Root,
  {end, written}: {readonly end: number; readonly written: string},
  file: VFile,
): void {
  const [depth = '0', ...words] = written.split(' ')
  const attributes = readAttributes(words.join(' '))
  const found = blockEndingAt(tree, end, Number(depth))
  const name = attributes.classes.find((one) => findDirective(one) ?? foreignContainers.get(one)?.directive)
  if (found && name) wrap(found, name)
  else if (!found || !attributes.id || !giveId(found.node, attributes.id)) {
    reportForeignUse(
      {tool: 'kramdown', construct: '{: …}', outcome: 'dropped', line: end + 1, remedy: '{#id .class}'},
      file,
    )
  }
}

interface Found {
  readonly node: RootContent
  readonly parent: Parents
}

function blockEndingAt(tree: Root, line: number, depth: number): Found | undefined {
  let found: Found | undefined
  visitParents(tree, (node, ancestors) => {
    const parent = ancestors.at(-1)
    const quotes = ancestors.filter(({type}) => type === 'blockquote' || type === 'containerDirective').length
    if (found || !parent || node.type === 'root' || node.type === 'listItem') return
    if (node.position?.end.line === line && quotes === depth) found = {node: node as RootContent, parent}
  })
  return found
}

function wrap({node, parent}: Found, name: string): void {
  const {directive = findDirective(name)?.name ?? name, title} = foreignContainers.get(name) ?? {}
  const children = node.type === 'blockquote' ? node.children : [node]
  const place = node.position ? {position: node.position} : {}
  const container: Container = {
    type: 'containerDirective',
    name: directive,
    attributes: title ? {title} : {},
    children,
    ...place,
  }
  parent.children[(parent.children as Nodes[]).indexOf(node)] = container as never
}

function labelItems(tree: Root, file: VFile): void {
  const labels = file.data.listLabels
  if (!labels || labels.size === 0) return
  visit(tree, 'listItem', (node) => {
    const label = labels.get(node.position?.start.line ?? 0)
    if (label) node.data = {...node.data, label}
  })
}

function nameLanguages(tree: Root, file: VFile): void {
  const languages = file.data.codeLanguages
  if (!languages || languages.size === 0) return
  visit(tree, 'code', (node) => {
    node.lang ??= languages.get(node.position?.start.line ?? 0) ?? null
  })
}

/** ` ^block-id` at the end of a block is its name (Obsidian); it has a letter, as no power of a formula without dollars has. */
function dropBlockNames(tree: Root, file: VFile): void {
  visit(tree, 'paragraph', (node) => {
    const last = node.children.at(-1)
    if (last?.type !== 'text') return
    const value = last.value.replace(/(?:^|\s)\^(?=[\w-]*[A-Za-z])(?=[\w-]*-|[\w-]{5,}$)[A-Za-z0-9][\w-]*$/u, '')
    if (value === last.value) return
    last.value = value
    const line = node.position?.end.line ?? 1
    reportForeignUse({tool: 'Obsidian', construct: '^block', outcome: 'dropped', line, remedy: '{#id}'}, file)
  })
}

/** Wide spaces, and those that do not break: what indents by hand where nobody else does. */
const indent = String.raw`[\u3000\u2000-\u200A\u00A0]`
const [atStart, atLine] = [new RegExp(`^${indent}+`, 'u'), new RegExp(`\\n${indent}{2,}`, 'u')]

/** Wide spaces at the beginning of a line are how a paragraph begins by hand: every output does that itself. */
function splitIndented(tree: Root): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    if (!parent || index === undefined || !hasIndent(node)) return undefined
    const parts = splitParagraph(node)
    replaceAt(parent.children, index, parts as never[])
    return [SKIP, index + parts.length]
  })
}

const hasIndent = ({children}: Paragraph) =>
  children.some((child, index) => {
    return child.type === 'text' && ((index === 0 && atStart.test(child.value)) || atLine.test(child.value))
  })

function splitParagraph(node: Paragraph): Paragraph[] {
  const parts: Paragraph[] = [{...node, children: []}]
  for (const [index, child] of node.children.entries()) {
    if (child.type !== 'text') {
      parts.at(-1)?.children.push(child)
      continue
    }
    const text = index === 0 ? child.value.replace(atStart, '') : child.value
    const [first = '', ...others] = text.split(atLine)
    if (first) parts.at(-1)?.children.push({...child, value: first})
    for (const other of others) {
      const part: Text = {...child, value: other}
      parts.push({...node, children: other ? [part] : []})
    }
  }
  return parts.filter(({children}) => children.length > 0)
}

/** The heading that a container begins with is its title (Quarto, The Carpentries), and gives it its name. */
export function takeHeadingAsTitle(node: Container): void {
  const [first] = node.children
  if (first?.type !== 'heading') return
  const id = takeId(first)
  if (id) node.attributes = {id, ...node.attributes}
  const place = first.position ? {position: first.position} : {}
  node.children[0] = {type: 'paragraph', data: {directiveLabel: true}, children: first.children, ...place} as never
}

/** The id of the attributes that a heading ends with, which it then has no more. */
function takeId({children}: Heading): string {
  const last = children.at(-1)
  const found = last?.type === 'text' ? attributesAtEnd(last.value) : undefined
  if (last?.type !== 'text' || !found || last.value[found.start - 1] === ']') return ''
  last.value = last.value.slice(0, found.start).trimEnd()
  return readAttributes(found.inner).id
}
