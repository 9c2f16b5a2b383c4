import {directive} from 'micromark-extension-directive'
import {asciiAlpha} from 'micromark-util-character'
import type {Code, Construct, Extension, State, Tokenizer} from 'micromark-util-types'
import {roleNames} from '../roles.ts'
import {withForeignSpelling} from './directive-spelling.ts'

const colon = 58
const openBracket = 91

/**
 * Directives, with inline ones kept to a closed list that must carry brackets (`:term[…]`).
 * remark-directive's own inline syntax turns `比例1:n`, `GPT-3:175B` and `localhost:8080` into directives.
 */
export function directiveSyntax(): Extension {
  const all = directive()
  const inline = all.text?.[colon]
  const [container, leaf] = (all.flow?.[colon] ?? []) as readonly Construct[]
  return {
    flow: {[colon]: [withForeignSpelling(container as Construct), leaf as Construct]},
    text: {[colon]: guarded(inline as Construct)},
  }
}

function guarded(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const inner = construct.tokenize.call(this, effects, ok, nok)
    return (code) => effects.check(knownRole, inner, nok)(code)
  }
  return {...construct, tokenize}
}

const knownRole: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let name = ''
    return (code) => {
      effects.enter('data')
      effects.consume(code)
      return inside
    }

    function inside(code: Code): State | undefined {
      if (code === openBracket && roleNames.includes(name)) {
        effects.exit('data')
        return ok(code)
      }
      if (!asciiAlpha(code) || name.length > 12) return nok(code)
      name += String.fromCodePoint(code as number)
      effects.consume(code)
      return inside
    }
  },
}
