import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import {fileAt} from '../../diagnostics/file-at.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Block} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import type {Audience, AudienceRule, Output} from '../../model/output.ts'
import {blockBase} from '../block-base.ts'
import type {Scope} from '../scope.ts'

export type BlockBase = ReturnType<typeof blockBase>

/** What every block has, for one that a directive makes. */
export function containerBase(node: Container, scope: Scope): BlockBase {
  return blockBase(node, scope, node.attributes?.['id'] ?? '')
}

/** The same with the title: the label in brackets, else the attribute. */
export function titled(node: Container, scope: Scope): BlockBase & {title: PhrasingContent[]} {
  const title: PhrasingContent[] = labelOf(node)?.children ?? []
  const attribute = node.attributes?.['title']
  return {
    ...containerBase(node, scope),
    title: title.length === 0 && attribute ? [{type: 'text', value: attribute}] : title,
  }
}

/** The blocks that a directive holds. */
export const content = (node: Container, scope: Scope): Block[] => scope.chapter.buildBlocks(contentNodes(node), scope)

/** What a directive holds, without its label. */
export function contentNodes(node: Container): RootContent[] {
  const label = labelOf(node)
  return node.children.filter((child) => child !== label)
}

function labelOf(node: Container): Paragraph | undefined {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data ? first : undefined
}

/** A rule that narrows an audience, with its place. */
export function ruleOf(node: Container, name: string, outputs?: readonly Output[]): AudienceRule {
  return {name, line: node.position?.start.line ?? 0, ...(outputs ? {outputs} : {})}
}

/** Conditions that exclude each other leave a block to nobody: surely a mistake, and content that would be lost. */
export function checkAudience({editions, outputs, rules}: Audience, node: Container, scope: Scope): void {
  const wasEmpty = scope.audience.editions.length === 0 || scope.audience.outputs.length === 0
  if (wasEmpty || (editions.length > 0 && outputs.length > 0)) return
  const conditions = rules.map(({line, name}) => `${name} (${fileAt(scope.chapter.file, line).line})`).join(' + ')
  reportProblem(scope.chapter.file, {
    ruleId: 'audience-exists',
    reason: `这一块谁也看不到：${conditions} / Unexpected conditions: together they leave nobody`,
    place: node,
    hint: '去掉其中一个条件 / drop one of the conditions',
  })
}
