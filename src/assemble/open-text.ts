import type {Nodes, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Container} from '../model/mdast.ts'
import {everybody, narrowByCondition} from './audience.ts'

/**
 * What students may read of a node: without what stands inside it for the teacher alone. Ids are made of it: from the hash of a text
 * whoever guesses the text knows that it is right.
 */
export function openText(node: Nodes): string {
  // Of a figure its words for those who do not see it.
  if (!('children' in node) || ('alt' in node && node.alt)) return toString(node)
  const children: readonly Nodes[] = isContainer(node) && node.name === 'quiz' ? questionOf(node) : node.children
  return children
    .filter((child) => !isClosed(child))
    .map((child) => openText(child))
    .join('')
}

const isContainer = (node: Nodes): node is Container => node.type === 'containerDirective'

/** What follows the choices explains the answer. */
function questionOf({children}: Container): readonly RootContent[] {
  const choices = children.findIndex(({type}) => type === 'list')
  return choices < 0 ? children : children.slice(0, choices + 1)
}

function isClosed(node: Nodes): boolean {
  if (!isContainer(node)) return false
  if (node.name === 'notes' || node.name === 'solution') return true
  const isCondition = node.name === 'only' || node.name === 'except'
  return isCondition && !narrowByCondition(everybody, node).audience.editions.includes('student')
}
