/** A construct of another tool, and what of lectern's own it is read as. */
export interface ForeignSpelling {
  readonly tool: string
  readonly written: string
  readonly becomes: string
  /** Causes of the messages; none where it is read as its author meant. */
  readonly causes?: readonly string[]
}

/** What another tool writes, lectern's own spelling, and the causes of the messages. */
type Written = readonly [written: string, becomes: string, ...causes: readonly string[]]

export const same = (tool: string, ...[written, becomes, ...causes]: Written): ForeignSpelling => ({
  tool,
  written,
  becomes,
  causes,
})
