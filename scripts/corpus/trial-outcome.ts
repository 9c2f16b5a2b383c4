/** What a build of a book said and left; JSON. */
export interface TrialOutcome {
  readonly isBuilt: boolean
  /** The folder with the finished files, or the rejected ones. */
  readonly finished: string
  readonly hasFiles: boolean
  readonly messages: readonly TrialMessage[]
  /** Of the reading back: what is wrong with the finished files. */
  readonly findings: readonly {
    readonly artifact: string
    readonly file: string
    readonly line: number
    readonly reason: string
    readonly rule: string
  }[]
  /** States that were looked up in the finished files. */
  readonly units: number
}

export interface TrialMessage {
  readonly file: string
  readonly line: number | undefined
  readonly rule: string
  readonly reason: string
  readonly cause: string
  readonly isError: boolean
}
