import type {Position} from 'unist'
import type {RuleId, Severity} from './rules.ts'

/** The author's own severities, from `rules:` in `course.yml`. */
export type Severities = {readonly [Id in RuleId]?: Severity | undefined}

/** `<!-- lectern-disable rule -- reason -->`: the lines in which messages of these rules are not wanted. */
export interface Suppression {
  readonly rules: ReadonlySet<string>
  readonly firstLine: number
  readonly lastLine: number
  /** Where the comment stands. */
  readonly place: Position
  /** Rules that were silenced by it so far. */
  readonly silenced: Set<string>
}

declare module 'vfile' {
  interface DataMap {
    severities: Severities
    suppressions: Suppression[]
  }
}
