import type {PhrasingContent, Root} from 'mdast'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {replaceAt} from '../../model/replace-at.ts'
import type {CrossReference} from '../../model/mdast.ts'
import {parsedText} from '../parsed-text.ts'
import {placesWithin} from './places-within.ts'

/** Environments of displayed formulas. */
const environment =
  /^\s*\\begin\{(?<name>(?:equation|align|alignat|gather|multline|eqnarray|flalign|displaymath|math)\*?)\}[\s\S]*\\end\{\k<name>\}\s*$/u
const only = /^\s*\\(?<kind>eqref|ref|cref|autoref)\s*\{(?<name>[^{}]+)\}\s*$/u
const reference = /\\(?<kind>eqref|ref|cref|autoref)\s*\{(?<name>[^{}]+)\}/gu

/**
 * Formulas and references as LaTeX writes them in text: a paragraph that is an environment is a displayed formula, `\eqref{…}` and
 * `\ref{…}` are cross-references, also alone in dollars.
 */
export function recogniseLatex(tree: Root, file: VFile): void {
  const source = parsedText(file)
  visit(tree, 'paragraph', ({position}, index, parent) => {
    if (position?.start.offset === undefined || !parent || index === undefined) return
    const written = source.slice(position.start.offset, position.end.offset)
    if (environment.test(written)) parent.children[index] = {type: 'math', value: written.trim(), position}
  })
  visit(tree, 'inlineMath', (node, index, parent) => {
    const found = only.exec(node.value)?.groups
    if (!found || !parent || index === undefined) return
    parent.children[index] = toReference(found, node.position ? {position: node.position} : {})
  })
  visit(tree, 'text', (node, index, parent) => {
    if (!node.value.includes('ref{') || !parent || index === undefined) return undefined
    const placeOf = placesWithin(node)
    const parts: PhrasingContent[] = []
    let end = 0
    for (const match of node.value.matchAll(reference)) {
      if (match.index > end)
        parts.push({type: 'text', value: node.value.slice(end, match.index), ...placeOf(end, match.index)})
      end = match.index + match[0].length
      parts.push(toReference(match.groups ?? {}, placeOf(match.index, end)))
    }
    if (parts.length === 0) return undefined
    if (end < node.value.length)
      parts.push({type: 'text', value: node.value.slice(end), ...placeOf(end, node.value.length)})
    replaceAt(parent.children, index, parts)
    return [SKIP, index + parts.length]
  })
}

function toReference(
  {kind, name = ''}: Readonly<Record<string, string>>,
  place: Pick<CrossReference, 'position'>,
): CrossReference {
  return {type: 'crossReference', target: name.trim(), tex: kind as NonNullable<CrossReference['tex']>, ...place}
}
