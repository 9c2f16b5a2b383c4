import {nameOf, type Operand} from '../content/operands.ts'
import {readOperators} from '../content/read-operators.ts'

/** What an embedded CMap says (ISO 32000-1, 9.7.5 and 9.10.3). */
export interface CMap {
  /** How many bytes a code has: that of the first range that its bytes lie in. */
  readonly codespaces: readonly Range[]
  readonly cids: readonly (Range & {readonly cid: number})[]
  /** Texts, by code. */
  readonly unicode: ReadonlyMap<number, string>
  readonly writingMode: number
  /** Names of other CMaps that it uses. */
  readonly uses: readonly string[]
}

interface Range {
  readonly low: number
  readonly high: number
  /** In bytes. */
  readonly length: number
}

/** No code has more than four bytes, and no font more glyphs: a range beyond is a mistake and is cut. */
const longestRange = 65_536

export function readCMap(bytes: Uint8Array): CMap {
  const codespaces: Range[] = []
  const cids: (Range & {cid: number})[] = []
  const unicode = new Map<number, string>()
  const uses: string[] = []
  let writingMode = 0
  readOperators(bytes, (operator, operands) => {
    switch (operator) {
      case 'endcodespacerange':
        for (const [low, high] of groupsOf(operands, 2)) codespaces.push(rangeOf(low, high))
        break
      case 'endcidrange':
        for (const [low, high, cid] of groupsOf(operands, 3)) cids.push({...rangeOf(low, high), cid: Number(cid)})
        break
      case 'endcidchar':
        for (const [code, cid] of groupsOf(operands, 2)) cids.push({...rangeOf(code, code), cid: Number(cid)})
        break
      case 'endbfchar':
        for (const [code, text] of groupsOf(operands, 2)) unicode.set(codeOf(code), textOf(text))
        break
      case 'endbfrange':
        for (const [low, high, text] of groupsOf(operands, 3)) addRange(unicode, rangeOf(low, high), text)
        break
      case 'usecmap':
        uses.push(nameOf(operands[0]))
        break
      case 'def':
        if (nameOf(operands[0]) === 'WMode') writingMode = Number(operands[1])
        break
      default:
    }
  })
  return {codespaces, cids, unicode, writingMode, uses}
}

/** Texts of a range: one of each, or the first, whose last character counts up. */
function addRange(unicode: Map<number, string>, {high, low}: Range, text: Operand | undefined): void {
  const last = Math.min(high, low + longestRange)
  if (Array.isArray(text)) {
    const texts = text as readonly Operand[]
    for (let code = low; code <= last && code - low < texts.length; code++) unicode.set(code, textOf(texts[code - low]))
    return
  }
  const first = Array.from(textOf(text))
  const point = first.pop()?.codePointAt(0)
  if (point === undefined) return
  const before = first.join('')
  for (let code = low; code <= last && point + code - low <= 0x10ffff; code++) {
    unicode.set(code, before + String.fromCodePoint(point + code - low))
  }
}

const rangeOf = (low: Operand | undefined, high: Operand | undefined): Range => ({
  low: codeOf(low),
  high: codeOf(high),
  length: low instanceof Uint8Array ? low.length : 0,
})

const codeOf = (operand: Operand | undefined) =>
  operand instanceof Uint8Array ? operand.reduce((code, byte) => code * 256 + byte, 0) : Number(operand)

const textOf = (operand: Operand | undefined) =>
  operand instanceof Uint8Array ? new TextDecoder('utf-16be', {ignoreBOM: true}).decode(operand) : ''

function groupsOf(operands: readonly Operand[], size: number): (readonly Operand[])[] {
  const count = Math.floor(operands.length / size)
  return Array.from({length: count}, (_value, index) => operands.slice(index * size, (index + 1) * size))
}
