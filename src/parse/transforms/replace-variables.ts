import type {Nodes, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {ParseContext} from '../../model/parse-context.ts'

/** `{{name}}`, and Quarto's `{{< var name >}}`. */
const variable = /\{\{(?:<\s*(?:var|meta)\s+(?<quarto>[\w.-]+)\s*>|\s*(?<name>[\p{L}_][\p{L}\p{N}_.-]*)\s*)\}\}/gu

/** Puts the course's variables into the text and the addresses; in a course without any, double braces are text. */
export function replaceVariables(tree: Root, file: VFile, {variables}: ParseContext): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = fill(node.value, node)
    else if (node.type === 'link' || node.type === 'image' || node.type === 'figure') node.url = fill(node.url, node)
  })

  function fill(text: string, place: Nodes): string {
    return text.replaceAll(variable, (written: string, ...rest: unknown[]) => {
      const {name: own, quarto} = rest.at(-1) as {quarto?: string; name?: string}
      const name = quarto ?? own ?? ''
      // With blanks it is no address of Markdown's: a value would hide that.
      if (opensAddress.test(text.slice(0, Number(rest.at(-3))))) return written
      const value = variables.get(name)
      if (value === undefined && (variables.size > 0 || quarto)) report(name, place)
      return value ?? written
    })
  }

  function report(name: string, place: Nodes): void {
    reportProblem(file, {
      ruleId: 'variable-is-defined',
      reason: `变量 \`${name}\` 没有定义 / Unexpected variable \`${name}\``,
      place,
      hint:
        variables.size > 0
          ? hintNearest(name, [...variables.keys()])
          : '在 course.yml 的 variables 里定义 / define it under variables in course.yml',
    })
  }
}

const opensAddress = /\]\([^()\s]*$/u
