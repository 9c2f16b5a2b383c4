import type {ContentUnit, CoverageFinding, WrittenFile} from '../model/coverage.ts'

/** Files of which the lines of blocks that have a finding count as reported: what is missed of a block is told once. */
export function foundAlready(
  written: readonly WrittenFile[],
  units: readonly ContentUnit[],
  findings: readonly CoverageFinding[],
): WrittenFile[] {
  const found = new Set(findings.map(({unit}) => unit))
  const byFile = Map.groupBy(units, ({sourcePath}) => sourcePath)
  return written.map((file) => {
    const own = byFile.get(file.path) ?? []
    const starts = [...new Set(own.map(({line}) => line))].toSorted((a, b) => a - b)
    const startsFound = new Set(own.filter(({id}) => found.has(id)).map(({line}) => line))
    // A line is part of the last block that begins at or before it.
    const isFound = (line: number) => startsFound.has(starts.findLast((start) => start <= line) ?? 0)
    return {...file, isReported: (line) => file.isReported(line) || isFound(line)}
  })
}
