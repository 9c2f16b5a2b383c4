/** Tags that Sphinx sets by itself, and lectern's outputs for which they would be set: its EPUB is made of HTML. */
const tags: Readonly<Record<string, readonly string[]>> = {
  html: ['slides', 'epub'],
  builder_html: ['slides'],
  builder_dirhtml: ['slides'],
  builder_singlehtml: ['slides'],
  builder_epub: ['epub'],
  epub: ['epub'],
  format_html: ['slides', 'epub'],
  format_latex: ['pdf'],
  latex: ['pdf'],
  builder_latex: ['pdf'],
  pdf: ['pdf'],
}

const outputs = ['slides', 'epub', 'pdf'] as const

/**
 * The outputs for which an expression of Sphinx's `only` holds, such as `html or not latex`; `undefined` where it is of tags that a
 * project sets itself, has parentheses, or holds for none.
 */
export function outputsWhere(expression: string): readonly string[] | undefined {
  const alternatives = expression
    .split(/\s+or\s+/u)
    .map((part) => part.split(/\s+and\s+/u).map((term) => readTerm(term)))
  if (alternatives.flat().some(({named}) => named === undefined)) return undefined
  const found = outputs.filter((output) =>
    alternatives.some((terms) => terms.every(({isNot, named}) => named?.includes(output) !== isNot)),
  )
  return found.length > 0 ? found : undefined
}

function readTerm(term: string): {readonly isNot: boolean; readonly named: readonly string[] | undefined} {
  const {not, tag = ''} = /^(?<not>not\s+)?(?<tag>\w+)$/u.exec(term.trim())?.groups ?? {}
  return {isNot: not !== undefined, named: Object.hasOwn(tags, tag) ? tags[tag] : undefined}
}
