/** Longer runs are looked up in pieces of so many letters, so that the time for each place of a reading is bounded. */
const pieceLength = 48
/** Lengths of the beginnings by which pieces are looked up; the first is that of the shortest. */
const beginnings = [4, 12] as const

interface Lettered {
  readonly letters: string
}

/** The runs that none of the readings contains; readings hold letters only. Each reading is scanned once. */
export function findLost<Run extends Lettered>(runs: readonly Run[], readings: readonly string[]): Run[] {
  const lost = new Set(runs.flatMap(({letters}) => piecesOf(letters)))
  for (const reading of readings) {
    for (const [index, length] of beginnings.entries()) {
      const next = beginnings[index + 1] ?? Infinity
      const ofLength = [...lost].filter((piece) => piece.length >= length && piece.length < next)
      strikeFound(lost, reading, {pieces: ofLength, length})
    }
  }
  return runs.filter(({letters}) => piecesOf(letters).some((piece) => lost.has(piece)))
}

/** Pieces one after the other; the rest at the end belongs to the last piece. */
function piecesOf(letters: string): string[] {
  const count = Math.max(Math.ceil(letters.length / pieceLength), 1)
  const length = Math.ceil(letters.length / count)
  return Array.from({length: count}, (_, index) => letters.slice(index * length, (index + 1) * length))
}

interface Sought {
  readonly pieces: readonly string[]
  /** Of the beginning by which they are looked up. */
  readonly length: number
}

function strikeFound(lost: Set<string>, reading: string, {length, pieces}: Sought): void {
  if (pieces.length === 0) return
  const lengths = new Map(
    [...Map.groupBy(pieces, (piece) => piece.slice(0, length))].map(([beginning, own]) => [
      beginning,
      new Set(own.map((piece) => piece.length)),
    ]),
  )
  for (let at = 0; at + length <= reading.length; at++) {
    for (const own of lengths.get(reading.slice(at, at + length)) ?? []) lost.delete(reading.slice(at, at + own))
  }
}
