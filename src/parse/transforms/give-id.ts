import type {RootContent} from 'mdast'
import {identifierOf, readAttributes} from '../attributes.ts'

/** Gives a heading, figure, listing or table an id, as if it were written as in Pandoc; whether the node is one of these. */
export function giveId(node: RootContent, id: string): boolean {
  const written = `{#${identifierOf(id)}}`
  const last = node.type === 'paragraph' ? node.children.at(-1) : undefined
  if (node.type === 'heading') node.children.push({type: 'text', value: ` ${written}`})
  else if (node.type === 'paragraph' && last?.type === 'image') node.children.push({type: 'text', value: written})
  else if (node.type === 'code') node.meta = `${node.meta ?? ''} ${written}`.trim()
  else if (node.type === 'table') node.data = {...node.data, attributes: readAttributes(`#${id}`), caption: []}
  else return false
  return true
}
