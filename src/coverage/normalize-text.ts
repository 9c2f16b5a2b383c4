/** Stands for a formula, a note's mark, a ruby reading or an item's bullet inside a text. */
export const placeholder = '\uFFFC'

/** Stands for a word that is left for the reader to fill in. */
export const blankMark = '\uFFFB'

/** White space and invisible characters; and the bullet, which is how Chromium writes
 * an emphasis dot into a PDF; skin tones, which a one-coloured font does not show. */
const insignificant = /\s|\u00AD|[\u200B-\u200F]|\u2022|[\u{1F3FB}-\u{1F3FF}]|\u2060|\uFE0E|\uFE0F|\uFEFF/gu

/**
 * A text as it is compared: without what is insignificant, in compatibility form, since PDF readers give ligatures and
 * radicals for what fonts draw alike.
 */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replaceAll(insignificant, '')
}
