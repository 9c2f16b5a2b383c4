import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {reportProblem} from '../../src/diagnostics/report-problem.ts'
import type {Severity} from '../../src/diagnostics/rules.ts'

test.each<[Severity, (boolean | null | undefined)[]]>([
  ['off', []],
  ['warn', [false]],
  ['error', [true]],
])('a course may set a rule to %s', (severity, expected) => {
  const file = new VFile()
  file.data.severities = {'reference-resolves': severity}
  reportProblem(file, {ruleId: 'reference-resolves', reason: 'x'})
  expect(file.messages.map(({fatal}) => fatal)).toEqual(expected)
})
