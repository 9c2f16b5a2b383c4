/** CSS Syntax 3, 4.3.5; `<` must not end the style element. */
export function cssString(text: string): string {
  return `"${text.replaceAll(/["\\<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}
