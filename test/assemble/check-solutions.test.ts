import {expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'

const reasons = (markdown: string) =>
  courseFrom([markdown]).files.flatMap((file) => file.messages.map(({reason, ruleId}) => `${ruleId}: ${reason}`))

test('a solution that stands nowhere and names nothing is not said to name an exercise', () => {
  expect(reasons('# 章\n\n:::solution\nx\n:::\n')).toEqual([
    'solution-has-exercise: 解答不在练习里，也没有写明是哪个练习的 / Unexpected solution: it is in no exercise and names none',
  ])
  expect(reasons('# 章\n\n:::solution{for="exr-b"}\nx\n:::\n')[0]).toContain('`exr-b`')
})
