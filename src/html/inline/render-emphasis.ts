import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'

/** Words in Latin letters, with what stands between them. */
const latin = /\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{N} .,'’&/-]*[\p{Script=Latin}\p{M}\p{N}])?/gu

/** Emphasis. In Chinese and Japanese it has dots under its characters; Latin words in it are slanted, as they are anywhere else. */
export function renderEmphasis(children: ElementContent[], language: string): Element {
  return h('em', /^(?:zh|ja)\b/iu.test(language) ? children.flatMap(slantLatin) : children)
}

function slantLatin(node: ElementContent): ElementContent[] {
  if (node.type === 'element' && node.tagName !== 'code' && !('dataTex' in node.properties))
    return [{...node, children: node.children.flatMap(slantLatin)}]
  if (node.type !== 'text') return [node]
  const parts: ElementContent[] = []
  let end = 0
  for (const {0: words, index} of node.value.matchAll(latin)) {
    if (index > end) parts.push({type: 'text', value: node.value.slice(end, index)})
    parts.push(h('span', {className: 'latin'}, words))
    end = index + words.length
  }
  if (end < node.value.length) parts.push({type: 'text', value: node.value.slice(end)})
  return parts
}
