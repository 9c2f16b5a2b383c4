/** Stands for a formula, a note's mark or an item's bullet inside a text. */
export const placeholder = '\uFFFC'

/**
 * A text as it is compared: without white space and invisible characters, in compatibility form, since PDF readers give
 * ligatures and radicals for what fonts draw alike.
 */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s|\u00AD|[\u200B-\u200F]|\u2060|\uFE0E|\uFE0F|\uFEFF/gu, '')
}
