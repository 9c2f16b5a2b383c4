import {expect, test} from 'vitest'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import {withAccountedLines} from '../../src/coverage/accounted-lines.ts'
import type {CoverageFinding, WrittenFile} from '../../src/model/coverage.ts'
import {courseFrom} from '../support/course-from.ts'

const text = '# 章\n\n第一段\n还在第一段。\n\n:::only{edition="teacher"}\n给教师的。\n:::\n\n第三段。\n'
const {course} = courseFrom([text])
const units = expectedUnits(course)
const file: WrittenFile = {path: '01.md', text, isIncluded: false, isReported: (line) => line === 1}
const lines = (findings: readonly CoverageFinding[], edition: 'student' | 'teacher') => {
  const [one] = withAccountedLines([file], units, {findings, targets: [{output: 'deck', edition}]})
  return text.split('\n').flatMap((_, index) => (one?.isReported(index + 1) ? [index + 1] : []))
}

test('lines of a block that has a finding, or that no output is for, are accounted for', () => {
  const unit = units.find(({line}) => line === 3)?.id ?? ''
  const finding = {ruleId: 'block-is-covered', sourcePath: '01.md', line: 3, artifact: '', reason: '', unit}
  expect(lines([], 'teacher')).toEqual([1])
  expect(lines([finding], 'teacher')).toEqual([1, 3, 4, 5, 6])
  expect(lines([], 'student')).toEqual([1, 7, 8, 9])
})
