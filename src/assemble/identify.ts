import {hash} from 'node:crypto'
import type {Nodes} from 'mdast'
import {pathAt} from '../diagnostics/file-at.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {isReservedId} from '../model/reserved-id.ts'
import {openText} from './open-text.ts'
import type {ChapterScope} from './scope.ts'

const ascii = /^[A-Za-z][A-Za-z0-9_-]*$/u

/**
 * The id of a block: the author's, else the chapter's and a hash of what the block says to students, so that it stays the same
 * when blocks before it come and go. Ids are unique over the course.
 */
export function identify(node: Nodes, explicit: string, scope: ChapterScope): string {
  if (explicit) return claimExplicit(node, explicit, scope)
  const url = 'url' in node ? node.url : ''
  const content = `${node.type} ${openText(node)} ${url}`
  const base = `${scope.chapter}-${hash('sha256', content).slice(0, 8)}`
  let copy = (scope.copies.get(base) ?? 0) + 1
  const idOf = (number: number) => (number === 1 ? base : `${base}-${number}`)
  while (scope.identifiers.has(idOf(copy))) copy++
  scope.copies.set(base, copy)
  const id = idOf(copy)
  scope.identifiers.set(id, pathAt(scope.file, node.position))
  return id
}

function claimExplicit(node: Nodes, id: string, scope: ChapterScope): string {
  if (!ascii.test(id)) {
    const reason = `标识符 \`${id}\` 不是 ASCII / Unexpected identifier \`${id}\`, expected ASCII letters, digits, - and _`
    reportProblem(scope.file, {ruleId: 'identifier-is-ascii', reason, place: node})
    return identify(node, '', scope)
  }
  const first = isReservedId(id) ? 'lectern' : scope.identifiers.get(id)
  if (first !== undefined) {
    const reason = `标识符 \`${id}\` 已在 ${first} 用过 / Unexpected identifier \`${id}\`: ${first} has it already`
    const hint = '换一个 / choose another'
    reportProblem(scope.file, {ruleId: 'identifier-is-unique', reason, hint, place: node})
    const other = identify(node, '', scope)
    // Links find it all the same.
    if (isReservedId(id)) scope.anchors.set(id, other)
    return other
  }
  scope.identifiers.set(id, pathAt(scope.file, node.position))
  return id
}
