import type {Definition, ImageReference, Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {placesWithin} from './places-within.ts'

/** `[text][name]` and `![alt][name]` become plain links and images, and definitions go. */
export function resolveDefinitions(tree: Root, file: VFile): void {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  reportUndefined(tree, [...definitions.keys()], file)
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    const {position} = node
    const place = position ? {position} : {}
    if (node.type === 'linkReference') {
      const {title, url} = definitions.get(node.identifier) ?? {title: null, url: ''}
      parent.children[index] = {type: 'link', url, title: title ?? null, children: node.children, ...place}
    } else if (node.type === 'imageReference') {
      const {title, url} = definitions.get(node.identifier) ?? {title: null, url: ''}
      parent.children[index] = {
        type: 'image',
        url,
        title: title ?? null,
        alt: node.alt ?? '',
        ...childrenOf(node),
        ...place,
      }
    }
  })
}

/** What an image has in its brackets, where that is more than text. */
const childrenOf = (node: ImageReference) => ('children' in node ? {children: node.children} : {})

/** `[text][name]`, `[text][]`; not of an array, a note or a citation. */
const reference = /(?<![\w\])])\[(?<text>[^[\]^@\n][^[\]\n]*)\]\[(?<name>[^[\]^@\n][^[\]\n]*)?\](?![\w[({])/gu

/** remark leaves a reference to what is not defined as it is typed. */
function reportUndefined(tree: Root, known: readonly string[], file: VFile): void {
  visit(tree, 'text', (node) => {
    if (!node.value.includes('][')) return
    const placeOf = placesWithin(node)
    for (const match of node.value.matchAll(reference)) {
      const name = match.groups?.['name'] ?? match.groups?.['text'] ?? ''
      reportProblem(file, {
        ruleId: 'link-resolves',
        reason: `\`${match[0]}\` 没有定义，会原样显示 / Unexpected \`${match[0]}\`: nothing defines it, and it is shown as it is typed`,
        place: placeOf(match.index, match.index + match[0].length).position,
        hint: known.length > 0 ? hintNearest(name, known) : `写一行 [${name}]: https://… / write a line so`,
        cause: 'undefined reference',
      })
    }
  })
}
