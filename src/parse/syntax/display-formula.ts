import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, State, Tokenizer} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula'
    formulaFence: 'formulaFence'
    formulaData: 'formulaData'
    formulaAttributes: 'formulaAttributes'
    formulaLabel: 'formulaLabel'
  }
}

const dollar = 36
const backslash = 92
const openBrace = 123
const closeBrace = 125
const openBracket = 40
const closeBracket = 41

/** What MyST names a formula with; after it on one line, a word without such a sign would be a remark. */
const labelName = /^\((?=[a-z])[\w:.-]+\)$/iu
const labelSign = /[\d_:.-]/u

const tokenizeClosingFence: Tokenizer = function (effects, ok, nok) {
  const [, last] = this.events.findLast(([, {type}]) => type === 'formulaData' || type === 'formula') ?? []
  const isOnOneLine = last?.type === 'formulaData' && last.end.line === this.now().line
  let size = 0
  let written = ''
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
    if (code === openBracket) {
      effects.enter('formulaLabel')
      return label(code)
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

  function label(code: Code): State | undefined {
    if (code === null || code < 0) return nok(code)
    written += String.fromCodePoint(code)
    effects.consume(code)
    if (code !== closeBracket) return label
    return (next) => {
      if (!labelName.test(written) || (isOnOneLine && !labelSign.test(written))) return nok(next)
      effects.exit('formulaLabel')
      return space(next)
    }
  }
}

/** A line ending, unless the next line is blank, lazy (outside the container) or the end of the file. */
const tokenizeContinuedLine: Tokenizer = function (effects, ok, nok) {
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

const closingFence: Construct = {partial: true, tokenize: tokenizeClosingFence}
const continuedLine: Construct = {partial: true, tokenize: tokenizeContinuedLine}

const tokenizeDisplay: Tokenizer = function (effects, ok, nok) {
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

/**
 * Micromark syntax of display formulas: `$$ … $$` on lines of its own, on one line or many, with Pandoc attributes after
 * the closing fence (Quarto's `$$ {#eq-x}`) or a name in brackets (MyST's `$$ (eq:x)`). A blank line ends it, as in TeX.
 */
export const displayFormula: Construct = {name: 'formula', concrete: true, tokenize: tokenizeDisplay}
