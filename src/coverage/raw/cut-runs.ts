import {lettersOf} from './letters-of.ts'
import type {ScannedLine} from './scan-lines.ts'

/** Words of a line that stay together in every output. */
export interface WordRun {
  readonly line: number
  /** As they are written. */
  readonly written: string
  readonly letters: string
  readonly isConditional: boolean
}

/** Marks the end of words that stay together. */
const cut = '\u0000'

/**
 * Marks of a line that are not shown as they are written, nor what is in them; each is a cut. Quantifiers are bounded, so that no line
 * takes longer than its length.
 */
const marks: readonly RegExp[] = [
  // What a line begins with.
  /^[\s>]*:{2,}\s*[\w-]*/gu,
  /^\s*(?:!!!|\?\?\?\+?|={3})\s+[\w-]*/gu,
  /^\s*\.\.\s+[\w:-]+::/gu,
  /^\s*\([\w:-]+\)=\s*$/gu,
  /^\s*-{1,2}8<-{1,2}.*/gu,
  /^\s*\[[^\]]+\]:\s*(?:<[^>]*>|[!-~]+)(?:\s+["'(].*)?\s*$/gu,
  /^\s*[*]?\[\^?[^\]]*\]:/gu,
  /^(?:\s|>|[-*+]\s|\(?(?:\d+|[a-z]|[ivx]+|[#@]|[一二三四五六七八九十]+)[.)、）]|（[^）]{1,3}）|[①-⑳])+(?:\[[ xX]\]\s)?/gu,
  /^#{1,6}\s*/gu,
  /^Notes?:/gu,
  /^\s*:[\w-]{1,40}:.*/gu,
  // What is not shown.
  /<!--.*?(?:-->|$)/gu,
  /%%.*?(?:%%|$)/gu,
  /\{\{.{0,400}?\}\}|\{%.{0,400}?%\}/gu,
  // The name that MyST gives a formula.
  /\$\$\s*\([\w:.-]{1,80}\)\s*$/gu,
  /\$(?=\S)[^$]*\$(?!\d)/gu,
  // Addresses.
  /\]\((?:<[^>]{0,2000}>|(?:[^()\s<]|\([^()\s]{0,400}\)){0,2000})(?:\s+(?:"[^"]{0,400}"|'[^']{0,400}'|\([^()]{0,400}\)))?\s*\)/gu,
  /(?<![a-z])[a-z][a-z\d+.-]{0,20}:\/\/[!-~]*|(?<!\w)(?:www\.|mailto:)[!-~]+/giu,
  /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gu,
  /\]\[[^\]]{0,400}\]/gu,
  // Names of works, of things and of notes.
  /\[[^[\]]{0,200}@\w[^[\]]{0,200}\]/gu,
  /\[\^[^\]]{0,200}\]/gu,
  /\[![\w-]+\][+-]?/gu,
  /-?@[\w:.#$%&+?<>~/-]+/gu,
  // Attributes, roles and codes.
  /\{docsify-[a-z-]{1,20}\}|\s:id=[\w-]{1,200}\s*$/gu,
  /\{\s*[#.:=-][^{}]{0,2000}\}|\{[^{}=]{0,200}=[^{}]{0,2000}\}/gu,
  /\{[\w:+-]{1,40}\}(?=`)/gu,
  /:page\[[^\]]{0,200}\]|:[a-z][\w-]{0,40}(?=\[)|:[a-z\d][\w+-]{0,40}:/giu,
  /\+\+[\w+]{1,60}\+\+/gu,
  /<\/?[a-z][^<>]{0,4000}>/giu,
  /&#?\w{1,40};/gu,
  /\\(?:begin|end|ref|eqref|label|cite[a-z]*|includegraphics)\*?(?:\[[^\]]{0,200}\])?\{[^{}]{0,400}\}|\\[a-z]+/giu,
]

/** Code; behind a role of MyST or of d2lbook, what that names, which may be shown as anything. */
const codeSpan = /(?<role>\{[\w:+-]{1,40}\}|:[a-z]{1,20}:)?(?<!`)(?<ticks>`+)(?!`)(?<code>.*?[^`])\k<ticks>(?!`)/gu
/** Brackets with backslashes around what may be a formula: what is text is too short to miss. */
const formula =
  /(?<mark>\\{1,2})\((?:(?!\\[()]).){0,400}?\k<mark>\)|(?<square>\\{1,2})\[(?:(?!\\[[\]]).){0,400}?\k<square>\]/gu
const escape = /\\(?=[!-/:-@[-`{-~])[^\w\s]/gu
/** Also radicals, in whose place a finished file has characters. */
const ends = new RegExp(`[${cut}|[\\]{}<>@$\\\\&\u2E80-\u2EF3]+`, 'u')

/** Cuts the lines of a chapter into runs of words; short ones, which occur anywhere, are left out. */
export function cutRuns(lines: readonly ScannedLine[]): WordRun[] {
  return lines.flatMap(({isConditional, kind, line, text}) => {
    if (kind === 'skipped') return []
    const pieces = kind === 'code' ? [text] : textPieces(text)
    return pieces.flatMap((written): WordRun[] => {
      const letters = lettersOf(written)
      return isLong(letters) ? [{line, written: written.trim(), letters, isConditional}] : []
    })
  })
}

function textPieces(text: string): string[] {
  // What is escaped or code is said as it is written, and no mark.
  const said = text
    .replaceAll(codeSpan, (...match: unknown[]) => saidOf(match.at(-1) as Record<string, string | undefined>))
    .replaceAll(formula, cut)
    .replaceAll(escape, ' ')
  const bare = marks.reduce((marked, mark) => marked.replaceAll(mark, cut), said)
  return bare.split(ends).flatMap((piece) => sentences(piece))
}

const saidOf = ({code = '', role}: Record<string, string | undefined>) => (role ? cut : spared(code))

const spared = (code: string) => code.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')

/** The sentences of a text; a short one with what comes behind it, or, at the end, before it. */
function sentences(text: string): string[] {
  const whole: string[] = []
  let begun = ''
  for (const [sentence] of text.matchAll(/[^。！？；.!?;]+[。！？；.!?;]*|^[。！？；.!?;]+/gu)) {
    begun += sentence
    if (!isLong(lettersOf(begun))) continue
    whole.push(begun)
    begun = ''
  }
  return begun === '' ? whole : [...whole.slice(0, -1), (whole.at(-1) ?? '') + begun]
}

/** Chinese, Japanese and Korean characters say as much as two letters of other scripts. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
/** Fewer letters than these are found anywhere. */
const fewest = 8

const isLong = (letters: string) => letters.length + (letters.match(wide)?.length ?? 0) >= fewest
