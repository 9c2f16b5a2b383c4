import type {Root} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import type {VFile} from 'vfile'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {CrossReference, InlineRole} from '../../model/mdast.ts'
import {roleNames, roles, type RoleName} from '../roles.ts'

/** What looks like an inline directive and is none; Latin letters and digits before it make it a ratio or an address. */
const lookalike = /(?<![A-Za-z0-9_:/])::?(?<name>[a-z]{3,12})\[/gu

/** `:term[…]` and its like become roles; a name that is not known stays as text, and is reported. */
export function recogniseRoles(tree: Root, file: VFile): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'textDirective' && parent && index !== undefined) parent.children[index] = toRole(node, file)
    if (node.type !== 'text') return
    for (const {groups = {}} of node.value.matchAll(lookalike)) {
      const name = groups['name'] ?? ''
      reportProblem(file, {
        ruleId: 'directive-is-known',
        reason: `未知的指令 \`:${name}[…]\` / Unexpected directive \`:${name}[…]\``,
        place: node,
        hint: hintNearest(name, roleNames),
      })
    }
  })
}

function toRole(node: TextDirective, file: VFile): CrossReference | InlineRole {
  const role = node.name as RoleName
  const attributes = Object.fromEntries(
    Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ''] as const),
  )
  for (const key of Object.keys(attributes)) {
    if ((roles[role] as readonly string[]).includes(key)) continue
    reportProblem(file, {
      ruleId: 'attribute-is-known',
      reason: `\`:${role}[…]\` 没有属性 \`${key}\` / Unexpected attribute \`${key}\` of \`:${role}[…]\``,
      place: node,
      hint: roles[role].length > 0 ? hintNearest(key, roles[role]) : undefined,
    })
  }
  const place = node.position ? {position: node.position} : {}
  if (role === 'page') return {type: 'crossReference', target: toString(node).trim(), withPage: true, ...place}
  const {rt, ...others} = attributes
  const reading: InlineRole[] = rt ? [{type: 'inlineRole', role: 'rt', children: [{type: 'text', value: rt}]}] : []
  return {
    type: 'inlineRole',
    role,
    children: [...node.children, ...reading],
    ...(Object.keys(others).length > 0 ? {attributes: others} : {}),
    ...place,
  }
}
