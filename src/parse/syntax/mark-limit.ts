import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Construct, Extension, Point, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {limits} from '../../diagnostics/limits.ts'

/** Marks that come in pairs, for which a parser looks back at all that stand before: `!`, `*`, `[`, `]`, `_`, `~`. */
const paired = [33, 42, 91, 93, 95, 126]
/** Marks whose end a parser looks for in all that stands behind: `$`, `:`, `<` and `` ` ``. */
const single = [36, 58, 60, 96]

/** Marks that are read as many as stand together. */
const together: ReadonlySet<number> = new Set([36, 42, 95, 96, 126])

interface Count {
  pairs: number
  all: number
  /** Single marks for which no end was found. */
  unclosed: number
  /** Number of events when the last single mark was tried, until it is known what came of it. */
  tried: number | undefined
  isBeyond: boolean
}

/** What comes between two marks where the first was none. */
const plain: ReadonlySet<string> = new Set([
  'data',
  'lineEnding',
  'linePrefix',
  'lineSuffix',
  'characterEscape',
  'escapeMarker',
  'characterEscapeValue',
])

/** Whether nothing came of the single mark that was tried last. */
const cameToNothing = ({events}: TokenizeContext, from: number) =>
  events.slice(from).every(([, token]) => plain.has(token.type))

const isTooMuch = ({all, pairs, unclosed}: Count, isPaired: boolean) =>
  all > limits.marks.most || unclosed > limits.unclosed.most || (isPaired && pairs > limits.pairs.most)

/**
 * Counts the marks of each paragraph, heading and cell. Beyond the limits they are text as they are typed, and so is the rest of
 * their line: no paragraph takes a parser more than some seconds. `found` is given the place of the first. It has to be the last of
 * the extensions, since that is asked first.
 */
export function markLimit(found: Point[]): Extension {
  const counts = new WeakMap<TokenizeContext, Count>()
  const gate = (mark: number, isPaired: boolean): Construct => {
    const isRun = together.has(mark)
    const tokenize: Tokenizer = function (effects, ok, nok) {
      const count = counts.get(this) ?? {pairs: 0, all: 0, unclosed: 0, tried: undefined, isBeyond: false}
      counts.set(this, count)
      if (count.tried !== undefined && cameToNothing(this, count.tried)) count.unclosed++
      count.tried = isPaired ? undefined : this.events.length
      const place = this.now()
      return start

      function start(code: Code): State | undefined {
        effects.enter('data')
        return run(code)
      }

      function run(code: Code): State | undefined {
        if (code !== mark) return end(code)
        count.all++
        if (isPaired) count.pairs++
        effects.consume(code)
        return isRun ? run : end
      }

      function end(code: Code): State | undefined {
        if (!isTooMuch(count, isPaired)) return nok(code)
        if (!count.isBeyond) found.push(place)
        count.isBeyond = true
        return toEndOfLine(code)
      }

      // In one piece: some constructs look back over all the pieces before them.
      function toEndOfLine(code: Code): State | undefined {
        if (code === null || markdownLineEnding(code)) {
          effects.exit('data')
          return ok(code)
        }
        effects.consume(code)
        return toEndOfLine
      }
    }
    // The constructs of `` ` `` and `:` ask for no less.
    return {name: 'markLimit', tokenize, previous: (code) => code !== mark}
  }
  const gates = [
    ...paired.map((code) => [code, gate(code, true)] as const),
    ...single.map((code) => [code, gate(code, false)] as const),
  ]
  return {text: Object.fromEntries(gates)}
}
