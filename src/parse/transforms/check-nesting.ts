import type {Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'
import {limits} from '../../diagnostics/limits.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'

/** Each level takes some of the line; a page has room for this many. */
const roomFor = limits.indents.most
const indenting = new Set(['blockquote', 'list', 'containerDirective', 'defListDescription'])

/** Reports what stands inside so many lists, quotes and containers that it would run off the page. */
export function checkNesting(tree: Root, file: VFile): void {
  walk(tree, 0, file)
}

function walk(node: Nodes, depth: number, file: VFile): void {
  const inside = indenting.has(node.type) ? depth + 1 : depth
  if (inside > roomFor) {
    reportProblem(file, {
      ruleId: 'nesting-is-shallow',
      reason: `第 ${inside} 层嵌套，页面放不下 / Unexpected nesting of ${inside} levels, expected at most ${roomFor}`,
      place: node,
      hint: '拆成几节 / take it apart into sections',
    })
    return
  }
  if ('children' in node) for (const child of node.children) walk(child, inside, file)
}
