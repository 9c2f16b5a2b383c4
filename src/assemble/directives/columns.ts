import type {Columns} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {readWidth} from '../read-width.ts'
import type {Scope} from '../scope.ts'
import {containerBase, content} from './directive-content.ts'

/** `:::columns` with `:::column{width=40%}` inside; what stands in none is one more. */
export function buildColumns(node: Container, scope: Scope): Columns[] {
  const columns = node.children.filter((child): child is Container => {
    return child.type === 'containerDirective' && child.name === 'column'
  })
  const others = node.children.filter((child) => !columns.some((column) => column === child))
  const loose = others.length > 0 ? [{width: '', blocks: scope.chapter.buildBlocks(others, scope)}] : []
  return [
    {
      type: 'columns',
      ...containerBase(node, scope),
      columns: [
        ...columns.map((column) => ({
          width: readWidth(column.attributes?.['width'], column, scope),
          blocks: content(column, scope),
        })),
        ...loose,
      ],
    },
  ]
}
