import type {VFile} from 'vfile'

/** The text that the offsets of a tree are those of. */
export const parsedText = (file: VFile): string => file.data.translated ?? String(file)
