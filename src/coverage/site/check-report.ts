import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import * as v from 'valibot'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import {coverageSchema, type CoverageJson} from '../report/coverage-schema.ts'

const problem = (reason: string): ArtifactProblem => ({ruleId: 'artifact-opens', reason})

/** `coverage.json` as it was read back: of its schema, and of every block of the course. Absent when it is no report. */
export function checkReportData(
  source: string,
  units: readonly ContentUnit[],
): {readonly report?: CoverageJson; readonly problems: readonly ArtifactProblem[]} {
  const parsed = v.safeParse(coverageSchema, parseJson(source))
  if (!parsed.success) return {problems: [problem('不是覆盖报告 / Not a coverage report')]}
  const report = parsed.output
  if (!report.isVerified) return {report, problems: []}
  const known = new Set(report.units.map(({id}) => id))
  const lost = units.filter(({id}) => !known.has(id))
  return {report, problems: lost.map(({id}) => ({...problem(`报告里没有 / Not in the report: ${id}`), unit: id}))}
}

/** The page of the report has a row for each block, each section and each output of its data. */
export function checkReportPage(tree: Root, {isVerified, targets, units}: CoverageJson): ArtifactProblem[] {
  if (!isVerified) return []
  const tables: {rows: number; isOfBlocks: boolean}[] = []
  let sections = 0
  visit(tree, 'element', (element) => {
    if (element.tagName === 'details') sections++
    if (element.tagName === 'table') tables.push({rows: rowsOf(element), isOfBlocks: sections > 0})
  })
  const blocks = tables.filter(({isOfBlocks}) => isOfBlocks).slice(0, sections)
  const [summary, matrix] = tables.filter(({isOfBlocks}) => !isOfBlocks)
  const count = blocks.reduce((sum, {rows}) => sum + rows, 0)
  return [
    ...differs('块 / blocks', count, units.length),
    ...differs('节 / sections', matrix?.rows ?? 0, sections),
    ...differs('输出 / outputs', summary?.rows ?? 0, targets.length),
  ]
}

function differs(what: string, found: number, expected: number): ArtifactProblem[] {
  return found === expected ? [] : [problem(`${what}: ${found} 行，应为 / rows, expected ${expected}`)]
}

function rowsOf(table: Element): number {
  let count = 0
  for (const body of table.children) {
    if (body.type === 'element' && body.tagName === 'tbody') {
      count += body.children.filter((row) => row.type === 'element' && row.tagName === 'tr').length
    }
  }
  return count
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown
  } catch {
    return undefined
  }
}
