interface Alphabet {
  readonly upper: number
  readonly lower: number
  readonly digit?: number
}

/** Starts of the runs in the Mathematical Alphanumeric Symbols block (Unicode 16, U+1D400–1D7FF). */
const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: {upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce},
  italic: {upper: 0x1d434, lower: 0x1d44e},
  'bold-italic': {upper: 0x1d468, lower: 0x1d482},
  script: {upper: 0x1d49c, lower: 0x1d4b6},
  'bold-script': {upper: 0x1d4d0, lower: 0x1d4ea},
  fraktur: {upper: 0x1d504, lower: 0x1d51e},
  'double-struck': {upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8},
  'bold-fraktur': {upper: 0x1d56c, lower: 0x1d586},
  'sans-serif': {upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2},
  'bold-sans-serif': {upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec},
  'sans-serif-italic': {upper: 0x1d608, lower: 0x1d622},
  'sans-serif-bold-italic': {upper: 0x1d63c, lower: 0x1d656},
  monospace: {upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6},
}

/** Letters that Unicode had before that block, whose places in it are empty. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: {h: 'ℎ'},
  script: {B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ'},
  fraktur: {C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ'},
  'double-struck': {C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ'},
}

/** Latin letters and digits in a MathML `mathvariant`, as Unicode characters; others stay. */
export function toMathAlphanumeric(text: string, variant: string): string {
  const alphabet = alphabets[variant]
  if (!alphabet) return text
  return Array.from(text, (character) => {
    const exception = exceptions[variant]?.[character]
    if (exception) return exception
    const code = character.codePointAt(0) ?? 0
    if (character >= 'A' && character <= 'Z') return String.fromCodePoint(alphabet.upper + code - 65)
    if (character >= 'a' && character <= 'z') return String.fromCodePoint(alphabet.lower + code - 97)
    if (character >= '0' && character <= '9' && alphabet.digit) return String.fromCodePoint(alphabet.digit + code - 48)
    return character
  }).join('')
}
