import type {ContentUnit, CoverageReport, WrittenFile} from '../model/coverage.ts'

/**
 * Files of which the lines of some blocks count as reported: of those that have a finding, since what is missing of a block is reported once, and
 * of those that no output is for that was built.
 */
export function withAccountedLines(
  written: readonly WrittenFile[],
  units: readonly ContentUnit[],
  {findings, targets}: Pick<CoverageReport, 'findings' | 'targets'>,
): WrittenFile[] {
  const found = new Set(findings.map(({unit}) => unit))
  const isAccounted = ({editions, id, outputs}: ContentUnit) =>
    found.has(id) || !targets.some(({edition, output}) => editions.includes(edition) && outputs.includes(output))
  const byFile = Map.groupBy(units, ({sourcePath}) => sourcePath)
  return written.map((file) => {
    const own = byFile.get(file.path) ?? []
    const starts = [...new Set(own.map(({line}) => line))].toSorted((a, b) => a - b)
    const accounted = new Set(own.filter((unit) => isAccounted(unit)).map(({line}) => line))
    // A line is part of the last block that begins at or before it.
    const isPart = (line: number) => accounted.has(starts.findLast((start) => start <= line) ?? 0)
    return {...file, isReported: (line) => file.isReported(line) || isPart(line)}
  })
}
