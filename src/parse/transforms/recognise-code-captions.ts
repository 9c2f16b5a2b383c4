import type {PhrasingContent, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {parseMarkdown} from '../parse-markdown.ts'

/**
 * `caption="…"` of code is a title in Markdown, as other tools have it among the options of a chunk or directive; `title="…"` is text, for
 * instance the name of a file.
 */
export function recogniseCodeCaptions(tree: Root): void {
  visit(tree, 'code', (node) => {
    const {attributes} = node.data ?? {}
    const {caption = '', title: _title, ...others} = attributes?.values ?? {}
    if (!attributes || !caption) return
    const words = inlineOf(caption, node.position)
    const values = {title: toString(words), ...others}
    const isPlain = words.every(({type}) => type === 'text') && !/[=$*@{[]/u.test(toString(words))
    node.data = {...node.data, attributes: {...attributes, values}, ...(isPlain ? {} : {caption: words})}
  })
}

/** The inline content of a line of Markdown; the line itself where it is read as anything but a paragraph. */
function inlineOf(markdown: string, position: PhrasingContent['position']): PhrasingContent[] {
  const tree = parseMarkdown(markdown)
  const place = position ? {position} : {}
  visit(tree, (node) => {
    delete node.position
    Object.assign(node, place)
  })
  const [only, ...others] = tree.children
  return only?.type === 'paragraph' && others.length === 0 ? only.children : [{type: 'text', value: markdown, ...place}]
}
