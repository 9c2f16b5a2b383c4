const codeFence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?<fence>`{3,}|~{3,})(?<info>.*)$/u
const spacedName = /^(?<indent>[\s>]*):{3,} +(?<name>[a-z][\w-]*)/u
const bracedName = /^(?<indent>[\s>]*)(?<colons>:{3,}) *\{ *\.?(?<name>[a-z][\w-]*)(?<rest>(?: [^}]*)?)\}/u

/**
 * Rewrites `::: notes`, `::: {.notes #id}` and `:::{notes}` (Pandoc, Quarto, VitePress, MyST) to `:::notes` and `:::notes{#id}`, which
 * remark-directive reads; as they are it keeps them as text without a word. Lines keep their length, so that
 * positions stay right. Fenced code is left alone.
 */
export function normaliseFences(markdown: string): string {
  let fence = ''
  const lines = markdown.split('\n').map((line) => {
    const {fence: found = '', info = ''} = codeFence.exec(line)?.groups ?? {}
    if (fence) {
      if (found.startsWith(fence) && !info.trim()) fence = ''
      return line
    }
    // A backtick in the info string makes it inline code (CommonMark 4.5).
    if (found && !(found.startsWith('`') && info.includes('`'))) fence = found
    return line.includes(':::') ? normaliseLine(line) : line
  })
  return lines.join('\n')
}

function normaliseLine(line: string): string {
  const braced = bracedName.exec(line)
  if (braced?.groups) {
    const {indent = '', colons = '', name = '', rest = ''} = braced.groups
    const attributes = rest.trim() ? `{${rest.trim()}}` : ''
    return `${indent}${colons}${name}${attributes}${line.slice(braced[0].length)}`.padEnd(line.length)
  }
  if (spacedName.test(line)) return line.replace(/(?<colons>:{3,}) +/u, '$<colons>').padEnd(line.length)
  return line
}
