import type {FootnoteDefinition, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Footnote} from '../model/course.ts'
import {unite} from './audience.ts'
import {positionOf} from './block-base.ts'
import {buildBlocks} from './build-blocks.ts'
import {identify} from './identify.ts'
import {noteReaders, type Outline} from './note-readers.ts'
import type {ChapterScope} from './scope.ts'

/** Footnotes in the order of their first reference; each is for all who see a reference to it. */
export function buildFootnotes(tree: Root, chapter: Outline, scope: ChapterScope): Footnote[] {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node) => {
    const first = definitions.get(node.identifier)
    if (first) reportTwin(node, first, scope)
    else definitions.set(node.identifier, node)
  })
  checkUndefined(tree, scope)
  const footnotes = new Map<string, Footnote>()
  const waiting = [...noteReaders(chapter)]
  for (const [identifier, readers] of waiting) {
    const definition = definitions.get(identifier)
    if (!definition || footnotes.has(identifier)) continue
    const id = identify(definition, '', scope)
    const blocks = buildBlocks(definition.children, {chapter: scope, audience: unite(readers), exercise: ''})
    footnotes.set(identifier, {id, identifier, number: footnotes.size + 1, blocks, position: positionOf(definition)})
    // A note may have notes: those who see it see them.
    waiting.push(...noteReaders({blocks, sections: []}))
  }
  for (const [identifier, definition] of definitions) {
    if (footnotes.has(identifier)) continue
    const reason = `脚注 \`[^${identifier}]\` 没有被引用，不会出现 / Unexpected footnote \`[^${identifier}]\`: nothing refers to it`
    reportProblem(scope.file, {ruleId: 'footnote-is-referenced', reason, place: definition})
  }
  return [...footnotes.values()]
}

function reportTwin(twin: FootnoteDefinition, first: FootnoteDefinition, {file}: ChapterScope): void {
  const {identifier} = twin
  const line = positionOf(first).start.line
  const reason = `脚注 \`[^${identifier}]\` 在第 ${line} 行已有 / Unexpected second \`[^${identifier}]\`: line ${line} has the first`
  const hint = '换一个名字 / give it another name'
  reportProblem(file, {ruleId: 'footnote-is-unique', reason, hint, place: twin})
}

/** remark keeps `[^x]` without a definition as text. */
function checkUndefined(tree: Root, scope: ChapterScope): void {
  visit(tree, 'text', (node) => {
    for (const match of node.value.matchAll(/\[\^(?<name>[^[\]\s]+)\]/gu)) {
      const reason = `脚注 \`[^${match.groups?.['name']}]\` 没有定义 / Unexpected footnote reference: there is no definition`
      reportProblem(scope.file, {ruleId: 'footnote-is-defined', reason, place: node})
    }
  })
}
