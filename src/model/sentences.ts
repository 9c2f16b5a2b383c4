import type {PhrasingContent} from 'mdast'

const mark = /[。！？!?.]/gu
const closing = /^[”’）」』]/u

/** Never at the end of a sentence. */
const always = new Set(
  'vs cf dr mr mrs ms prof st fig figs eq eqs sec secs ch vol vols pp approx resp viz ed eds ref refs thm def e.g i.e ca'.split(
    ' ',
  ),
)
/** Only before a number. */
const beforeNumbers = new Set(['no', 'nos', 'p', 'art', 'pt'])
/** Unless a capital follows. */
const beforeSmall = new Set(['etc', 'al', 'inc', 'ltd', 'co', 'corp', 'jr', 'sr', 'a.m', 'p.m', 'dept', 'univ'])

/**
 * Whether a mark in a text ends a sentence. By rules of ours: `Intl.Segmenter` knows no abbreviations and divides as the ICU of the machine
 * does, so that files would differ; packages for it, such as sentencex, bring tables of all languages for these few.
 */
function endsSentence(text: string, at: number): boolean {
  return !isInside(text, at) && endsWords(text, at)
}

/** Whether a mark is in brackets that its sentence goes on after: those that begin a sentence hold one. */
function isInside(text: string, at: number): boolean {
  const open: number[] = []
  for (const {0: bracket, index} of text.slice(0, at).matchAll(/[(（)）]/gu)) {
    if ('(（'.includes(bracket)) open.push(index)
    else open.pop()
  }
  const [start] = open
  if (start === undefined || !/[)）]/u.test(text.slice(at))) return false
  const holdsSentence = /(?:^|[。！？!?.][”’」』]?)\s*$/u.test(text.slice(0, start))
  return !(holdsSentence && open.length === 1 && /^[。！？!?.]*[”’」』]?[)）]/u.test(text.slice(at + 1)))
}

function endsWords(text: string, at: number): boolean {
  const after = text.slice(at + 1)
  if (/[。！？]/u.test(text[at] ?? '')) return true
  if (text[at] !== '.') return after === '' || /^(?:\s|["'”’）)」』]|\p{Script=Han})/u.test(after)
  if (!/^(?:\s|$)/u.test(after)) return false
  const next = after.trimStart()
  // What goes on in small letters is one sentence: after an ellipsis, an abbreviation, a number of an item.
  if (/^\p{Ll}/u.test(next)) return false
  return !isAbbreviated(text.slice(0, at), next)
}

/** Whether the point between two texts belongs to the word before it. */
function isAbbreviated(before: string, next: string): boolean {
  const word = /(?<![\p{L}\p{N}.])(?:\p{L}\.)*\p{L}+$/u.exec(before)?.[0] ?? ''
  const name = word.toLowerCase()
  if (always.has(name)) return true
  if (beforeNumbers.has(name)) return /^[\d§]/u.test(next)
  if (beforeSmall.has(name)) return next !== '' && !/^(?:\p{Lu}|\p{Script=Han})/u.test(next)
  // Initials of a name, and the number that an item begins with.
  return /^\p{Lu}(?:\.\p{Lu})*$/u.test(word) || /^\s*\d+$/u.test(before)
}

/** Ends of the sentences in a text: the places after their last mark or closing quotation mark. */
export function endsIn(text: string): number[] {
  return Array.from(text.matchAll(mark), ({index}) => index).flatMap((at) => {
    if (!endsSentence(text, at)) return []
    const rest = text.slice(at + 1)
    // Of several marks the last one ends it.
    if (/^[。！？!?]/u.test(rest) || (text[at] === '.' && rest === '')) return []
    const end = at + 1 + (text[at] !== '.' && closing.test(rest) ? 1 : 0)
    return [end]
  })
}

function isEnded(text: string): boolean {
  const written = text.trimEnd().replace(/[”’）」』]$/u, '')
  return /[。！？!?.]$/u.test(written) && endsSentence(written, written.length - 1)
}

/**
 * A paragraph as its sentences. They end in text that stands directly in the paragraph; the mark of a note stays with the
 * sentence before it.
 */
export function sentencesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const sentences: PhrasingContent[][] = []
  let isOpen = false
  for (const child of children) {
    const nodes: PhrasingContent[] =
      child.type === 'text' ? partsOf(child.value).map((value) => ({...child, value})) : [child]
    for (const node of nodes) {
      const last = sentences.at(-1)
      if (last && (isOpen || node.type === 'footnoteReference')) last.push(node)
      else sentences.push([node])
      if (node.type !== 'footnoteReference') isOpen = !(node.type === 'text' && isEnded(node.value))
    }
  }
  return sentences
}

function partsOf(text: string): string[] {
  const ends = [0, ...endsIn(text), text.length]
  return ends.map((end, index) => text.slice(end, ends[index + 1] ?? end)).filter(Boolean)
}
