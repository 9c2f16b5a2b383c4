import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Extension, State, Tokenizer} from 'micromark-util-types'

const colon = 58

/**
 * Definition lists, asked only where a colon has space behind it: the construct looks for its term first, back through all of the
 * chapter, and each line of `:::` would cost as much as everything before it. A colon with nothing behind it is text: it would be a
 * definition that says nothing.
 */
export function withEarlyEnd(extension: Extension): Extension {
  const construct = extension.document?.[colon]
  if (!construct || Array.isArray(construct)) return extension
  return {...extension, document: {...extension.document, [colon]: guarded(construct)}}
}

function guarded(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    return effects.check(colonBeforeSpace, (code) => construct.tokenize.call(this, effects, ok, nok)?.(code), nok)
  }
  return {...construct, tokenize}
}

const colonBeforeSpace: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code !== colon) return nok(code)
      effects.enter('data')
      effects.consume(code)
      return (next) => (markdownSpace(next) ? space(next) : nok(next))
    }

    function space(code: Code): State | undefined {
      if (markdownSpace(code)) {
        effects.consume(code)
        return space
      }
      effects.exit('data')
      return code === null || markdownLineEnding(code) ? nok(code) : ok(code)
    }
  },
}
