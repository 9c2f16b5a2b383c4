/** The finished files a course is built into. `deck` is HTML, `slides` its PDF, `pdf` the printed book. */
export const outputs = ['deck', 'epub', 'pdf', 'slides', 'handout'] as const
export type Output = (typeof outputs)[number]

export const editions = ['student', 'teacher'] as const
export type Edition = (typeof editions)[number]

/**
 * How a handout is laid out. `notes`: each slide beside its text; `lines`: three slides a page, each beside lines to write on;
 * `2up`, `4up`, `6up`: so many slides a page; `worksheet`: key sentences with blanks, and the exercises.
 */
export const handoutLayouts = ['notes', 'lines', '2up', '4up', '6up', 'worksheet'] as const
export type HandoutLayout = (typeof handoutLayouts)[number]

/** One edition of one output: what is written, and what is read back. Each layout of the handout is one of its own. */
export type Target =
  | {readonly output: Exclude<Output, 'handout'>; readonly edition: Edition}
  | {readonly output: 'handout'; readonly edition: Edition; readonly layout: HandoutLayout}

/** What a target is called where its edition does not matter: `deck`, `handout`, `handout lines`. */
export function targetName(target: Target): string {
  return target.output === 'handout' && target.layout !== 'notes' ? `handout ${target.layout}` : target.output
}

/** Who sees a block. Nested conditions are already intersected; an empty list means nobody. */
export interface Audience {
  readonly outputs: readonly Output[]
  readonly editions: readonly Edition[]
  /** The conditions that narrowed it, outermost first; empty when everybody sees the block. */
  readonly rules: readonly AudienceRule[]
}

/** The place in a chapter that leaves a block out of some output; it leaves it to all where it names none. */
export interface AudienceRule {
  readonly name: string
  readonly line: number
  readonly outputs?: readonly Output[]
  readonly editions?: readonly Edition[]
  /** It holds until the course releases its solutions. */
  readonly untilRelease?: true
}
