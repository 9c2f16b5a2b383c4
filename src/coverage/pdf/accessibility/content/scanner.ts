import {NameOperand, type Operand} from './operands.ts'
import {readHexString, readLiteralString, type ScannedString} from './scan-string.ts'

/** Kinds of byte (ISO 32000-1, 7.2.2). */
const regular = 0
const space = 1
const delimiter = 2

const kinds = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter

const kindOf = (byte: number | undefined) => (byte === undefined ? space : (kinds[byte] ?? regular))

/** What stands for nothing here: a parenthesis that closes none, and the braces of PostScript. */
const strays = new Set(Buffer.from('){}'))

/** An operator, or a closing bracket. */
export class Keyword {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}

export const end = Symbol('end')
export type Token = Operand | Keyword | typeof end

const constants = new Map<string, Operand>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** Cuts a content stream or CMap into its tokens (ISO 32000-1, 7.2 and 7.3). */
export class Scanner {
  readonly #bytes: Uint8Array
  /** The same bytes. */
  readonly #text: Buffer
  #at = 0
  readonly #keywords = new Map<string, Keyword>()
  readonly #comment: ((text: string) => void) | undefined

  /** `comment` is told every comment, which is no token. */
  constructor(bytes: Uint8Array, comment?: (text: string) => void) {
    this.#bytes = bytes
    this.#comment = comment
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** The next token, an array or a dictionary as a whole; `end` after the last. */
  next(): Token {
    this.#skipSpace()
    while (strays.has(this.#bytes[this.#at] ?? 0)) {
      this.#at++
      this.#skipSpace()
    }
    const byte = this.#bytes[this.#at]
    switch (byte) {
      case undefined:
        return end
      case 0x2f: // /
        return this.#name()
      case 0x28: // (
        return this.#string(readLiteralString(this.#bytes, this.#at))
      case 0x3c: // <
        return this.#bytes[this.#at + 1] === 0x3c
          ? this.#dictionary()
          : this.#string(readHexString(this.#bytes, this.#at))
      case 0x5b: // [
        this.#at++
        return this.#until(']')
      case 0x5d: // ]
        this.#at++
        return this.#keyword(']')
      case 0x3e: // >
        this.#at += 2
        return this.#keyword('>>')
      default:
        return this.#word()
    }
  }

  /** From after `ID` to behind `EI`, which stands alone. */
  skipImage(): void {
    for (let at = this.#at + 1; at < this.#bytes.length; at++) {
      const isEnd = this.#bytes[at] === 0x45 && this.#bytes[at + 1] === 0x49
      if (!isEnd || kindOf(this.#bytes[at - 1]) !== space || kindOf(this.#bytes[at + 2]) !== space) continue
      this.#at = at + 2
      return
    }
    throw new Error('A content stream ends within an image')
  }

  #skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte === 0x25) this.#skipComment()
      else if (byte !== undefined && kindOf(byte) === space) this.#at++
      else return
    }
  }

  #skipComment(): void {
    const start = this.#at
    while (this.#bytes[this.#at] !== undefined && !isLineEnd(this.#bytes[this.#at])) this.#at++
    this.#comment?.(this.#text.toString('utf8', start + 1, this.#at))
  }

  #regular(): string {
    const start = this.#at
    while (kindOf(this.#bytes[this.#at]) === regular) this.#at++
    return this.#text.toString('latin1', start, this.#at)
  }

  #word(): Operand | Keyword {
    const number = this.#number()
    if (number !== undefined) return number
    const word = this.#regular()
    const constant = constants.get(word)
    return constant === undefined ? this.#keyword(word) : constant
  }

  /** Digit by digit: numbers are most of what there is. Absent, and nothing read, when there is none. */
  #number(): number | undefined {
    let at = this.#at
    const sign = this.#bytes[at] === 0x2d ? -1 : 1
    if (this.#bytes[at] === 0x2d || this.#bytes[at] === 0x2b) at++
    let value = 0
    let scale = 0
    for (; kindOf(this.#bytes[at]) === regular; at++) {
      const byte = this.#bytes[at] ?? 0
      if (byte === 0x2e && scale === 0) scale = 1
      else if (byte < 0x30 || byte > 0x39) return undefined
      else {
        value = value * 10 + byte - 0x30
        scale *= 10
      }
    }
    if (at === this.#at) return undefined
    this.#at = at
    return (sign * value) / (scale || 1)
  }

  #keyword(word: string): Keyword {
    const known = this.#keywords.get(word)
    if (known) return known
    const keyword = new Keyword(word)
    this.#keywords.set(word, keyword)
    return keyword
  }

  #string({end: at, value}: ScannedString): Uint8Array {
    this.#at = at
    return value
  }

  #name(): NameOperand {
    this.#at++
    const name = this.#regular().replaceAll(/#(?<code>[\da-f]{2})/giu, (_whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    return new NameOperand(name)
  }

  #until(closing: string): Operand[] {
    const operands: Operand[] = []
    for (;;) {
      const token = this.next()
      if (token === end) throw new Error(`A content stream ends before ${closing}`)
      if (!(token instanceof Keyword)) operands.push(token)
      else if (token.word === closing) return operands
    }
  }

  #dictionary(): ReadonlyMap<string, Operand> {
    this.#at += 2
    const entries = this.#until('>>')
    const dictionary = new Map<string, Operand>()
    for (let index = 0; index + 1 < entries.length; index += 2) {
      const [key, value] = [entries[index], entries[index + 1]]
      if (key instanceof NameOperand && value !== undefined) dictionary.set(key.name, value)
    }
    return dictionary
  }
}

const isLineEnd = (byte: number | undefined) => byte === 10 || byte === 13
