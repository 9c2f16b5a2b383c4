import {markdownIn} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {Tool} from '../outline.ts'

/** No tool: all Markdown files in the order of their names, the README or index of a folder first. */
export const names: Tool = {
  name: 'names',
  read(files) {
    const chapters = markdownIn(files, '').toSorted(byNaturalOrder)
    return chapters.length > 0 ? {parts: [{chapters}]} : undefined
  },
}
