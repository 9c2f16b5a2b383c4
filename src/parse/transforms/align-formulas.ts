import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** What determines the nesting of a sign in TeX: environments and groups; and the signs of columns and lines, past those that are escaped. */
const token =
  /(?<opening>\\begin\s*\{(?<name>[^{}]*)\}|\{)|(?<closing>\\end\s*\{[^{}]*\}|\})|(?<sign>\\\\|&)|\\[\s\S]|%[^\n]*/gu

/** Environments that no other contains. */
const whole = /^(?:equation|align|alignat|gather|multline|eqnarray|flalign)\*?$/u

/**
 * A displayed formula with columns or lines and no environment around them, as Sphinx and MyST have it, gets the one that is meant:
 * `aligned` where `&` parts columns, `gathered` where there are lines alone.
 */
export function alignFormulas(tree: Root): void {
  visit(tree, 'math', (node) => {
    const {environments, signs} = topLevel(node.value)
    if (signs.size === 0 || environments.some((name) => whole.test(name))) return
    const environment = signs.has('&') ? 'aligned' : 'gathered'
    node.value = `\\begin{${environment}}\n${node.value}\n\\end{${environment}}`
  })
}

/** The signs of columns and lines outside of any group or environment, and the outermost environments. */
function topLevel(tex: string): {readonly signs: ReadonlySet<string>; readonly environments: readonly string[]} {
  const signs = new Set<string>()
  const environments: string[] = []
  let depth = 0
  for (const {groups = {}} of tex.matchAll(token)) {
    const {closing, name, opening, sign} = groups
    if (depth === 0 && name !== undefined) environments.push(name)
    if (depth === 0 && sign !== undefined) signs.add(sign)
    if (opening !== undefined) depth++
    if (closing !== undefined) depth--
  }
  return {signs, environments}
}
