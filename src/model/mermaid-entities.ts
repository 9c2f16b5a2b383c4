import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/**
 * Replaces the entities of a Mermaid diagram, `#9829;` and `#infin;`; those for which `by` gives nothing stay. In lines of styles they are
 * colours.
 */
export const replaceEntities = (source: string, by: (character: string) => string | undefined): string =>
  source.replaceAll(/^(?!\s*(?:style|classDef|linkStyle)\b).*$/gmu, (line) =>
    line.replaceAll(/#(?<name>\d{1,7}|[A-Za-z]\w*);/gu, (written, name: string) => {
      const character = /^\d/u.test(name) ? fromCode(Number(name)) : decodeNamedCharacterReference(name)
      return (character !== false && by(character)) || written
    }),
  )

/** `false` for halves of a surrogate pair, and beyond the last code point. */
const fromCode = (code: number): string | false =>
  code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) && String.fromCodePoint(code)

/** Characters that may be signs of Mermaid's syntax. */
export const isAscii = (character: string): boolean => character <= '\u007F'
