import type {Output} from '../../model/output.ts'
import {fragmentsOf} from '../holds-unit.ts'

/** Shorter texts stand in others by chance. */
const shortest = 12
/** Of Chinese, which says more in as many characters. */
const clause = /^\p{Script=Han}{6,}$/u
const longClause = /^\p{Script=Han}{10,}$/u

/**
 * The parts of a private text that a public one has from nowhere else: what is between formulas, and clauses of Chinese. A PDF is read
 * without what parts its paragraphs and cells, and what ends one may begin a clause with the next: there only long ones tell.
 */
export function tellingParts(text: string, output: Output | 'site'): string[] {
  const parts = fragmentsOf(text)
  const isParted = output === 'deck' || output === 'epub' || output === 'site'
  const telling = isParted ? clause : longClause
  const clauses = parts.flatMap((part) => part.split(/[\p{P}\p{S}]/u)).filter((part) => telling.test(part))
  return [...parts.filter(({length}) => length >= shortest), ...clauses]
}
