import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Block} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {editions, type Audience, type Output} from '../../model/output.ts'
import {media, narrow, narrowByCondition} from '../audience.ts'
import {blockBase} from '../block-base.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {wordsOf} from '../words-of.ts'
import {buildQuiz} from './build-quiz.ts'

const onSlides: readonly Output[] = media['slides'] ?? []

/** A directive as a block. `only` and `except` dissolve into the audience of what they hold. */
export function buildContainer(node: Container, scope: Scope): Block[] {
  switch (node.name) {
    case 'only':
    case 'except':
      return buildCondition(node, scope)
    case 'note':
    case 'tip':
    case 'important':
    case 'warning':
    case 'caution':
      return [{type: 'callout', kind: node.name, ...titled(node, scope), blocks: content(node, scope)}]
    case 'proof':
    case 'remark':
      return [{type: 'theorem', kind: node.name, ...titled(node, scope), blocks: content(node, scope)}]
    case 'definition':
    case 'theorem':
    case 'lemma':
    case 'example': {
      const base = titled(node, scope)
      const label = numberBlock(node.name, base.id, scope.chapter)
      return [{type: 'theorem', kind: node.name, ...base, label, blocks: content(node, scope)}]
    }
    case 'exercise': {
      const base = titled(node, scope)
      const label = numberBlock('exercise', base.id, scope.chapter)
      const tests = wordsOf(node.attributes?.['tests'])
      return [{type: 'exercise', ...base, tests, label, blocks: content(node, {...scope, exercise: base.id})}]
    }
    case 'quiz': {
      const base = titled(node, scope)
      return buildQuiz(node, base, {content: contentNodes(node), scope: {...scope, exercise: base.id}})
    }
    case 'hint':
      return [{type: 'hint', ...containerBase(node, scope), blocks: content(node, scope)}]
    case 'solution':
      return [buildSolution(node, scope)]
    case 'notes':
      return [buildNotes(node, scope)]
    case 'slide': {
      const inner = {...scope, audience: narrow(scope.audience, rule(node, ':::slide', onSlides))}
      checkAudience(inner.audience, node, scope)
      return [{type: 'slide', ...titled(node, inner), blocks: content(node, inner)}]
    }
    case 'details':
      return [{type: 'details', ...titled(node, scope), blocks: content(node, scope)}]
    case 'nosplit':
    case 'glossary':
    case 'incremental':
      return [{type: 'group', behaviour: node.name, ...containerBase(node, scope), blocks: content(node, scope)}]
    case 'columns':
      return [buildColumns(node, scope)]
    case 'column':
      return content(node, scope)
    default:
      // Unknown directives have a message already; what they hold stays.
      return content(node, scope)
  }
}

function buildCondition(node: Container, scope: Scope): Block[] {
  const {audience, unknown} = narrowByCondition(scope.audience, node)
  for (const word of unknown) {
    reportProblem(scope.chapter.file, {
      ruleId: 'attribute-is-known',
      reason: `\`${word}\` 不是输出或版本 / Unexpected \`${word}\` in \`:::${node.name}\``,
      place: node,
      hint: `可用 Known: ${[...Object.keys(media), ...editions].join(', ')}`,
    })
  }
  if (!node.attributes?.['in'] && !node.attributes?.['edition']) reportNoCondition(node, scope)
  else if (unknown.length === 0) checkAudience(audience, node, scope)
  return content(node, {...scope, audience})
}

function reportNoCondition(node: Container, scope: Scope): void {
  reportProblem(scope.chapter.file, {
    ruleId: 'condition-is-stated',
    reason: `\`:::${node.name}\` 没有说给谁 / Unexpected \`:::${node.name}\` without a condition`,
    place: node,
    hint: '写 in="slides" 或 edition="teacher" / write in="slides" or edition="teacher"',
  })
}

/** Conditions that exclude each other leave a block to nobody: surely a mistake, and content that would be lost. */
function checkAudience({editions: left, outputs, rules}: Audience, node: Container, scope: Scope): void {
  const wasEmpty = scope.audience.editions.length === 0 || scope.audience.outputs.length === 0
  if (wasEmpty || (left.length > 0 && outputs.length > 0)) return
  const conditions = rules.map(({line, name}) => `${name} (${line})`).join(' + ')
  reportProblem(scope.chapter.file, {
    ruleId: 'audience-exists',
    reason: `这一块谁也看不到：${conditions} / Unexpected conditions: together they leave nobody`,
    place: node,
    hint: '去掉其中一个条件 / drop one of the conditions',
  })
}

function buildSolution(node: Container, scope: Scope): Block {
  const audience = narrow(scope.audience, {...rule(node, ':::solution'), editions: ['teacher']})
  checkAudience(audience, node, scope)
  const inner = {...scope, audience}
  const exercise = node.attributes?.['for'] ?? scope.exercise
  return {type: 'solution', ...containerBase(node, inner), exercise, blocks: content(node, inner)}
}

function buildNotes(node: Container, scope: Scope): Block {
  const outputs: readonly Output[] = ['deck', 'handout']
  const inner = {
    ...scope,
    audience: narrow(scope.audience, {...rule(node, ':::notes', outputs), editions: ['teacher']}),
  }
  checkAudience(inner.audience, node, scope)
  return {type: 'speakerNotes', ...containerBase(node, inner), blocks: content(node, inner)}
}

function buildColumns(node: Container, scope: Scope): Block {
  const columns = node.children.filter((child): child is Container => {
    return child.type === 'containerDirective' && child.name === 'column'
  })
  const others = node.children.filter((child) => !columns.some((column) => column === child))
  const loose = others.length > 0 ? [{width: '', blocks: scope.chapter.buildBlocks(others, scope)}] : []
  return {
    type: 'columns',
    ...containerBase(node, scope),
    columns: [
      ...columns.map((column) => ({width: column.attributes?.['width'] ?? '', blocks: content(column, scope)})),
      ...loose,
    ],
  }
}

function rule(node: Container, name: string, outputs?: readonly Output[]) {
  return {name, line: node.position?.start.line ?? 0, ...(outputs ? {outputs} : {})}
}

function containerBase(node: Container, scope: Scope) {
  return blockBase(node, scope, node.attributes?.['id'] ?? '')
}

function titled(node: Container, scope: Scope): ReturnType<typeof blockBase> & {title: PhrasingContent[]} {
  const label = labelOf(node)
  const title: PhrasingContent[] = label?.children ?? []
  const attribute = node.attributes?.['title']
  return {
    ...containerBase(node, scope),
    title: title.length === 0 && attribute ? [{type: 'text', value: attribute}] : title,
  }
}

const content = (node: Container, scope: Scope): Block[] => scope.chapter.buildBlocks(contentNodes(node), scope)

/** What a directive holds, without its label. */
function contentNodes(node: Container): RootContent[] {
  const label = labelOf(node)
  return node.children.filter((child) => child !== label)
}

function labelOf(node: Container): Paragraph | undefined {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data ? first : undefined
}
