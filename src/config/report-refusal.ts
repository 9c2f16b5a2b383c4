import type {VFile} from 'vfile'
import {describeRefusal} from '../diagnostics/describe-refusal.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Refusal} from '../model/refusal.ts'

/** Reports that a settings file is there and not read, at its first line. */
export function reportRefusal(file: VFile, refusal: Refusal): void {
  const {hint, reason} = describeRefusal(refusal)
  const name = file.basename ?? file.path
  reportProblem(file, {
    ruleId: 'front-matter-is-valid',
    reason: `读不到 \`${name}\` / Unexpected file \`${name}\`: ${reason}`,
    place: {line: 1, column: 1},
    hint,
  })
}
