/** What stands before an operator in a content stream or CMap: numbers, strings as bytes, names, arrays, dictionaries. */
export type Operand =
  | number
  | boolean
  | null
  | Uint8Array
  | NameOperand
  | readonly Operand[]
  | ReadonlyMap<string, Operand>

export class NameOperand {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export const nameOf = (operand: Operand | undefined): string => (operand instanceof NameOperand ? operand.name : '')

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16BE with its mark, else one byte a character. */
export function textOf(operand: Operand | undefined): string | undefined {
  if (!(operand instanceof Uint8Array)) return undefined
  const isWide = operand[0] === 0xfe && operand[1] === 0xff
  return isWide ? new TextDecoder('utf-16be').decode(operand) : Buffer.from(operand).toString('latin1')
}
