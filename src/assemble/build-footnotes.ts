import type {FootnoteDefinition, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {fileAt} from '../diagnostics/file-at.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {append} from '../model/append.ts'
import type {Footnote} from '../model/course.ts'
import {unite} from './audience.ts'
import {positionOf} from './block-base.ts'
import {buildBlocks} from './build-blocks.ts'
import {identify} from './identify.ts'
import {noteReaders, outerFirst, type Outline} from './note-readers.ts'
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
  const inside = (name: string) => referencesIn(definitions.get(name))
  const readers = new Map(noteReaders(chapter))
  // In the order of first references: those of notes inside notes come after all of the text.
  const names = [...readers.keys()]
  for (const name of names)
    append(
      names,
      inside(name).filter((inner) => !names.includes(inner)),
    )
  const footnotes = new Map<string, Footnote>()
  const waiting = outerFirst(names, inside)
  for (const identifier of waiting) {
    const definition = definitions.get(identifier)
    const audiences = readers.get(identifier)
    if (!definition || !audiences || footnotes.has(identifier)) continue
    const id = identify(definition, '', scope)
    const blocks = buildBlocks(definition.children, {chapter: scope, audience: unite(audiences), exercise: ''})
    footnotes.set(identifier, {id, identifier, number: 0, blocks, position: positionOf(definition)})
    // Whoever sees a note sees the marks in it.
    for (const [inner, others] of noteReaders({blocks, sections: []})) {
      readers.set(inner, [...(readers.get(inner) ?? []), ...others])
      // Of notes that are in each other, one was passed over while nobody was known to read it.
      waiting.push(inner)
    }
  }
  for (const [identifier, definition] of definitions) {
    if (footnotes.has(identifier)) continue
    const name = writtenName(definition)
    const reason = `脚注 \`[^${name}]\` 没有被引用，不会出现 / Unexpected footnote \`[^${name}]\`: nothing refers to it`
    reportProblem(scope.file, {ruleId: 'footnote-is-referenced', reason, place: definition})
  }
  // Numbers follow the references, not the order in which notes are built.
  const inOrder = names.flatMap((name) => footnotes.get(name) ?? [])
  return inOrder.map((footnote, index) => ({...footnote, number: index + 1}))
}

function referencesIn(definition: FootnoteDefinition | undefined): string[] {
  const names = new Set<string>()
  if (definition) visit(definition, 'footnoteReference', ({identifier}) => void names.add(identifier))
  return [...names]
}

function reportTwin(twin: FootnoteDefinition, first: FootnoteDefinition, {file}: ChapterScope): void {
  const name = writtenName(twin)
  const {line} = fileAt(file, positionOf(first).start.line)
  const reason = `脚注 \`[^${name}]\` 在第 ${line} 行已有 / Unexpected second \`[^${name}]\`: line ${line} has the first`
  const hint = '换一个名字 / give it another name'
  reportProblem(file, {ruleId: 'footnote-is-unique', reason, hint, place: twin})
}

/** The identifier may have been changed, so that it is no other file's. */
const writtenName = ({identifier, label}: FootnoteDefinition) => label ?? identifier

/** remark keeps `[^x]` without a definition as text. */
function checkUndefined(tree: Root, scope: ChapterScope): void {
  visit(tree, 'text', (node) => {
    for (const match of node.value.matchAll(/\[\^(?<name>[^[\]\s]+)\]/gu)) {
      const reason = `脚注 \`[^${match.groups?.['name']}]\` 没有定义 / Unexpected footnote reference: there is no definition`
      reportProblem(scope.file, {ruleId: 'footnote-is-defined', reason, place: node})
    }
  })
}
