import type {Html, Nodes, Parents, Root} from 'mdast'
import type {VFile} from 'vfile'
import {visitParents} from 'unist-util-visit-parents'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {rules} from '../../diagnostics/rules.ts'
import '../../diagnostics/settings.ts'

const opening = /^<!--\s*lectern-disable\b/u

/**
 * `<!-- lectern-disable rule -- reason -->` silences a rule in the block that follows; inside a paragraph, in that
 * paragraph.
 */
export function collectSuppressions(tree: Root, file: VFile): void {
  file.data.suppressions = []
  visitParents(tree, 'html', (node, ancestors) => {
    const found = readComment(node.value)
    const scope = found && scopeOf(node, ancestors.at(-1))
    if (!found || !scope?.position || !node.position) return
    if (!checkComment(node, file, found)) return
    file.data.suppressions?.push({
      rules: found.names,
      firstLine: node.position.start.line,
      lastLine: scope.position.end.line,
      place: node.position,
      silenced: new Set(),
    })
  })
}

interface Comment {
  readonly names: ReadonlySet<string>
  readonly reason: string
}

/** Cut at its dashes: one pattern for all of it would try every way to share out its spaces. */
function readComment(value: string): Comment | undefined {
  const start = opening.exec(value)?.[0].length
  const end = value.indexOf('-->', start)
  if (start === undefined || end < 0) return undefined
  const inside = value.slice(start, end)
  const dashes = inside.search(/--\s/u)
  const names = dashes < 0 ? inside : inside.slice(0, dashes)
  return {
    names: new Set(names.split(/[\s,]+/u).filter(Boolean)),
    reason: dashes < 0 ? '' : inside.slice(dashes + 2).trim(),
  }
}

function scopeOf(node: Html, parent: Parents | undefined): Nodes | undefined {
  if (!parent) return undefined
  if (parent.type === 'paragraph') return parent
  const siblings: readonly Nodes[] = parent.children
  return siblings[siblings.indexOf(node) + 1] ?? node
}

function checkComment(node: Html, file: VFile, found: Comment): boolean {
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
