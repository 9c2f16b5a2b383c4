const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Length of a text in Chinese characters; any other character counts half. */
export function textLength(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.5), 0)
}
