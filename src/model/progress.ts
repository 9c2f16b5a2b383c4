/** Where a stage of a build is, in what takes long enough to be told of. */
export interface StagePart {
  /** `plan`: a hidden print that tells the pages; `print`: the tagged one; `finish`: its pages are mended. */
  readonly name: 'plan' | 'print' | 'finish'
  /** Which pass of the plan, from 1, or page; how many passes or pages there are, as far as that is known. */
  readonly done?: number
  readonly total?: number
}

/** Told where a stage is, often: who shows it chooses. */
export type TellPart = (part: StagePart) => void
