/** Stands for a formula, a note's mark, a ruby reading or an item's bullet inside a text. */
export const placeholder = '\uFFFC'

/** Stands for a word that is left for the reader to fill in. */
export const blankMark = '\uFFFB'

/** White space and invisible characters; and the bullet, which is how Chromium writes
 * an emphasis dot into a PDF; skin tones, which a one-coloured font does not show. */
const insignificant = /\s|\u00AD|[\u200B-\u200F]|\u2022|[\u{1F3FB}-\u{1F3FF}]|\u2060|\uFE0E|\uFE0F|\uFEFF/gu

const rightToLeft = String.raw`[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]`
/** Words from right to left, with the figures and signs between them. */
const rightToLeftRun = new RegExp(String.raw`${rightToLeft}(?:[^\p{L}\uFFFB\uFFFC]{0,20}${rightToLeft})*`, 'gu')

/**
 * A text as it is compared: without what is insignificant, in compatibility form, since PDF readers give ligatures and
 * radicals for what fonts draw alike. Of words from right to left, which a PDF has in the order of painting, the characters in the
 * order of Unicode.
 */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(insignificant, '')
    .replaceAll(rightToLeftRun, (run) => Array.from(run).toSorted().join(''))
}
