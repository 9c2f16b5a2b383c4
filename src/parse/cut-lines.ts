export interface CutText {
  readonly text: string
  /** Of the whole, from 1. */
  readonly firstLine: number
}

/** Lines of a text: those of `3-18` (or `7`, `3-`), or of a named region; `undefined` when there are none. */
export function cutLines(text: string, cut: {readonly lines: string; readonly region: string}): CutText | undefined {
  const all = text.replace(/\n$/u, '').split('\n')
  const region = cut.region ? cutRegion(all, cut.region) : {inside: all, start: 0}
  if (!region) return undefined
  const {inside, start} = region
  if (!cut.lines) return {text: dedent(inside), firstLine: start + 1}
  const {first, last, range} = /^(?<first>\d+)(?:(?<range>-)(?<last>\d+)?)?$/u.exec(cut.lines)?.groups ?? {}
  const from = Number(first)
  const to = range ? Number(last ?? inside.length) : from
  if (!(from >= 1 && from <= to && to <= inside.length)) return undefined
  return {text: dedent(inside.slice(from - 1, to)), firstLine: start + from}
}

/** A region as editors mark it (`#region name` … `#endregion`), or mdBook (`ANCHOR: name` … `ANCHOR_END: name`). */
function cutRegion(lines: readonly string[], name: string): {inside: string[]; start: number} | undefined {
  const isStart = (line: string) => regionName(line) === name
  const start = lines.findIndex(isStart)
  if (start < 0) return undefined
  const inside: string[] = []
  let depth = 1
  for (const line of lines.slice(start + 1)) {
    if (regionName(line) !== undefined) depth++
    else if (/#\s*endregion\b|ANCHOR_END:/u.test(line)) depth--
    else inside.push(line)
    if (depth === 0) return {inside, start: start + 1}
  }
  return undefined
}

const regionName = (line: string) => /(?:#\s*region|ANCHOR:)\s+(?<name>[\w-]+)/u.exec(line)?.groups?.['name']

/** Without the white space that all lines begin with. */
function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => /^\s*/u.exec(line)?.[0].length ?? 0)
  const indent = indents.reduce((least, own) => Math.min(least, own), Infinity)
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join('\n')
}
