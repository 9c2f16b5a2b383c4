import {hash} from 'node:crypto'
import type {Code} from 'mdast'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Diagram, Figure} from '../../model/block.ts'
import {blockBase} from '../block-base.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'

/** Names that a fence may have, and what draws it. */
const languages: Readonly<Record<string, Diagram['language']>> = {
  mermaid: 'mermaid',
  dot: 'graphviz',
  graphviz: 'graphviz',
}
const known = ['alt', 'caption', 'title', 'width']

/** The language of a fence that is a diagram; `undefined` for code. */
export function diagramLanguage(node: Code): Diagram['language'] | undefined {
  const {classes = []} = node.data?.attributes ?? {}
  // `.code`: its text is what is to be shown.
  return classes.includes('code') ? undefined : languages[node.lang ?? '']
}

/** A figure that is drawn from the text of a fence. */
export function buildDiagram(node: Code, language: Diagram['language'], scope: Scope): Figure {
  const base = blockBase(node, scope)
  const {id = '', values = {}} = node.data?.attributes ?? {}
  const {alt = '', caption = values['title'] ?? '', width = ''} = values
  const {file} = scope.chapter
  for (const key of Object.keys(values).filter((name) => !known.includes(name))) {
    const reason = `图没有属性 \`${key}\` / Unexpected attribute \`${key}\` of a diagram`
    reportProblem(file, {ruleId: 'attribute-is-known', reason, hint: hintNearest(key, known), place: node})
  }
  if (!alt) {
    const reason = '图没有替代文字 / Unexpected diagram without alternative text'
    const hint = '写 alt="图里有什么" / write alt="what the diagram shows"'
    reportProblem(file, {ruleId: 'alt-text-exists', reason, hint, place: node})
  }
  const isNumbered = Boolean(caption || id)
  return {
    type: 'figure',
    ...base,
    resource: `diagrams/${hash('sha256', `${language} ${node.value}`).slice(0, 12)}.svg`,
    diagram: {language, source: node.value},
    alt,
    caption: caption ? [{type: 'text', value: caption}] : [],
    width,
    ...(isNumbered ? {label: numberBlock('figure', base.id, scope.chapter)} : {}),
  }
}
