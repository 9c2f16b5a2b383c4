/** What a look at a finished slide found. */
export interface DeckDefect {
  readonly ruleId: 'slide-fits' | 'slide-is-readable'
  /** From 1. */
  readonly slide: number
  /** Id of the block; empty for what belongs to none. */
  readonly unit: string
  readonly chinese: string
  readonly english: string
}
