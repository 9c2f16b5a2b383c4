/** Spaces and controls need no glyph. */
export const isInvisible = (code: number): boolean => /[\p{Z}\p{C}]|\ufe0e|\ufe0f/u.test(String.fromCodePoint(code))
