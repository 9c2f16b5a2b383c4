import type {List, ListItem, Nodes, Parents, PhrasingContent, Root, RootContent, Table} from 'mdast'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'

/** White space, and characters that have neither width nor ink. */
const nothing = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/u

/** Nodes in which blocks stand. */
const holdsBlocks: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'containerDirective',
  'footnoteDefinition',
  'defList',
  'defListDescription',
])

/** Nodes that no output shows where they stand, or that not everybody has: no link may lead there. */
const noTargets: ReadonlySet<string> = new Set(['yaml', 'definition', 'footnoteDefinition', 'thematicBreak', 'pause'])
const narrowed: ReadonlySet<string> = new Set(['notes', 'solution', 'only', 'except', 'slide', 'hint'])

/**
 * Takes out blocks that show nothing: paragraphs of white space, breaks and anchors, items, lists, quotes, tables and rows of
 * them. As slides they would be bullets without words. The anchors in them mark what follows.
 */
export function removeEmpty(tree: Root): void {
  tidy(tree)
}

function tidy(parent: Parents): void {
  const waiting: string[] = []
  const kept: Nodes[] = []
  for (const child of parent.children as RootContent[]) {
    if (holdsBlocks.has(child.type)) tidy(child as Parents)
    if (child.type === 'table') removeEmptyRows(child)
    liftAnchors(child)
    if (showsNothing(child)) {
      append(waiting, child.data?.anchors ?? [])
      continue
    }
    kept.push(child)
    if (waiting.length > 0 && isTarget(child)) addAnchors(child, waiting.splice(0))
  }
  if (waiting.length > 0) addAnchors(kept.findLast((node) => isTarget(node)) ?? parent, waiting)
  parent.children = kept as never
  if (parent.type === 'list') removeEmptyItems(parent)
}

/** In the middle of a numbered list an item says its number, from which those after it follow. */
function removeEmptyItems(list: List): void {
  const isFilled = ({children}: ListItem) => children.length > 0
  const last = list.children.findLastIndex(isFilled)
  const [kept, removed] = [
    list.children.filter((item, index) => isFilled(item) || (list.ordered && index < last)),
    list.children.filter((item) => !isFilled(item)),
  ]
  list.children = kept
  const names = removed.flatMap(({data}) => data?.anchors ?? [])
  if (names.length > 0) addAnchors(list, names)
}

const isTarget = (node: Nodes) =>
  !noTargets.has(node.type) && !(node.type === 'containerDirective' && narrowed.has(node.name))

function addAnchors(node: Nodes, names: readonly string[]): void {
  node.data = {...node.data, anchors: [...(node.data?.anchors ?? []), ...names]}
}

/** What stands in cells and items has no id of its own in every output: the whole is where its anchors lead. */
function liftAnchors(node: RootContent): void {
  if (node.type !== 'table' && node.type !== 'list' && node.type !== 'defList') return
  const names: string[] = []
  visit(node, (inner) => {
    if (inner === node || !inner.data?.anchors) return
    append(names, inner.data.anchors)
    delete inner.data.anchors
  })
  if (names.length > 0) addAnchors(node, names)
}

/** Rows without a word part those above from those below; a table of nothing else but its header is a form, and stays. */
function removeEmptyRows(table: Table): void {
  const [header, ...rows] = table.children
  const filled = rows.filter((row) => !row.children.every(({children}) => areNothing(children)))
  if (header && filled.length > 0) table.children = [header, ...filled]
}

function showsNothing(node: RootContent): boolean {
  switch (node.type) {
    case 'paragraph':
      return areNothing(node.children)
    case 'blockquote':
    case 'list':
      return node.children.length === 0
    case 'containerDirective':
      return node.children.length === 0 && (node.name === 'nosplit' || node.name === 'incremental')
    case 'table':
      return (
        !node.data?.caption && node.children.every((row) => row.children.every(({children}) => areNothing(children)))
      )
    case 'code':
    case 'math':
      return node.value.trim() === '' && !node.data?.attributes?.id && !node.data?.unclosed
    default:
      return false
  }
}

const areNothing = (nodes: readonly PhrasingContent[]): boolean => nodes.every((node) => isNothing(node))

function isNothing(node: PhrasingContent): boolean {
  if (node.type === 'text') return nothing.test(node.value)
  if (node.type === 'break') return true
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') return areNothing(node.children)
  return node.type === 'inlineRole' && node.role !== 'index' && areNothing(node.children)
}
