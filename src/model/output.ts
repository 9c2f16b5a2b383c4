/** The finished files a course is built into. `deck` is HTML, `slides` its PDF, `pdf` the printed book. */
export const outputs = ['deck', 'epub', 'pdf', 'slides', 'handout'] as const
export type Output = (typeof outputs)[number]

export const editions = ['student', 'teacher'] as const
export type Edition = (typeof editions)[number]

/** One edition of one output: what is written, and what is read back. */
export interface Target {
  readonly output: Output
  readonly edition: Edition
}

/** Who sees a block. Nested conditions are already intersected; an empty list means nobody. */
export interface Audience {
  readonly outputs: readonly Output[]
  readonly editions: readonly Edition[]
  /** The conditions that narrowed it, outermost first; empty when everybody sees the block. */
  readonly rules: readonly AudienceRule[]
}

/** The place in a chapter that leaves a block out of some output. */
export interface AudienceRule {
  readonly name: string
  readonly line: number
}
