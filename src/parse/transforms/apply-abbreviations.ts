import type {PhrasingContent, Root, Text} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {replaceAt} from '../../model/replace-at.ts'

/** Each use of a word that `*[HTML]: …` explains (PHP Markdown Extra) has the explanation, as `:abbr` has. */
export function applyAbbreviations(tree: Root, file: VFile): void {
  const meanings = file.data.abbreviations
  if (!meanings || meanings.size === 0) return
  const names = [...meanings.keys()].toSorted((a, b) => b.length - a.length)
  const escaped = names.map((name) => name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`))
  const pattern = new RegExp(String.raw`(?<![A-Za-z0-9_])(?:${escaped.join('|')})(?![A-Za-z0-9_])`, 'gu')
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || parent.type === 'inlineRole') return undefined
    const parts = split(node, pattern, meanings)
    if (parts.length < 2 && parts[0]?.type === 'text') return undefined
    replaceAt(parent.children, index, parts as never[])
    return [SKIP, index + parts.length]
  })
}

function split(node: Text, pattern: RegExp, meanings: ReadonlyMap<string, string>): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const place = node.position ? {position: node.position} : {}
  let end = 0
  for (const {0: name, index} of node.value.matchAll(pattern)) {
    if (index > end) parts.push({...node, value: node.value.slice(end, index)})
    const attributes = {title: meanings.get(name) ?? ''}
    parts.push({type: 'inlineRole', role: 'abbr', attributes, children: [{type: 'text', value: name}], ...place})
    end = index + name.length
  }
  if (end < node.value.length) parts.push({...node, value: node.value.slice(end)})
  return parts
}
