import {generate, parse, walk, type Declaration} from 'css-tree'
import type {VFile} from 'vfile'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {readFamilies} from './family-list.ts'

interface NamedFamily {
  readonly name: string
  readonly node: Declaration
  /** Whether it is given to a font, and not asked for. */
  readonly isGiven: boolean
}

/** Families of the fonts that a style sheet holds itself, as data in `@font-face`. */
export function familiesGiven(css: string): string[] {
  return familiesIn(css).flatMap(({isGiven, name}) => (isGiven ? [name] : []))
}

/** Reports families that a theme's style sheet names and that neither theme nor course has: they would be fonts of the machine that builds. */
export function checkFamilies(file: VFile, known: readonly string[]): void {
  const names = new Set(known.map((name) => name.toLowerCase()))
  for (const {isGiven, name, node} of familiesIn(String(file))) {
    if (isGiven || names.has(name.toLowerCase())) continue
    reportProblem(file, {
      ruleId: 'font-is-usable',
      reason: `没有字体 \`${name}\` / Unexpected font family \`${name}\`: neither the theme nor the course brings it`,
      place: node.loc ? {start: node.loc.start, end: node.loc.end} : undefined,
      hint: `${hintNearest(name, known)}；也可把字体文件写进 course.yml 的 fonts / or add its files to \`fonts\` in course.yml`,
    })
  }
}

function familiesIn(css: string): NamedFamily[] {
  const found: NamedFamily[] = []
  walk(parse(css, {positions: true, onParseError: () => undefined}), function visit(node) {
    if (node.type !== 'Declaration' || node.property.toLowerCase() !== 'font-family') return
    const isGiven = this.atrule?.name.toLowerCase() === 'font-face'
    for (const item of readFamilies(generate(node.value))) {
      if (item.kind === 'family' && !wide.has(item.name.toLowerCase())) found.push({name: item.name, node, isGiven})
    }
  })
  return found
}

/** Keywords of all properties (CSS Cascade 5, 7.3). */
const wide = new Set(['inherit', 'initial', 'revert', 'revert-layer', 'unset'])
