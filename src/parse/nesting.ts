import type {Nodes as HastNodes} from 'hast'
import type {Nodes, Parents, Root, Text} from 'mdast'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {append} from '../model/append.ts'

/** Levels that are kept. */
export const deepest = limits.levels.most

type Tree = Nodes | HastNodes

/** Number of levels of a tree. Without recursion, which deep trees have no stack for. */
export function depthOf(tree: Tree): number {
  let depth = 0
  for (let level: Tree[] = [tree]; level.length > 0; depth++) {
    level = level.flatMap((node): Tree[] => ('children' in node ? node.children : []))
  }
  return depth
}

/** Replaces what lies too deep by its text, with a message: all that follows walks the tree recursively. */
export function flattenTooDeep(tree: Root, file: VFile): void {
  // What was flattened before is a text in a cell in a row, or less.
  if (depthOf(tree) <= deepest + 4) return
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0 && depth < deepest; depth++) {
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  for (const node of level) {
    if (!('children' in node) || node.children.length === 0) continue
    reportTooDeep(file, node)
    node.children = childrenOf(node.type, {type: 'text', value: textInside(node)}) as never
  }
}

/** A text as what may stand in a node of this type. */
function childrenOf(type: Parents['type'], text: Text): Nodes[] {
  const paragraph: Nodes = {type: 'paragraph', children: [text]}
  switch (type) {
    case 'blockquote':
    case 'containerDirective':
    case 'defListDescription':
    case 'footnoteDefinition':
    case 'listItem':
    case 'root':
      return [paragraph]
    case 'defList':
      return [{type: 'defListTerm', children: [text]}]
    case 'list':
      return [{type: 'listItem', children: [paragraph]}]
    case 'table':
      return [{type: 'tableRow', children: [{type: 'tableCell', children: [text]}]}]
    case 'tableRow':
      return [{type: 'tableCell', children: [text]}]
    default:
      return [text]
  }
}

export function reportTooDeep(file: VFile, place: Nodes | Point, most: number = deepest): void {
  const reason = `嵌套超过 ${most} 层 / Unexpected nesting of more than ${most} levels`
  const hint = '拆成几层 / take it apart'
  reportProblem(file, {ruleId: 'nesting-is-shallow', reason, hint, place})
}

function textInside(node: Nodes): string {
  const texts: string[] = []
  const open: Nodes[] = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    if ('children' in next) append(open, next.children.toReversed())
    else if ('value' in next) texts.push((next as Text).value)
  }
  return texts.join(' ')
}
