import type {Nodes} from 'mdast'
import type {Position} from 'unist'
import type {Audience} from '../model/output.ts'
import {identify} from './identify.ts'
import type {ChapterScope, Scope} from './scope.ts'

/** What every block has: its id, place and audience. */
export function blockBase(
  node: Nodes,
  scope: Scope,
  explicit = node.data?.attributes?.id ?? '',
): {id: string; position: Position; audience: Audience} {
  const id = identify(node, explicit, scope.chapter)
  const {chapter} = scope
  // Where it has a number, that takes the place of this.
  if (explicit && id === explicit) chapter.references.set(id, {id, label: '', chapter: chapter.chapter})
  placeAnchors(node, id, chapter)
  return {id, position: positionOf(node), audience: scope.audience}
}

/**
 * Places that HTML marks in a node are where its block is: links of the chapter name them, and others by its file. Labels of MyST are
 * known in the whole course.
 */
export function placeAnchors(
  node: Nodes | undefined,
  id: string,
  {anchors, chapter, file, references}: ChapterScope,
): void {
  for (const name of node?.data?.anchors ?? []) {
    if (!anchors.has(name)) anchors.set(name, id)
    if (file.data.labels?.has(name) && !references.has(name)) references.set(name, {id, label: '', chapter})
    // Links from other chapters ask where it is.
    if (!references.has(id)) references.set(id, {id, label: '', chapter})
  }
}

/** Nodes that a transform made have no place of their own; the file's start serves. */
export function positionOf(node: Nodes): Position {
  return node.position ?? {start: {line: 1, column: 1}, end: {line: 1, column: 1}}
}
