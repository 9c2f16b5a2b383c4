import type {Html, Nodes, Parents, Root} from 'mdast'
import type {VFile} from 'vfile'
import {visitParents} from 'unist-util-visit-parents'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {rules} from '../../diagnostics/rules.ts'
import '../../diagnostics/settings.ts'

const comment = /^<!--\s*lectern-disable\b\s*(?<names>[^\n]*?)\s*(?:--\s+(?<reason>\S[\s\S]*?))?\s*-->/u

/**
 * `<!-- lectern-disable rule -- reason -->` silences a rule in the block that follows; inside a paragraph, in that
 * paragraph.
 */
export function collectSuppressions(tree: Root, file: VFile): void {
  file.data.suppressions = []
  visitParents(tree, 'html', (node, ancestors) => {
    const match = comment.exec(node.value)
    const scope = match && scopeOf(node, ancestors.at(-1))
    if (!match?.groups || !scope?.position || !node.position) return
    const names = new Set((match.groups['names'] ?? '').split(/[\s,]+/u).filter(Boolean))
    if (!checkComment(node, file, {names, reason: match.groups['reason'] ?? ''})) return
    file.data.suppressions?.push({
      rules: names,
      firstLine: node.position.start.line,
      lastLine: scope.position.end.line,
      place: node.position,
      silenced: new Set(),
    })
  })
}

function scopeOf(node: Html, parent: Parents | undefined): Nodes | undefined {
  if (!parent) return undefined
  if (parent.type === 'paragraph') return parent
  const siblings: readonly Nodes[] = parent.children
  return siblings[siblings.indexOf(node) + 1] ?? node
}

function checkComment(node: Html, file: VFile, found: {names: ReadonlySet<string>; reason: string}): boolean {
  const known = Object.keys(rules)
  const unknown = [...found.names].find((name) => !known.includes(name))
  if (found.names.size > 0 && unknown === undefined && found.reason) return true
  const mistake =
    unknown === undefined
      ? '缺少规则或理由 / Unexpected suppression without a rule or a reason'
      : `没有规则 \`${unknown}\` / Unexpected rule \`${unknown}\``
  reportProblem(file, {
    ruleId: 'suppression-is-valid',
    reason: mistake,
    place: node,
    hint: unknown
      ? hintNearest(unknown, known)
      : '写 <!-- lectern-disable 规则 -- 理由 --> / write <!-- lectern-disable rule -- reason -->',
  })
  return false
}
