import type {FootnoteDefinition, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Footnote} from '../model/course.ts'
import type {Audience, Output} from '../model/output.ts'
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
    const audience = unite(readers)
    checkReaders(definition, {audience, readers}, scope)
    const id = identify(definition, '', scope)
    const blocks = buildBlocks(definition.children, {chapter: scope, audience, exercise: ''})
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

/** An audience is outputs times editions: that of a footnote may have an output of an edition in which nothing refers to it. */
function checkReaders(
  definition: FootnoteDefinition,
  {audience, readers}: {readonly audience: Audience; readonly readers: readonly Audience[]},
  {file}: ChapterScope,
): void {
  const {editions, outputs} = audience
  const without = editions.flatMap((edition) => {
    const refers = (output: Output) =>
      readers.some((one) => one.editions.includes(edition) && one.outputs.includes(output))
    const missing = outputs.filter((output) => !refers(output))
    return missing.length > 0 ? [`${edition} ${missing.join(', ')}`] : []
  })
  if (without.length === 0) return
  const name = `[^${definition.identifier}]`
  const places = without.join('; ')
  const reason = `脚注 \`${name}\` 的引用各给不同的人，有的输出里没有引用：${places} / Unexpected readers of \`${name}\`: nothing refers to it in ${places}`
  const hint = '拆成两个不同名的脚注 / make it two footnotes, each with a name of its own'
  reportProblem(file, {ruleId: 'footnote-is-referenced', reason, hint, place: definition})
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
