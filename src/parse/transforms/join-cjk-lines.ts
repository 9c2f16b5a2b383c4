import type {Nodes, Parents, Root, Text} from 'mdast'

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef“”‘’…—]/u
const closing = '，。、；：！？）」』》〉】〕'
const opening = '（「『《〈【〔'
const phrasing = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'inlineRole',
  'text',
  'inlineCode',
  'inlineMath',
  'citation',
  'crossReference',
])

/**
 * Removes soft line breaks between two Chinese (or Japanese) characters, or beside their punctuation, also across emphasis and links: HTML would
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
  const following = firstCharactersAfter(run)
  let last = ''
  for (const [index, text] of run.entries()) {
    text.value = text.value.split('\n').reduce((joined, line) => {
      const before = lastCharacter(joined) || last
      const after = firstCharacter(line) || (following[index] ?? '')
      return joined + (isJoined(before, after) ? '' : '\n') + line
    })
    last = lastCharacter(text.value) || last
  }
}

/** Full-width punctuation has its own space, also beside Latin letters. */
const isJoined = (before: string, after: string) =>
  (wide.test(before) && wide.test(after)) ||
  (before !== '' && closing.includes(before)) ||
  (after !== '' && opening.includes(after))

/** For each text, the first character of those after it. */
function firstCharactersAfter(run: readonly Text[]): string[] {
  const firsts: string[] = []
  let first = ''
  for (let index = run.length - 1; index >= 0; index--) {
    firsts[index] = first
    first = firstCharacter(run[index]?.value ?? '') || first
  }
  return firsts
}

const lastCharacter = (value: string) => Array.from(value.slice(-2)).at(-1) ?? ''
const firstCharacter = (value: string) => Array.from(value.slice(0, 2))[0] ?? ''
