import {asciiAlpha, asciiAlphanumeric, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, State, Tokenizer} from 'micromark-util-types'

const colon = 58
const dash = 45
const dot = 46
const openBrace = 123
const closeBrace = 125
const space = 32
const underscore = 95

/**
 * Reads `::: notes`, `::: {.notes #id}` and `:::{notes}` (Pandoc, Quarto, VitePress, MyST) as `:::notes` and `:::notes{#id}`,
 * which is all that the construct knows: what stands before the name belongs to the colons. It is done in the tokenizer, since
 * only that knows what is code and what is HTML.
 */
export function withForeignSpelling(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const reading = readingWritten(effects)
    let state: State | undefined = construct.tokenize.call(this, reading.effects, ok, nok)
    let colons = 0
    return sequence

    /** The construct is given a character and stays behind us. */
    function give(code: Code, then: State): State | undefined {
      state = state?.(code)
      return state && then
    }

    /** The construct goes on alone. */
    function leave(code: Code): State | undefined {
      return state?.(code)
    }

    function sequence(code: Code): State | undefined {
      if (code === colon) {
        colons++
        return give(code, sequence)
      }
      return colons < 3 ? leave(code) : beforeName(code)
    }

    function beforeName(code: Code): State | undefined {
      if (!markdownSpace(code) && code !== openBrace) return leave(code)
      effects.consume(code)
      return code === openBrace ? beforeBracedName : beforeName
    }

    function beforeBracedName(code: Code): State | undefined {
      if (asciiAlpha(code)) return give(code, bracedName)
      if (!markdownSpace(code) && code !== dot) return nok(code)
      effects.consume(code)
      return beforeBracedName
    }

    function bracedName(code: Code): State | undefined {
      if (asciiAlphanumeric(code) || code === dash || code === underscore) return give(code, bracedName)
      if (!markdownSpace(code) && code !== closeBrace) return nok(code)
      // Either the attributes begin, or the brace has nothing else.
      reading.takeFor(code)
      return leave(code === closeBrace ? space : openBrace)
    }
  }
  return {...construct, tokenize}
}

/** Effects that consume what is written, where a construct was given another character in its place. */
function readingWritten(original: Effects): {effects: Effects; takeFor: (written: Code) => void} {
  const written: Code[] = []
  const wrap = (own: Effects): Effects => ({
    ...own,
    consume(code) {
      own.consume(written.pop() ?? code)
    },
    attempt(tried, after, bogus) {
      return own.attempt('tokenize' in tried ? wrapConstruct(tried as Construct) : tried, after, bogus)
    },
  })
  const wrapConstruct = (construct: Construct): Construct => ({
    ...construct,
    tokenize(own, ok, nok) {
      return construct.tokenize.call(this, wrap(own), ok, nok)
    },
  })
  return {effects: wrap(original), takeFor: (code) => void written.push(code)}
}
