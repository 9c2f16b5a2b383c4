import type {Link, Root} from 'mdast'
import type {VFile} from 'vfile'
import {EXIT, visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {replaceAt} from '../../model/replace-at.ts'

/** Takes links apart that have links in them, as raw HTML can make them: no output has such. */
export function partLinks(tree: Root, file: VFile): void {
  visit(tree, 'link', (node, index, parent) => {
    if (!parent || index === undefined || !hasLink(node)) return undefined
    reportProblem(file, {
      ruleId: 'html-is-safe',
      reason: `链接里有链接，外层的 \`${node.url}\` 不会输出 / Unexpected link in a link: \`${node.url}\` is left out`,
      place: node,
      hint: '分开写 / write one after the other',
    })
    replaceAt(parent.children, index, node.children)
    return index
  })
}

function hasLink({children}: Link): boolean {
  let found = false
  visit({type: 'root', children}, 'link', () => {
    found = true
    return EXIT
  })
  return found
}
