import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {ParseContext} from '../../model/parse-context.ts'

/** `{{name}}`, and Quarto's `{{< var name >}}`. */
const variable = /\{\{(?:<\s*(?:var|meta)\s+(?<quarto>[\w.-]+)\s*>|\s*(?<name>[\p{L}_][\p{L}\p{N}_.-]*)\s*)\}\}/gu

/** Puts the course's variables into the text; in a course without any, double braces are text. */
export function replaceVariables(tree: Root, file: VFile, {variables}: ParseContext): void {
  visit(tree, 'text', (node) => {
    node.value = node.value.replaceAll(variable, (written: string, ...rest: unknown[]) => {
      const groups = rest.at(-1) as {quarto?: string; name?: string}
      const name = groups.quarto ?? groups.name ?? ''
      const value = variables.get(name)
      if (value !== undefined) return value
      if (variables.size > 0 || groups.quarto) {
        reportProblem(file, {
          ruleId: 'variable-is-defined',
          reason: `变量 \`${name}\` 没有定义 / Unexpected variable \`${name}\``,
          place: node,
          hint:
            variables.size > 0
              ? hintNearest(name, [...variables.keys()])
              : '在 course.yml 的 variables 里定义 / define it under variables in course.yml',
        })
      }
      return written
    })
  })
}
