import {expect, test} from 'vitest'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import {expectOnSlides} from '../../src/coverage/ledger/expect-on-slides.ts'
import {courseFrom} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {slidesOf} from '../support/slides-of.ts'

const markdown = '## 上 {visibility="hidden"}\n\n一。\n\n### 里面\n\n二。\n\n## 下\n\n三。\n'

test('a section with visibility="hidden" stands in books only, with its heading and all below', async () => {
  const {course} = courseFrom([`# 章\n\n${markdown}`])
  const units = expectedUnits(course).map(({line, outputs, rules}) => [line, outputs.join(' '), rules.join()])
  const rule = 'visibility="hidden" (01.md:3)'
  expect(units).toEqual([
    [1, 'deck epub pdf slides handout', ''],
    ...[3, 5, 7, 9].map((line) => [line, 'epub pdf', rule]),
    ...[11, 13].map((line) => [line, 'deck epub pdf slides handout', '']),
  ])
  const slides = await slidesOf(markdown)
  expect(slides.map(({section}) => section)).toEqual(['sec-1-2'])
  expect([...expectOnSlides(course, 'student', density).keys()]).not.toContain('sec-1-1')
})

test('visibility has no other words', () => {
  const {files} = courseFrom(['# 章\n\n## 节 {visibility="gone"}\n'])
  expect(files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))).toEqual(['attribute-is-known'])
})
