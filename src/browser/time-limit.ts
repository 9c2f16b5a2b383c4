/** What a small document may take on a machine that is busy with other things. */
const base = 120_000
/** A hundred times what an element of a book takes to be laid out and printed once on two cores. */
const perElement = 10

/** How long a document of HTML may take to be loaded, or to be printed once, in milliseconds: against what hangs, not what is slow. */
export function timeLimit(html: string): number {
  let elements = 0
  for (let at = html.indexOf('</'); at >= 0; at = html.indexOf('</', at + 2)) elements++
  return base + elements * perElement
}
