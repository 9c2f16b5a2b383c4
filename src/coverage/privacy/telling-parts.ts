import {fragmentsOf} from '../holds-unit.ts'

/** Shorter texts stand in others by chance. */
const shortest = 12
/** Of Chinese, which says more in as many characters. */
const clause = /^\p{Script=Han}{6,}$/u

/** The parts of a private text that a public one has from nowhere else: what is between formulas, and clauses of Chinese. */
export function tellingParts(text: string): string[] {
  const parts = fragmentsOf(text)
  const clauses = parts.flatMap((part) => part.split(/[\p{P}\p{S}]/u)).filter((part) => clause.test(part))
  return [...parts.filter(({length}) => length >= shortest), ...clauses]
}
