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
  isBeyond: boolean
}

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
      const count = counts.get(this) ?? {pairs: 0, all: 0, isBeyond: false}
      counts.set(this, count)
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
        if (count.all <= limits.marks.most && !(isPaired && count.pairs > limits.pairs.most)) return nok(code)
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
