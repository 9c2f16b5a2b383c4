import type {Code, Construct, ConstructRecord, Effects, Extension, State, Tokenizer} from 'micromark-util-types'

/**
 * Where a bare address ends although GFM reads on to the next space: in Chinese and Japanese none follows it. Letters of those
 * scripts, their punctuation, and quotation marks, dashes and dots of text.
 */
export const afterAddress =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]/u

const isAfter = (code: Code) =>
  code !== null && code > 0x7f && (afterAddress.test(String.fromCharCode(code)) || (code >= 0xd840 && code <= 0xd88d))

const space = 32

const literals = new Set(['protocolAutolink', 'wwwAutolink'])

/** The constructs of GFM, with bare addresses that end before Chinese text. */
export function endAutolinks(extension: Extension): Extension {
  const text: ConstructRecord = {}
  for (const [code, constructs] of Object.entries(extension.text ?? {}))
    text[code] = [constructs ?? []].flat().map((construct) => endAutolink(construct))
  return {...extension, text}
}

function endAutolink(construct: Construct): Construct {
  if (!literals.has(construct.name ?? '')) return construct
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const reading: Reading = {code: null, isOver: false}
    const over =
      (state: State): State =>
      () => {
        reading.isOver = true
        return state(reading.code)
      }
    return read(construct.tokenize.call(this, within(effects, reading), over(ok), over(nok)), reading)
  }
  return {...construct, tokenize}
}

interface Reading {
  /** The character at hand as it is. */
  code: Code
  /** Whether the construct is done: what follows reads for itself. */
  isOver: boolean
}

/** States to which what ends an address is a space, which none of them consumes. */
function read(state: State, reading: Reading): State {
  return (code) => {
    reading.code = code
    const next = state(isAfter(code) ? space : code)
    return next && !reading.isOver ? read(next, reading) : next
  }
}

/** The same for the constructs that it tries: when they end they tell what the character is. */
function within(effects: Effects, reading: Reading): Effects {
  const asItIs =
    (state: State): State =>
    () =>
      state(reading.code)
  const inner = (constructs: Parameters<Effects['attempt']>[0]) => {
    const construct = constructs as Construct
    const tokenize: Tokenizer = function (own, ok, nok) {
      return construct.tokenize.call(this, within(own, reading), asItIs(ok), asItIs(nok))
    }
    return {...construct, tokenize}
  }
  return {
    ...effects,
    attempt: (constructs, ok, nok) => effects.attempt(inner(constructs), ok, nok),
    check: (constructs, ok, nok) => effects.check(inner(constructs), ok, nok),
  }
}
