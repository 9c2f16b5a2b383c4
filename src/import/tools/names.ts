import {chaptersIn} from '../markdown-files.ts'
import type {Tool} from '../outline.ts'

/** No tool: all Markdown files in the order of their names, the README or index of a folder first. */
export const names: Tool = {
  name: 'names',
  read(files) {
    const chapters = chaptersIn(files, '')
    return chapters.length > 0 ? {parts: [{chapters}]} : undefined
  },
}
