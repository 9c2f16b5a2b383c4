import {markdownLineEndingOrSpace} from 'micromark-util-character'
import type {Construct, Extension, Tokenizer} from 'micromark-util-types'

const colon = 58

/**
 * Definition lists, asked only where a colon has space behind it: the construct looks for its term first, back through all of the
 * chapter, and each line of `:::` would cost as much as stands before it.
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
      effects.exit('data')
      return (next) => (next === null || markdownLineEndingOrSpace(next) ? ok(next) : nok(next))
    }
  },
}
