import type {Node, Point, Position} from 'unist'
import type {VFile} from 'vfile'
import {isRefusal, rules, type RuleId} from './rules.ts'
import './settings.ts'

export interface Problem {
  readonly ruleId: RuleId
  /** "Unexpected X, expected Y". */
  readonly reason: string
  readonly place?: Node | Position | Point | undefined
  /** What to do about it. */
  readonly hint?: string | undefined
  /** What this has in common with other problems of the rule, which are one entry in a report; the reason, where it is absent. */
  readonly cause?: string | undefined
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** Problems of one rule with the same cause are one entry in a report, with their number and first places. */
    commonCause?: string
  }
}

/**
 * The one place that adds a message to a file: stamps source, rule, severity and hint. Nothing is added where the
 * course turns the rule off, or a comment at the place does, unless the rule is a refusal.
 */
export function reportProblem(file: VFile, problem: Problem): void {
  const isFirm = isRefusal(problem.ruleId)
  const severity = isFirm ? 'error' : (file.data.severities?.[problem.ruleId] ?? rules[problem.ruleId].severity)
  const place = problem.place && 'type' in problem.place ? problem.place.position : problem.place
  if (severity === 'off' || (!isFirm && isSuppressed(file, problem.ruleId, place))) return
  const message = file.message(problem.reason, {
    ...(place ? {place} : {}),
    ruleId: problem.ruleId,
    source: 'lectern',
  })
  message.fatal = severity === 'error'
  if (problem.hint) message.note = problem.hint
  message.commonCause = problem.cause ?? problem.reason
}

function isSuppressed(file: VFile, ruleId: RuleId, place: Position | Point | undefined): boolean {
  if (!place) return false
  const {line} = 'start' in place ? place.start : place
  const found = file.data.suppressions?.find(
    ({firstLine, lastLine, rules: names}) => names.has(ruleId) && firstLine <= line && line <= lastLine,
  )
  found?.silenced.add(ruleId)
  return found !== undefined
}
