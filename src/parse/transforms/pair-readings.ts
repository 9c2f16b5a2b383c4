import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {append} from '../../model/append.ts'
import type {InlineRole} from '../../model/mdast.ts'

const isReading = (node: PhrasingContent): node is InlineRole & {readonly role: 'rt'} =>
  node.type === 'inlineRole' && node.role === 'rt'
const isBlank = (nodes: readonly PhrasingContent[]) => toString(nodes).trim() === ''

/** What a `<ruby>` is: one, where each reading follows its base. Else each such pair is one, and the rest is text. */
export function pairReadings(children: PhrasingContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = []
  let base: PhrasingContent[] = []
  let isWhole = true
  for (const child of children) {
    if (!isReading(child)) {
      append(base, withoutReadings([child]))
      continue
    }
    if (isBlank(base)) {
      isWhole = false
      append(made, [...base, ...child.children])
    } else made.push({type: 'inlineRole', role: 'ruby', children: [...base, child]})
    base = []
  }
  if (made.length > 0 && isWhole && isBlank(base)) return [{type: 'inlineRole', role: 'ruby', children}]
  return [...made, ...base]
}

/** Nodes in which readings that belong to no ruby are text. */
export function withoutReadings(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (isReading(node)) return withoutReadings(node.children)
    if (!('children' in node) || (node.type === 'inlineRole' && node.role === 'ruby')) return [node]
    return [{...node, children: withoutReadings(node.children)}]
  })
}
