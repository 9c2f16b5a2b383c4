import {markdownLineEnding, markdownLineEndingOrSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, State, Tokenizer} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineFormula: 'inlineFormula'
    inlineFormulaFence: 'inlineFormulaFence'
  }
}

const dollar = 36
const backslash = 92
const openBrace = 123
const closeBrace = 125

const tokenizeInline: Tokenizer = function (effects, ok, nok) {
  let size = 0
  const money = createMoneyRule()
  const closing = inlineClosingFence(() => size)
  return start

  function start(code: Code): State | undefined {
    effects.enter('inlineFormula')
    effects.enter('inlineFormulaFence')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === dollar) {
      size++
      effects.consume(code)
      return opening
    }
    if (size > 2 || code === null || (size === 1 && markdownLineEndingOrSpace(code))) return nok(code)
    effects.exit('inlineFormulaFence')
    return content(code)
  }

  function content(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) {
      money.see(code)
      consumeLineEnding(effects, code)
      return content
    }
    if (code === dollar) {
      return size === 1 && money.isMoney()
        ? nok(code)
        : effects.attempt(closing, after, size === 1 ? nok : dollarAsData)(code)
    }
    effects.enter('formulaData')
    return data(code)
  }

  function dollarAsData(code: Code): State | undefined {
    effects.enter('formulaData')
    effects.consume(code)
    return data
  }

  function data(code: Code): State | undefined {
    if (code === null || code === dollar || markdownLineEnding(code)) {
      effects.exit('formulaData')
      return content(code)
    }
    money.see(code)
    effects.consume(code)
    return code === backslash ? escaped : data
  }

  function escaped(code: Code): State | undefined {
    if (code !== dollar && code !== backslash) return data(code)
    effects.consume(code)
    return data
  }

  function after(code: Code): State | undefined {
    effects.exit('inlineFormula')
    return ok(code)
  }
}

/**
 * Micromark syntax of inline formulas: `$…$` by Pandoc's rule for money (tex_math_dollars): no space inside the dollars
 * and no digit after the closing one, so that `价格 $5 和 $6` stays text. Two rules of our own keep more money out: no
 * dollar inside, and what starts with a digit has no Chinese outside braces (`$5，共$`).
 */
export const inlineFormula: Construct = {
  name: 'inlineFormula',
  tokenize: tokenizeInline,
  previous: (code) => code !== dollar,
}

function consumeLineEnding(effects: Effects, code: Code): void {
  effects.enter('lineEnding')
  effects.consume(code)
  effects.exit('lineEnding')
}

/** Follows the inside of single dollars and tells, at a dollar, whether it is an amount rather than a formula. */
function createMoneyRule(): {readonly see: (code: Code) => void; readonly isMoney: () => boolean} {
  let depth = 0
  let first: Code = null
  let previous: Code = null
  let hasHan = false
  return {
    see(code) {
      first ??= code
      previous = code
      if (code === openBrace) depth++
      else if (code === closeBrace) depth--
      else if (depth === 0 && code !== null && code >= 0x2e80) hasHan = true
    },
    isMoney: () => markdownLineEndingOrSpace(previous) || (isDigit(first) && hasHan),
  }
}

function inlineClosingFence(size: () => number): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let closed = 0
      return start

      function start(code: Code): State | undefined {
        effects.enter('inlineFormulaFence')
        return sequence(code)
      }

      function sequence(code: Code): State | undefined {
        if (code === dollar && closed < size()) {
          closed++
          effects.consume(code)
          return sequence
        }
        if (closed !== size() || code === dollar || (closed === 1 && isDigit(code))) return nok(code)
        effects.exit('inlineFormulaFence')
        return ok(code)
      }
    },
  }
}

const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57
