import type {VFile} from 'vfile'
import {reportProblem} from './report-problem.ts'

/** Reports comments that silence nothing; only when everything has been checked. */
export function reportUnusedSuppressions(file: VFile): void {
  for (const {place, rules, silenced} of file.data.suppressions ?? []) {
    for (const rule of rules) {
      if (silenced.has(rule)) continue
      reportProblem(file, {
        ruleId: 'suppression-is-used',
        reason: `这里没有 \`${rule}\` 的问题 / Unexpected suppression: there is no problem of \`${rule}\` here`,
        place,
        hint: '删去这条注释 / delete the comment',
      })
    }
  }
}
