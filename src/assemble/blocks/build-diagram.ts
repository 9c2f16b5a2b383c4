import {hash} from 'node:crypto'
import type {Code} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Diagram, Figure} from '../../model/block.ts'
import {isAscii, replaceEntities} from '../../model/mermaid-entities.ts'
import type {Attributes} from '../../model/parsed.ts'
import {blockBase} from '../block-base.ts'
import {checkAttributes, type KnownAttributes} from '../check-attributes.ts'
import {numberBlock} from '../number-block.ts'
import {readWidth} from '../read-width.ts'
import type {Scope} from '../scope.ts'
import {codeCaption} from './code-caption.ts'

/** Names that a fence may have, and what draws it. */
const languages: ReadonlyMap<string, Diagram['language']> = new Map([
  ['mermaid', 'mermaid'],
  ['dot', 'graphviz'],
  ['graphviz', 'graphviz'],
])
const known: KnownAttributes = {of: ['示意图', 'a diagram'], names: ['alt', 'title', 'width']}

/** The language of a fence that is a diagram; `undefined` for code. */
export function diagramLanguage(node: Code): Diagram['language'] | undefined {
  const {classes = []} = node.data?.attributes ?? {}
  // `.code`: its text is what is to be shown.
  return classes.includes('code') ? undefined : languages.get(node.lang ?? '')
}

const noAttributes: Attributes = {id: '', classes: [], values: {}}

/** A figure that is drawn from the text of a fence. */
export function buildDiagram(node: Code, language: Diagram['language'], scope: Scope): Figure {
  const base = blockBase(node, scope)
  const {id, values} = node.data?.attributes ?? noAttributes
  const {alt = '', width} = values
  const caption = codeCaption(node)
  checkAttributes(node, known, scope)
  if (!alt) reportNoAlt(node, scope)
  // The fonts must have these characters; ASCII stays for `drawMermaid`.
  const resolve = (character: string) => (isAscii(character) ? undefined : character)
  const source = language === 'mermaid' ? replaceEntities(node.value, resolve) : node.value
  return {
    type: 'figure',
    ...base,
    resource: `diagrams/${hash('sha256', `${language} ${source}`).slice(0, 12)}.svg`,
    diagram: {language, source},
    alt,
    caption,
    width: readWidth(width, node, scope),
    ...(caption.length > 0 || id ? {label: numberBlock('figure', base.id, scope.chapter)} : {}),
  }
}

function reportNoAlt(node: Code, scope: Scope): void {
  reportProblem(scope.chapter.file, {
    ruleId: 'alt-text-exists',
    reason: '图没有替代文字 / Unexpected diagram without alternative text',
    place: node,
    hint: '写 alt="图里有什么" / write alt="what the diagram shows"',
  })
}
