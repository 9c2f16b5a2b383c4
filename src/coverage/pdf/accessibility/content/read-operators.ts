import type {Operand} from './operands.ts'
import {end, Keyword, Scanner} from './scanner.ts'

type Visit = (operator: string, operands: readonly Operand[]) => void

/**
 * Calls `visit` for each operator of a content stream or CMap with the operands before it, in order. An inline image is one
 * operator, `BI`. Throws when the stream ends within a string, an array or a dictionary.
 */
export function readOperators(bytes: Uint8Array, visit: Visit, comment?: (text: string) => void): void {
  const scanner = new Scanner(bytes, comment)
  let operands: Operand[] = []
  for (let token = scanner.next(); token !== end; token = scanner.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token)
      continue
    }
    if (token.word === 'ID') scanner.skipImage()
    // The dictionary of an inline image has no brackets: it stands between BI and ID.
    if (token.word !== 'BI') visit(token.word === 'ID' ? 'BI' : token.word, operands)
    operands = []
  }
}
