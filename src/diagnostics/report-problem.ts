import type {Node, Point, Position} from 'unist'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {rules, type RuleId} from './rules.ts'

export interface Problem {
  readonly ruleId: RuleId
  /** "Unexpected X, expected Y". */
  readonly reason: string
  readonly place?: Node | Position | Point | undefined
  /** What to do about it. */
  readonly hint?: string | undefined
}

/** The one place that adds a message to a file: stamps source, rule, severity and hint. */
export function reportProblem(file: VFile, problem: Problem): VFileMessage {
  const place = problem.place && 'type' in problem.place ? problem.place.position : problem.place
  const message = file.message(problem.reason, {
    ...(place ? {place} : {}),
    ruleId: problem.ruleId,
    source: 'lectern',
  })
  message.fatal = rules[problem.ruleId].severity === 'error'
  if (problem.hint) message.note = problem.hint
  return message
}
