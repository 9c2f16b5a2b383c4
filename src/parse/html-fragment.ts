import type {Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {notText} from './clean-text.ts'

/**
 * Raw HTML as a tree. Character references may name what no output format has, such as `&#1;`: it is U+FFFD, as Markdown has it. Throws a
 * `RangeError` for some thousands of elements inside each other.
 */
export function htmlFragment(html: string): Root {
  const tree = fromHtml(html, {fragment: true})
  visit(tree, (node) => {
    if (node.type === 'text') node.value = asText(node.value)
    if (node.type !== 'element') return
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string') node.properties[name] = asText(value)
  })
  return tree
}

const asText = (value: string) => value.replaceAll(notText, '\uFFFD')
