import {hash} from 'node:crypto'
import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Block, DefinitionEntry, Group} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import type {Scope} from '../scope.ts'
import {containerBase, content} from './directive-content.ts'

/** `:::glossary`: definition lists whose terms `:term[…]` leads to, from every chapter. */
export function buildGlossary(node: Container, scope: Scope): Group[] {
  const blocks = content(node, scope).map((block): Block => {
    if (block.type !== 'definitionList') return block
    return {...block, entries: block.entries.map((entry) => enterTerms(entry, scope))}
  })
  return [{type: 'group', behaviour: 'glossary', ...containerBase(node, scope), blocks}]
}

function enterTerms(entry: DefinitionEntry, scope: Scope): DefinitionEntry {
  return {...entry, ids: entry.terms.map((term) => enterTerm(term, scope))}
}

/** The first explanation of a term is the one that counts. */
function enterTerm(term: readonly PhrasingContent[], {chapter}: Scope): string {
  const text = toString([...term])
  const known = chapter.terms.get(text)
  if (known) return `${known}-again-${chapter.terms.size}`
  const id = `term-${hash('sha256', text).slice(0, 8)}`
  chapter.terms.set(text, id)
  chapter.references.set(id, {id, label: text, chapter: chapter.chapter})
  return id
}
