import {expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'

test.each([
  ['in a paragraph', '文[字]{#x} 后'],
  ['in a heading', '## [题]{#x} 后'],
  ['in a term', '[项]{#x}\n:   说明'],
  ['in a cell', '| [格]{#x} | b |\n|-|-|\n| 1 | 2 |'],
  ['in an item', '- [项]{#x} 文'],
  ['in a quote', '> 引 [字]{#x}'],
  ['inside of other marks', '文 **粗 [字]{#x}**'],
  ['on code in a line', '文 `c`{#x}'],
  ['on a link', '文 [字](https://example.org){#x}'],
])('a link leads to the block of a place %s', (_where, text) => {
  const {course, files} = courseFrom([`# 章\n\n## 节\n\n${text}\n\n见[那里](#x)。\n`, '# 二\n\n又见[那里](01.md#x)。'])
  expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  const links = JSON.stringify(course.chapters).match(/"type":"link","title":null,"url":"#[^"]+"/gu)
  expect(links?.length).toBe(2)
  expect(links?.join()).not.toContain('#x')
})
