import type {RootContent} from 'mdast'
import type {Block} from '../model/block.ts'
import {blockBase} from './block-base.ts'
import {buildDefinitionList} from './blocks/build-definition-list.ts'
import {buildDiagram, diagramLanguage} from './blocks/build-diagram.ts'
import {buildFigure} from './blocks/build-figure.ts'
import {buildEquation} from './blocks/build-equation.ts'
import {buildList} from './blocks/build-list.ts'
import {buildListing} from './blocks/build-listing.ts'
import {buildTable} from './blocks/build-table.ts'
import {buildDirective} from './directives/build-directive.ts'
import type {Scope} from './scope.ts'

/** Blocks of a run of mdast nodes, with ids, numbers and audience. Headings are split off before. */
export function buildBlocks(nodes: readonly RootContent[], scope: Scope): Block[] {
  return nodes.flatMap((node) => buildBlock(node, scope))
}

function buildBlock(node: RootContent, scope: Scope): Block[] {
  const base = () => blockBase(node, scope)
  switch (node.type) {
    case 'paragraph':
      return [{type: 'prose', ...base(), children: node.children}]
    case 'heading':
      // A heading inside a quote or list is not a section: it stands as a strong line.
      return [{type: 'prose', ...base(), children: [{type: 'strong', children: node.children}]}]
    case 'list':
      return [buildList(node, scope)]
    case 'defList':
      return [buildDefinitionList(node, scope)]
    case 'table':
      return buildTable(node, scope)
    case 'code': {
      const language = diagramLanguage(node)
      return [language ? buildDiagram(node, language, scope) : buildListing(node, scope)]
    }
    case 'math':
      return [buildEquation(node, scope)]
    case 'figure':
      return buildFigure(node, scope)
    case 'blockquote':
      return [{type: 'quote', ...base(), blocks: buildBlocks(node.children, scope)}]
    case 'containerDirective':
      return buildDirective(node, scope)
    case 'rawHtml':
      return [{type: 'rawHtml', ...base(), tree: node.tree}]
    case 'thematicBreak':
      return [{type: 'break', ...base()}]
    case 'pause':
      return [{type: 'pause', ...base()}]
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      // Not shown where they stand.
      return []
    default:
      // Nothing may vanish here: what Markdown has besides has been made into one of these, or stands inside a paragraph.
      throw new Error(`Cannot build a block of a ${node.type} node`)
  }
}
