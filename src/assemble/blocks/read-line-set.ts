/** The lines of `3`, `1-4`, `1,3-5` or `all`, from 1; `undefined` where one does not exist or cannot be read. */
export function readLineSet(set: string, count: number): readonly number[] | undefined {
  if (set.trim() === 'all') return Array.from({length: count}, (_, index) => index + 1)
  const lines: number[] = []
  for (const range of set.split(',')) {
    const {first, last = first} = /^\s*(?<first>\d+)(?:\s*-\s*(?<last>\d+))?\s*$/u.exec(range)?.groups ?? {}
    const [from, to] = [Number(first), Number(last)]
    if (!(from >= 1 && from <= to && to <= count)) return undefined
    for (let line = from; line <= to; line++) lines.push(line)
  }
  return lines
}
