import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {NameOperand, textOf, type Operand} from '../../../src/coverage/pdf/accessibility/content/operands.ts'
import {readOperators} from '../../../src/coverage/pdf/accessibility/content/read-operators.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

function read(content: string | Uint8Array): unknown[] {
  const found: unknown[] = []
  readOperators(typeof content === 'string' ? bytesOf(content) : content, (operator, operands) =>
    found.push([operator, ...operands.map((operand) => plain(operand))]),
  )
  return found
}

/** Strings as text, names with their slash. */
function plain(operand: Operand): unknown {
  if (operand instanceof NameOperand) return `/${operand.name}`
  if (operand instanceof Uint8Array) return textOf(operand)
  if (operand instanceof Map) {
    return Object.fromEntries([...(operand as Map<string, Operand>)].map(([key, value]) => [key, plain(value)]))
  }
  return Array.isArray(operand) ? (operand as Operand[]).map((one) => plain(one)) : operand
}

describe('operators of a content stream', () => {
  test.each([
    ['numbers', '1 -2 +.5 -.25 3. cm', [['cm', 1, -2, 0.5, -0.25, 3]]],
    [
      'names',
      '/F#231 12 Tf/Im0 Do',
      [
        ['Tf', '/F#1', 12],
        ['Do', '/Im0'],
      ],
    ],
    ['strings', String.raw`(a\(b\)(c)\\\n\101\0) Tj`, [['Tj', 'a(b)(c)\\\nA\u0000']]],
    ['a line that goes on', '(a\\\nb\\\r\nc) Tj', [['Tj', 'abc']]],
    [
      'hexadecimal strings',
      '<41 4\n2 5> Tj <> Tj',
      [
        ['Tj', 'ABP'],
        ['Tj', ''],
      ],
    ],
    ['arrays', '[(a) -20 <42>]TJ', [['TJ', ['a', -20, 'B']]]],
    [
      'dictionaries',
      '/P <</MCID 3/Lang(zh)/A[1 2]/B<</C true/D null>>>>BDC',
      [['BDC', '/P', {MCID: 3, Lang: 'zh', A: [1, 2], B: {C: true, D: null}}]],
    ],
    ['comments', '1 % two ( < [\r2 w % end', [['w', 1, 2]]],
    ['operators with signs', "(a)' T* f* b*", [["'", 'a'], ['T*'], ['f*'], ['b*']]],
    ['an image', 'q BI /W 2 /H 1 ID ab EIc\u0000( EI Q', [['q'], ['BI', '/W', 2, '/H', 1], ['Q']]],
    ['wide text', '<FEFF8BFE> Tj', [['Tj', '课']]],
    ['nothing', ' % only words', []],
  ])('%s', (_what, content, expected) => {
    expect(read(content)).toEqual(expected)
  })

  test.each(['(a', '<41', '[1 2', '/P <</MCID 3', 'BI ID abc'])('%j ends too early', (content) => {
    expect(() => read(content)).toThrow(/content stream ends/u)
  })

  test('of any bytes are read, or the stream is said to end too early', () => {
    const parts = fc.constantFrom(
      '(',
      ')',
      '<',
      '>',
      '<<',
      '>>',
      '[',
      ']',
      '/',
      '%',
      '\\',
      'BI ',
      ' ID ',
      ' EI ',
      '1',
      'a',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(parts), (pieces) => {
        try {
          read(pieces.join(''))
        } catch (error) {
          expect(String(error)).toMatch(/content stream ends/u)
        }
      }),
      {numRuns: 2000},
    )
  })
})
