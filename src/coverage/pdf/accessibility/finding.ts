/** One place at which a condition fails. */
export interface Finding {
  /** From 1; 0 for the whole document. */
  readonly page: number
  /** Names and numbers, which are the same in every language; empty when there is nothing to add. */
  readonly detail: string
}

/** The whole document, once. */
export const inDocument = (isWrong: boolean, detail = ''): Finding[] => (isWrong ? [{page: 0, detail}] : [])
