import {markdownLineEnding} from 'micromark-util-character'
import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import type {Code, Construct, Extension, State, Tokenizer} from 'micromark-util-types'
import {attributesAt} from '../attributes.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributeBlock: 'attributeBlock'
  }
}

const openBrace = 123
const closeBrace = 125
const backslash = 92
/** A line of nothing but openings would take the square of its length. */
const longest = 4000
const quotes: ReadonlySet<Code> = new Set([34, 39])
/** `)`, `]` and a backtick end what can have attributes. */
const endings = new Set([41, 93, 96])

const tokenizeBlock: Tokenizer = function (effects, ok, nok) {
  const follows = endings.has(this.previous ?? 0)
  let text = ''
  let quote: Code = null
  return start

  function start(code: Code): State | undefined {
    effects.enter('attributeBlock')
    return take(code, inside)
  }

  function take(code: Code, then: State): State {
    text += code !== null && code > 0 ? String.fromCodePoint(code) : ' '
    effects.consume(code)
    return then
  }

  function isEnd(code: Code): boolean {
    return code === null || markdownLineEnding(code) || text.length > longest
  }

  function inside(code: Code): State | undefined {
    if (isEnd(code) || (code === openBrace && quote === null)) return nok(code)
    if (code === closeBrace && quote === null) return take(code, end)
    if (code === quote) quote = null
    else if (quote === null && quotes.has(code) && text.endsWith('=')) quote = code
    return take(code, code === backslash && quote !== null ? escaped : inside)
  }

  function escaped(code: Code): State | undefined {
    return isEnd(code) ? nok(code) : take(code, inside)
  }

  function end(code: Code): State | undefined {
    const isWhole = attributesAt(text, 0)?.end === text.length
    if (!isWhole || (!follows && !/^\{\s*(?:[#.]|[\w-]+=["'])/u.test(text))) return nok(code)
    effects.exit('attributeBlock')
    return ok(code)
  }
}

const attributeBlock: Construct = {name: 'attributeBlock', tokenize: tokenizeBlock}

/**
 * Micromark syntax of Pandoc's attribute blocks in text: what stands between the braces is no Markdown, so that a value may
 * have dollars, asterisks, tags and escaped quotes.
 */
export const attributeSyntax = (): Extension => ({text: {[openBrace]: attributeBlock}})

/** The block stays in the text as it is written: what it belongs to is known later. */
export const attributesFromMarkdown = (): FromMarkdown => ({
  enter: {
    attributeBlock(token) {
      this.config.enter['data']?.call(this, token)
    },
  },
  exit: {
    attributeBlock(token) {
      this.config.exit['data']?.call(this, token)
    },
  },
})
