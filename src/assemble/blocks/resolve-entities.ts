import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/**
 * The text of a Mermaid diagram with its entities, `#9829;` and `#infin;`, as the characters that they are: those that fonts must have are
 * collected from it. ASCII characters stay, since they may be signs of its syntax: `draw-mermaid.ts` has them drawn. Lines of
 * styles have colours.
 */
export const resolveEntities = (source: string): string =>
  source.replaceAll(/^(?!\s*(?:style|classDef|linkStyle)\b).*$/gmu, (line) =>
    line.replaceAll(/#(?<name>\d{1,7}|[A-Za-z]\w*);/gu, (written, name: string) => {
      const character = /^\d/u.test(name) ? fromCode(Number(name)) : decodeNamedCharacterReference(name)
      return character !== false && character > '\u007F' ? character : written
    }),
  )

/** Not of halves of a pair, and of what is no character. */
const fromCode = (code: number): string | false =>
  code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) && String.fromCodePoint(code)
