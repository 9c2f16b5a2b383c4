/**
 * Name of a place in one of the files of a chapter, or of the beginning of that file. No fragment of an address has a `#`: it is none that
 * an author gave.
 */
export const anchorOf = (path: string, name = ''): string => `${path}#${name}`

export const isAnchorOfFile = (name: string): boolean => name.includes('#')
