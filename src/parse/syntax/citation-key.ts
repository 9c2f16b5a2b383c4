import {asciiAlphanumeric} from 'micromark-util-character'
import type {Code, Construct, Extension, State} from 'micromark-util-types'

const at = 64
const underscore = 95

/**
 * `@__key__` is text until citations are recognised: its underscores are a part of the key, as in Pandoc, and no emphasis. Behind a
 * letter or digit it is none, as in mail addresses.
 */
export function citationKeySyntax(): Extension {
  return {text: {[at]: keyWithUnderscore}}
}

const keyWithUnderscore: Construct = {
  name: 'citationKey',
  previous: (code) => !asciiAlphanumeric(code),
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('data')
      effects.consume(code)
      return (next) => (next === underscore ? inside(next) : nok(next))
    }

    function inside(code: Code): State | undefined {
      if (code === underscore || asciiAlphanumeric(code)) {
        effects.consume(code)
        return inside
      }
      effects.exit('data')
      return ok(code)
    }
  },
}
