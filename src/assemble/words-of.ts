/** The words of an attribute such as `"obj-1 obj-2"` or `"epub, pdf"`. */
export const wordsOf = (value: string | null | undefined): string[] => (value ?? '').split(/[\s,]+/u).filter(Boolean)
