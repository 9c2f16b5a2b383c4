import type {PhrasingContent, Root, Text} from 'mdast'
import {visit, SKIP} from 'unist-util-visit'
import {identifierOf} from '../attributes.ts'
import {placesWithin} from './places-within.ts'
import {replaceAt} from '../../model/replace-at.ts'
import {append} from '../../model/append.ts'

const prefixes = 'fig|tbl|tab|eq|lst|sec|exr|def|thm|lem|exm|rem|sol|cor|prp'
const name = String.raw`(?:${prefixes})[-:][A-Za-z0-9][A-Za-z0-9_:-]*`

/**
 * Prefixes that make `@prefix-name` a cross-reference; any other `@` is text (mail addresses, decorators). pandoc-crossref writes
 * `@fig:x`, and `@Fig:x` at the beginning of a sentence.
 */
const reference = new RegExp(
  String.raw`\[(?<inner>[^[\]@\n]{0,30}-?@${name}(?:[;；,，][^[\]@\n]{0,30}-?@${name})*)\]|(?<![\w.@/])@(?<target>${name})`,
  'giu',
)
/** One of `[@fig-a; -@fig-b; 图 @fig-c]`. */
const part = new RegExp(String.raw`^\s*(?<words>.*?)(?<hides>-?)@(?<target>${name})\s*$`, 'iu')

/** `@fig-x`, also right after Chinese text (见@fig-x), becomes a cross-reference. */
export function recogniseReferences(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!node.value.includes('@') || !parent || index === undefined) return undefined
    const parts = splitReferences(node)
    if (parts.length === 1 && parts[0]?.type === 'text') return undefined
    replaceAt(parent.children, index, parts)
    return [SKIP, index + parts.length]
  })
}

function splitReferences(node: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const placeOf = placesWithin(node)
  let end = 0
  const addText = (to: number) => {
    if (to > end) parts.push({type: 'text', value: node.value.slice(end, to), ...placeOf(end, to)})
  }
  for (const match of node.value.matchAll(reference)) {
    const {inner, target: written = ''} = match.groups ?? {}
    const target = written.replace(/(?<![-_])[-_:]+$/u, '')
    const listed = inner === undefined ? undefined : readList(inner, /\p{Script=Han}/u.test(node.value) ? '、' : ', ')
    if (inner !== undefined && !listed) continue
    addText(match.index)
    end = match.index + (listed ? match[0].length : 1 + target.length)
    const place = placeOf(match.index, end)
    append(
      parts,
      (listed ?? [referenceTo(target)]).map((one) => ({...one, ...place})),
    )
  }
  addText(node.value.length)
  return parts
}

/** Ids have no colons; only the prefix is written large at the beginning of a sentence. */
function referenceTo(written: string): PhrasingContent {
  const target = identifierOf(written)
  return {type: 'crossReference', target: target.charAt(0).toLowerCase() + target.slice(1)}
}

/** What stands between brackets; `undefined` where it is not nothing but references. */
function readList(inner: string, between: string): PhrasingContent[] | undefined {
  const found = inner.split(/[;；,，]/u).map((one) => part.exec(one)?.groups)
  if (found.includes(undefined)) return undefined
  return found.flatMap((groups, index): PhrasingContent[] => {
    const {hides, target = '', words = ''} = groups ?? {}
    const separator: PhrasingContent[] = index > 0 ? [{type: 'text', value: between}] : []
    const before: PhrasingContent[] = words.trim() ? [{type: 'text', value: words}] : []
    const node = referenceTo(target)
    return [...separator, ...before, hides || words.trim() ? ({...node, numberOnly: true} as PhrasingContent) : node]
  })
}
