import type {Nodes} from 'mdast'
import type {Position} from 'unist'
import type {Audience} from '../model/output.ts'
import {identify} from './identify.ts'
import type {Scope} from './scope.ts'

/** What every block has: its id, place and audience. */
export function blockBase(
  node: Nodes,
  scope: Scope,
  explicit = node.data?.attributes?.id ?? '',
): {id: string; position: Position; audience: Audience} {
  return {id: identify(node, explicit, scope.chapter), position: positionOf(node), audience: scope.audience}
}

/** Nodes that a transform made have no place of their own; the file's start serves. */
export function positionOf(node: Nodes): Position {
  return node.position ?? {start: {line: 1, column: 1}, end: {line: 1, column: 1}}
}
