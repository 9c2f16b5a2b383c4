import type {Nodes, Parents, Root, Text} from 'mdast'

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef“”‘’…—]/u
const phrasing = new Set(['emphasis', 'strong', 'delete', 'link', 'inlineRole', 'text', 'inlineCode', 'inlineMath'])

/**
 * Removes soft line breaks between two Chinese (or Japanese) characters, also across emphasis and links: HTML would
 * show a space. Pandoc: `east_asian_line_breaks`.
 */
export function joinCjkLines(tree: Root): void {
  const texts: Text[] = []
  collect(tree, texts)
}

function collect(node: Nodes, run: Text[]): void {
  if (node.type === 'text') {
    run.push(node)
    return
  }
  if (!('children' in node)) {
    // Code and formulas count as Latin: a break beside them stays a space.
    if (phrasing.has(node.type)) run.push({type: 'text', value: 'x'})
    return
  }
  if (phrasing.has(node.type)) {
    for (const child of node.children) collect(child, run)
    return
  }
  collectParagraph(node)
}

function collectParagraph(parent: Parents): void {
  const run: Text[] = []
  for (const child of parent.children) collect(child, run)
  for (const [index, text] of run.entries()) {
    text.value = text.value.split('\n').reduce((joined, line) => {
      const before = lastCharacter(joined) || lastCharacter(textBefore(run, index))
      const after = firstCharacter(line) || firstCharacter(textAfter(run, index))
      return joined + (wide.test(before) && wide.test(after) ? '' : '\n') + line
    })
  }
}

const textBefore = (run: readonly Text[], index: number) =>
  run
    .slice(0, index)
    .map((text) => text.value)
    .join('')
const textAfter = (run: readonly Text[], index: number) =>
  run
    .slice(index + 1)
    .map((text) => text.value)
    .join('')
const lastCharacter = (value: string) => Array.from(value.slice(-2)).at(-1) ?? ''
const firstCharacter = (value: string) => Array.from(value.slice(0, 2))[0] ?? ''
