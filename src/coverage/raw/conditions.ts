interface OpenFence {
  readonly colons: number
  readonly isCondition: boolean
}

/** What says for whom the lines are that come next. */
export interface OpenConditions {
  readonly fences: readonly OpenFence[]
  /** The whole chapter, or all of it from here on. */
  readonly isWhole: boolean
  /** Other tools' notes for the speaker, up to the next heading or rule. */
  readonly isInNote: boolean
}

const conditional =
  /(?:^|[\s{.:])(?:only|except|notes?|solution|quiz|slide|speaker|instructor|teacher|slides-only|book-only|handout-only|deck-only|content-(?:visible|hidden)|aside|answer)\b/iu

/** The conditions after one more line of a chapter, without the signs of quotes and items before it. */
export function conditionAt(open: OpenConditions, bare: string): OpenConditions {
  const {colons, rest = ''} = /^(?<colons>:{3,})\s*(?<rest>.*)$/u.exec(bare)?.groups ?? {}
  if (colons !== undefined) return {...open, fences: fencesAfter(open.fences, colons.length, rest)}
  if (/^#{1,6}\s/u.test(bare)) {
    const isHidden = /\b(?:visibility|edition|in)=/u.test(bare)
    return {...open, isWhole: open.isWhole || isHidden, isInNote: false}
  }
  if (/^-{3,}\s*$|^\{% *end(?:exercise|solution)\b/u.test(bare)) return {...open, isInNote: false}
  return /^(?:Notes?:|\?\?\?\s*$|<aside\b|\{% *solution\b)/u.test(bare) ? {...open, isInNote: true} : open
}

function fencesAfter(fences: readonly OpenFence[], colons: number, rest: string): readonly OpenFence[] {
  if (rest !== '' && !/^:+$/u.test(rest)) return [...fences, {colons, isCondition: conditional.test(rest)}]
  return fences.slice(0, -1)
}
