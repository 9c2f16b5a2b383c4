import type {Node, Point, Position} from 'unist'
import type {VFile} from 'vfile'
import {fileAt} from './file-at.ts'
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
 * course turns the rule off, or a comment at the place does, unless the rule is a refusal. A place beyond the first file of a chapter is
 * one in the file that has it.
 */
export function reportProblem(chapter: VFile, problem: Problem): void {
  const {file, place} = locate(chapter, problem)
  const isFirm = isRefusal(problem.ruleId)
  const severity = isFirm ? 'error' : (file.data.severities?.[problem.ruleId] ?? rules[problem.ruleId].severity)
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

function locate(chapter: VFile, {place: given}: Problem): {file: VFile; place: Position | Point | undefined} {
  const place = given && 'type' in given ? given.position : given
  if (!place) return {file: chapter, place}
  const first = 'start' in place ? place.start : place
  const {file, line} = fileAt(chapter, first.line)
  if (file === chapter) return {file, place}
  const move = (point: Point): Point => ({line: point.line - first.line + line, column: point.column})
  return {file, place: 'start' in place ? {start: move(place.start), end: move(place.end)} : move(place)}
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
