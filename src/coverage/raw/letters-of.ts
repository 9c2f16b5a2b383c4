/** Everything but letters and figures; and words from right to left, which a PDF has in the order of painting. */
const others = /[^\p{L}\p{N}]+|[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]+/gu

/** The letters and figures of a text alone, in compatibility form and lower case: what stays the same whatever marks surround it. */
export const lettersOf = (text: string): string => text.normalize('NFKC').replaceAll(others, '').toLowerCase()
