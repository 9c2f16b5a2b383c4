import {markdownLineEnding, markdownLineEndingOrSpace, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula'
    formulaFence: 'formulaFence'
    formulaData: 'formulaData'
    formulaAttributes: 'formulaAttributes'
    inlineFormula: 'inlineFormula'
    inlineFormulaFence: 'inlineFormulaFence'
  }
}

const dollar = 36
const backslash = 92
const openBrace = 123
const closeBrace = 125

/**
 * Micromark syntax of formulas.
 *
 * Display: `$$ … $$` on lines of its own, on one line or many, with Pandoc attributes after the closing fence
 * (Quarto's `$$ {#eq-x}`). A blank line ends it, as in TeX.
 * Inline: `$…$` by Pandoc's rule for money (tex_math_dollars): no space inside the dollars and no digit after the
 * closing one, so that `价格 $5 和 $6` stays text. Two rules of our own keep more money out: no dollar inside, and
 * what starts with a digit has no Chinese outside braces (`$5，共$`).
 */
export function formulaSyntax(): Extension {
  return {flow: {[dollar]: displayFormula}, text: {[dollar]: inlineFormula}}
}

const displayFormula: Construct = {name: 'formula', concrete: true, tokenize: tokenizeDisplay}
const inlineFormula: Construct = {name: 'inlineFormula', tokenize: tokenizeInline, previous: (code) => code !== dollar}
const closingFence: Construct = {partial: true, tokenize: tokenizeClosingFence}
const continuedLine: Construct = {partial: true, tokenize: tokenizeContinuedLine}

function tokenizeDisplay(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupts = this.interrupt
  let size = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('formula')
    effects.enter('formulaFence')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === dollar) {
      size++
      effects.consume(code)
      return opening
    }
    if (size !== 2) return nok(code)
    effects.exit('formulaFence')
    // Only `$$` alone on its line interrupts a paragraph; `$$x$$` within one stays in the text.
    if (interrupts) return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
    return content(code)
  }

  function content(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) return effects.attempt(continuedLine, content, nok)(code)
    if (code === dollar) return effects.attempt(closingFence, after, dollarAsData)(code)
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
    effects.consume(code)
    return code === backslash ? escaped : data
  }

  function escaped(code: Code): State | undefined {
    if (code !== dollar && code !== backslash) return data(code)
    effects.consume(code)
    return data
  }

  function after(code: Code): State | undefined {
    effects.exit('formula')
    return ok(code)
  }
}

function tokenizeClosingFence(effects: Effects, ok: State, nok: State): State {
  let size = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('formulaFence')
    return sequence(code)
  }

  function sequence(code: Code): State | undefined {
    if (code === dollar) {
      size++
      effects.consume(code)
      return sequence
    }
    if (size !== 2) return nok(code)
    effects.exit('formulaFence')
    return space(code)
  }

  function space(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.enter('whitespace')
      effects.consume(code)
      effects.exit('whitespace')
      return space
    }
    if (code === openBrace) {
      effects.enter('formulaAttributes')
      return attributes(code)
    }
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
  }

  function attributes(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    effects.consume(code)
    if (code !== closeBrace) return attributes
    return (next) => {
      effects.exit('formulaAttributes')
      return space(next)
    }
  }
}

/** A line ending, unless the next line is blank, lazy (outside the container) or the end of the file. */
function tokenizeContinuedLine(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isLazy = () => this.parser.lazy[this.now().line]
  return (code) => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }

  function lineStart(code: Code): State | undefined {
    if (isLazy()) return nok(code)
    if (!markdownSpace(code)) return code === null || markdownLineEnding(code) ? nok(code) : ok(code)
    effects.enter('linePrefix')
    return indentation(code)
  }

  function indentation(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return indentation
    }
    effects.exit('linePrefix')
    return code === null || markdownLineEnding(code) ? nok(code) : ok(code)
  }
}

function tokenizeInline(effects: Effects, ok: State, nok: State): State {
  let size = 0
  let depth = 0
  let first: Code = null
  let previous: Code = null
  let hasHan = false
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
    first = code
    return content(code)
  }

  function content(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) {
      previous = code
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return content
    }
    if (code === dollar) {
      const isMoney = size === 1 && (markdownLineEndingOrSpace(previous) || (isDigit(first) && hasHan))
      return isMoney ? nok(code) : effects.attempt(closing, after, size === 1 ? nok : dollarAsData)(code)
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
    previous = code
    if (code === openBrace) depth++
    else if (code === closeBrace) depth--
    else if (depth === 0 && code >= 0x2e80) hasHan = true
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
