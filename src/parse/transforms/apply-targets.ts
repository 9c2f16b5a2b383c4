import type {Nodes, Paragraph, Parents, Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'
import {identifierOf, noAttributes} from '../attributes.ts'
import {giveId} from './give-id.ts'
import {reportForeignUse} from './report-foreign.ts'

declare module 'vfile' {
  interface DataMap {
    /** Names that MyST gives to blocks which have another one as well: links from every chapter name them. */
    labels: Set<string>
  }
}

interface Target {
  readonly name: string
  readonly line: number
}

const target = /^\((?<name>[A-Za-z][\w:.-]*)\)=[^\S\n]*(?:\n|$)/u

/** `(label)=` before a block is its id (MyST); of several the last, and the others lead there too. */
export function applyTargets(tree: Root, file: VFile): void {
  file.data.labels = new Set()
  visit(tree, (node) => {
    if ('children' in node && node.children.some((child) => child.type === 'paragraph' && isTarget(child)))
      applyIn(node, file)
  })
}

/** Nodes that show nothing in place. */
const unseen: ReadonlySet<string> = new Set(['definition', 'footnoteDefinition', 'yaml'])

const isTarget = ({children: [first]}: Paragraph) => first?.type === 'text' && target.test(first.value)

function applyIn(parent: Parents, file: VFile): void {
  const waiting: Target[] = []
  const kept: RootContent[] = []
  for (const child of parent.children as RootContent[]) {
    if (child.type === 'paragraph') append(waiting, takeTargets(child))
    if (child.type === 'paragraph' && child.children.length === 0) continue
    kept.push(child)
    if (waiting.length > 0 && !unseen.has(child.type)) nameBlock(child, waiting.splice(0), file)
  }
  parent.children = kept as never
  for (const {line} of waiting)
    reportForeignUse({tool: 'MyST', construct: '(label)=', outcome: 'dropped', line, remedy: '{#id}'}, file)
}

/** The names that a paragraph begins with, which it then has no more. */
function takeTargets(node: Paragraph): Target[] {
  const [first] = node.children
  const match = first?.type === 'text' ? target.exec(first.value) : undefined
  if (first?.type !== 'text' || !match) return []
  const line = node.position?.start.line ?? 1
  first.value = first.value.slice(match[0].length)
  if (!first.value) node.children.shift()
  return [{name: identifierOf(match.groups?.['name'] ?? ''), line}, ...takeTargets(node)]
}

function nameBlock(node: RootContent, targets: readonly Target[], file: VFile): void {
  const names = targets.map(({name}) => name)
  const id = names.at(-1) ?? ''
  const others = isNamed(node) || !takeId(node, id) ? names : names.slice(0, -1)
  if (others.length === 0) return
  for (const name of others) file.data.labels?.add(name)
  // Raw HTML becomes other nodes, which keep the places that it marks.
  if (node.type === 'html') node.value = others.map((name) => `<a id="${name}"></a>`).join('') + node.value
  else node.data = {...node.data, anchors: [...(node.data?.anchors ?? []), ...others]}
}

/** Whether a block has an id already, which is written behind it. */
const isNamed = (node: RootContent) =>
  node.type === 'heading' || node.type === 'paragraph'
    ? /\{[^{}]*#[^{}]*\}\s*$/u.test(toString(node))
    : node.type === 'code'
      ? /#[\w-]/u.test(node.meta ?? '')
      : Boolean(idOf(node))

const idOf = (node: Nodes) => (node.type === 'containerDirective' ? node.attributes?.['id'] : node.data?.attributes?.id)

function takeId(node: RootContent, id: string): boolean {
  if (giveId(node, id)) return true
  if (node.type === 'html' || (node.type === 'paragraph' && node.children.some(({type}) => type === 'image')))
    return false
  if (node.type === 'containerDirective') node.attributes = {...node.attributes, id}
  else node.data = {...node.data, attributes: {...noAttributes, ...node.data?.attributes, id}}
  return true
}
