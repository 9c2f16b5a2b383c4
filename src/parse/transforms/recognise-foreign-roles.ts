import type {InlineCode, Parents, PhrasingContent, Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'
import type {InlineRole} from '../../model/mdast.ts'
import {identifierOf} from '../attributes.ts'
import {matchGroups} from '../match-groups.ts'
import {reportForeignUse} from './report-foreign.ts'

const before = /(?:\{(?<myst>[a-z][\w:+-]*)\}|(?<![\w:]):(?<sphinx>[a-z][\w:+-]*):)$/iu

interface Written {
  readonly value: string
  /** Of `` {ref}`words <target>` ``. */
  readonly words: string
  readonly target: string
}

type Make = (written: Written) => PhrasingContent[]

const text = (value: string): PhrasingContent => ({type: 'text', value})
const role =
  (name: InlineRole['role']): Make =>
  ({value}) => [{type: 'inlineRole', role: name, children: [text(value)]}]
const strong: Make = ({value}) => [{type: 'strong', children: [text(value)]}]
const code: Make = ({value}) => [{type: 'inlineCode', value: value.replace(/^[~!]/u, '')}]
const number: Make = ({target}) => [{type: 'crossReference', target: identifierOf(target)}]
/** With words of its own it is a link. */
const reference: Make = ({target, words}) =>
  words
    ? [{type: 'link', url: `#${identifierOf(target)}`, title: null, children: [text(words)]}]
    : [{type: 'crossReference', target: identifierOf(target)}]
const document: Make = ({target, words}) => {
  const url = /\.\w+$/u.test(target) ? target : `${target}.md`
  return [{type: 'link', url, title: null, children: [text(words || target)]}]
}
const download: Make = ({target, words}) => [
  {type: 'link', url: target, title: null, children: [text(words || target)]},
]
/** As Pandoc writes it, which is read later. */
const parenthesised: Make = ({value}) => [
  text(
    `[${value
      .split(/[,;]/u)
      .map((key) => `@${key.trim()}`)
      .join('; ')}]`,
  ),
]
const narrative: Make = ({value}) => [
  text(
    value
      .split(/[,;]/u)
      .map((key) => `@${key.trim()}`)
      .join(', '),
  ),
]
const abbreviation: Make = ({value}) => {
  const {meaning, name = value} = /^(?<name>.*?)\s*\((?<meaning>.*)\)$/u.exec(value)?.groups ?? {}
  const attributes = meaning ? {attributes: {title: meaning}} : {}
  return [{type: 'inlineRole', role: 'abbr', children: [text(name)], ...attributes}]
}
const icon: Make = () => []

const roles: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['abbr', abbreviation],
  ['any', reference],
  ['cite', parenthesised],
  ['cite:p', parenthesised],
  ['cite:ps', parenthesised],
  ['cite:t', narrative],
  ['cite:ts', narrative],
  ['citep', parenthesised],
  ['citet', narrative],
  ['code', code],
  ['command', strong],
  ['cref', reference],
  ['del', ({value}) => [{type: 'delete', children: [text(value)]}]],
  ['doc', document],
  ['download', download],
  ['emphasis', ({value}) => [{type: 'emphasis', children: [text(value)]}]],
  ['eq', number],
  ['eqref', number],
  ['file', code],
  ['guilabel', strong],
  ['kbd', role('kbd')],
  ['math', ({value}) => [{type: 'inlineMath', value}]],
  ['menuselection', ({value}) => [{type: 'strong', children: [text(value.replaceAll('-->', '→'))]}]],
  ['numref', number],
  ['prf:ref', reference],
  ['proof:ref', reference],
  ['ref', reference],
  ['strong', strong],
  ['sub', role('sub')],
  ['subscript', role('sub')],
  ['sup', role('sup')],
  ['superscript', role('sup')],
  [
    'term',
    ({target, words}) => [
      {
        type: 'inlineRole',
        role: 'term',
        children: [text(words || target)],
        ...(words ? {attributes: {as: target}} : {}),
      },
    ],
  ],
  ['u', role('u')],
  ['underline', role('u')],
  ['octicon', icon],
  ['fas', icon],
])
/** Names of things in programs (Sphinx). */
const names =
  /^(?:py|c|cpp|js|rst)?:?(?:attr|class|const|data|exc|func|meth|mod|obj|option|envvar|program|samp|literal|dfn|mdlit|tf)$/u

/** Roles of MyST and Sphinx, a name before code: `` {numref}`fig-x` ``, `` :cite:`key` ``. */
export function recogniseForeignRoles(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    if (!('children' in node)) return
    const hasRole = node.children.some((child, index) => {
      return child.type === 'text' && node.children[index + 1]?.type === 'inlineCode' && before.test(child.value)
    })
    if (hasRole) replaceIn(node, file)
  })
}

function replaceIn(parent: Parents, file: VFile): void {
  const children = parent.children as PhrasingContent[]
  const replaced: PhrasingContent[] = []
  for (const [index, child] of children.entries()) {
    // Code whose role was just read.
    if (child.type === 'inlineCode' && roleBefore(children[index - 1], child)) continue
    const next = children[index + 1]
    const name = roleBefore(child, next)
    if (!name || child.type !== 'text' || next?.type !== 'inlineCode') replaced.push(child)
    else append(replaced, [{...child, value: child.value.replace(before, '')}, ...nodesOf(name, next, file)])
  }
  // Text that stood on either side is one text again, as patterns that follow expect.
  parent.children = joinTexts(replaced).filter((child) => child.type !== 'text' || child.value !== '') as never
}

/** The name of the role that ends a text before code. */
function roleBefore(node: PhrasingContent | undefined, next: PhrasingContent | undefined): string {
  if (node?.type !== 'text' || next?.type !== 'inlineCode') return ''
  const found = matchGroups<'myst' | 'sphinx'>(before, node.value)
  return found ? found.myst || found.sphinx : ''
}

const withWords = /^(?<words>.*?)\s*<(?<target>[^<>]+)>$/su

function nodesOf(name: string, next: InlineCode, file: VFile): PhrasingContent[] {
  const make = roles.get(name) ?? (names.test(name) ? code : undefined)
  const {target, words} = matchGroups<'target' | 'words'>(withWords, next.value) ?? {target: next.value, words: ''}
  const place = next.position ? {position: next.position} : {}
  if (make && make !== icon) return make({value: next.value, target, words}).map((node) => ({...node, ...place}))
  const outcome = make ? 'dropped' : 'flattened'
  const line = next.position?.start.line ?? 1
  reportForeignUse({tool: 'MyST', construct: `{${name}}`, outcome, line}, file)
  // Braces before code are not always a role.
  return make ? [] : [text(`{${name}}`), next]
}

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text')
      joined[joined.length - 1] = {...last, value: last.value + node.value}
    else joined.push(node)
  }
  return joined
}
