import {generate, parse, string, type CssNode} from 'css-tree'

/** An item of a list of font families (CSS Fonts 4, 2.1): a family, a generic one, or another token. */
export type FamilyItem =
  | {readonly kind: 'family'; readonly name: string}
  | {readonly kind: 'generic'; readonly name: string}
  | {readonly kind: 'token'; readonly name: string}

/** What a browser has without being asked by name. */
const generics = new Set([
  'cursive',
  'emoji',
  'fangsong',
  'fantasy',
  'math',
  'monospace',
  'sans-serif',
  'serif',
  'system-ui',
  'ui-monospace',
  'ui-rounded',
  'ui-sans-serif',
  'ui-serif',
])

/** Reads a list of families, with escapes resolved; what is no item of one is left out. */
export function readFamilies(value: string): FamilyItem[] {
  const tree = parse(value, {context: 'value', onParseError: () => undefined})
  const items: CssNode[][] = [[]]
  for (const node of tree.type === 'Value' ? tree.children : []) {
    if (node.type === 'Operator' && node.value === ',') items.push([])
    else items.at(-1)?.push(node)
  }
  return items.flatMap((nodes) => itemOf(nodes) ?? [])
}

/** A list of families as CSS, each of them once. */
export function writeFamilies(items: readonly FamilyItem[]): string {
  const texts = items.map(({kind, name}) => {
    if (kind === 'generic') return name
    return kind === 'token' ? `var(--${name})` : string.encode(name, true)
  })
  return [...new Set(texts)].join(', ')
}

function itemOf(nodes: readonly CssNode[]): FamilyItem | undefined {
  const [first] = nodes
  if (first?.type === 'String') return {kind: 'family', name: first.value.trim()}
  if (first?.type === 'Function') {
    const token = /^var\(--(?<name>[\w-]+)\)$/u.exec(generate(first))?.groups?.['name']
    return token === undefined ? undefined : {kind: 'token', name: token}
  }
  const words = nodes.flatMap((node) => (node.type === 'Identifier' ? node.name : []))
  const name = words.join(' ')
  if (name === '') return undefined
  return words.length === 1 && generics.has(name.toLowerCase())
    ? {kind: 'generic', name: name.toLowerCase()}
    : {kind: 'family', name}
}
