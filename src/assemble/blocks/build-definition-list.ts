import type {PhrasingContent} from 'mdast'
import type {Block, DefinitionList} from '../../model/block.ts'
import type {DefinitionListNode} from '../../model/mdast.ts'
import {blockBase} from '../block-base.ts'
import type {Scope} from '../scope.ts'

/** Entries of one or more terms with the descriptions that follow them. */
export function buildDefinitionList(node: DefinitionListNode, scope: Scope): DefinitionList {
  const entries: {terms: PhrasingContent[][]; descriptions: Block[][]}[] = []
  for (const child of node.children) {
    const open = entries.at(-1)
    if (child.type === 'defListDescription') {
      open?.descriptions.push(scope.chapter.buildBlocks(child.children, scope))
    } else if (open?.descriptions.length === 0) open.terms.push(child.children)
    else entries.push({terms: [child.children], descriptions: []})
  }
  return {type: 'definitionList', ...blockBase(node, scope), entries}
}
