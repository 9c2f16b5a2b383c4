/** A text in letters alone as it is shown where no font has some of its characters: those that no reading has are their code points. */
export function asCodePoints(letters: string, shown: ReadonlySet<string>): string {
  return Array.from(letters, (letter) => {
    const point = letter.codePointAt(0) ?? 0
    return point < 0x80 || shown.has(letter) ? letter : `u${point.toString(16).padStart(4, '0')}`
  }).join('')
}
