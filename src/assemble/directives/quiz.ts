import type {List as ListNode, ListItem, RootContent} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Block, Exercise, List} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {narrowToTeacher} from '../audience.ts'
import {blockBase, positionOf} from '../block-base.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {wordsOf} from '../words-of.ts'
import {contentNodes, ruleOf, titled} from './directive-content.ts'

/** Letters of choices, as in a test: A, B, C, … */
const letterOf = (index: number) => String.fromCodePoint(65 + index)

/**
 * `:::quiz`: a question, a task list of choices whose ticks are the answers, and what explains them. It becomes an
 * exercise with lettered choices, and a solution for the teacher: the ticks never come near a student's file.
 */
export function buildQuiz(node: Container, outer: Scope): Block[] {
  const base = titled(node, outer)
  const scope = {...outer, exercise: base.id}
  const content = contentNodes(node)
  const at = content.findIndex(isChoices)
  const choices = content[at]
  const tests = wordsOf(node.attributes?.['tests'])
  const label = numberBlock('exercise', base.id, scope.chapter)
  if (choices?.type !== 'list' || !choices.children.some((item) => item.checked)) {
    reportProblem(scope.chapter.file, {
      ruleId: 'quiz-has-answer',
      reason: '选择题没有选项，或没有勾选答案 / Unexpected quiz without choices or without a ticked one',
      place: node,
      hint: '用任务列表写选项，答案写成 - [x] / write the choices as a task list and tick the answers: - [x]',
    })
    return [{type: 'exercise', ...base, tests, label, blocks: scope.chapter.buildBlocks(content, scope)}]
  }
  const answers = choices.children.flatMap((item, index) => (item.checked ? [letterOf(index)] : []))
  const question: Exercise = {
    type: 'exercise',
    ...base,
    tests,
    label,
    title: base.title.length > 0 ? base.title : [{type: 'text', value: quizName(answers.length, scope)}],
    blocks: [...scope.chapter.buildBlocks(content.slice(0, at), scope), buildChoices(choices, scope)],
  }
  return [question, buildAnswer(node, {answers, explanation: content.slice(at + 1), exercise: base.id, scope})]
}

const isChoices = (node: RootContent) =>
  node.type === 'list' && node.children.every((item: ListItem) => typeof item.checked === 'boolean')

const quizName = (answers: number, {chapter: {locale}}: Scope) =>
  answers === 1 ? locale.words.singleChoice : locale.words.multipleChoice

function buildChoices(node: ListNode, scope: Scope): List {
  const items = node.children.map((item) => ({
    blocks: scope.chapter.buildBlocks(item.children, scope),
    position: positionOf(item),
  }))
  return {type: 'list', ...blockBase(node, scope), marker: 'letter', start: 1, items}
}

interface Answer {
  readonly answers: readonly string[]
  readonly explanation: readonly RootContent[]
  readonly exercise: string
  readonly scope: Scope
}

function buildAnswer(node: Container, {answers, exercise, explanation, scope}: Answer): Block {
  const audience = narrowToTeacher(scope.audience, ruleOf(node, ':::quiz'))
  const inner = {...scope, audience}
  const value = scope.chapter.locale.words.answer(answers.join(' '))
  const stated: RootContent = {
    type: 'paragraph',
    children: [{type: 'text', value}],
    ...(node.position ? {position: node.position} : {}),
  }
  return {
    type: 'solution',
    ...blockBase(node, inner, ''),
    exercise,
    blocks: scope.chapter.buildBlocks([stated, ...explanation], inner),
  }
}
