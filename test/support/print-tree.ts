import type {Nodes} from 'mdast'

/** A tree as a person reads it: a node a line, with what it says. */
export function printTree(node: Nodes, depth = 0): string {
  const {attributes, caption} = node.data ?? {}
  const facts = [
    'value' in node ? JSON.stringify(node.value) : '',
    'name' in node ? node.name : '',
    'role' in node ? node.role : '',
    'target' in node ? node.target : '',
    'url' in node ? node.url : '',
    'alt' in node ? `alt=${JSON.stringify(node.alt)}` : '',
    'depth' in node ? `depth=${node.depth}` : '',
    'lang' in node ? (node.lang ?? '') : '',
    'checked' in node && node.checked !== null && node.checked !== undefined ? `checked=${node.checked}` : '',
    node.type === 'containerDirective' ? printAttributes(node.attributes ?? {}) : '',
    node.type === 'inlineRole' ? printAttributes(node.attributes ?? {}) : '',
    attributes?.id ? `#${attributes.id}` : '',
    ...(attributes?.classes ?? []).map((name) => `.${name}`),
    attributes ? printAttributes(attributes.values) : '',
  ].filter(Boolean)
  const line = `${'  '.repeat(depth)}${[node.type, ...facts].join(' ')}\n`
  const below = 'children' in node ? node.children : []
  const captionLines = (caption ?? []).map((child) => printTree(child, depth + 2)).join('')
  const captionBlock = caption ? `${'  '.repeat(depth + 1)}caption\n${captionLines}` : ''
  return line + captionBlock + below.map((child) => printTree(child, depth + 1)).join('')
}

function printAttributes(values: Readonly<Record<string, string | null | undefined>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(' ')
}
