import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'

test.each([
  ['&emsp;&emsp;甲\n&emsp;&emsp;乙', ['甲', '乙']],
  ['&nbsp;&nbsp;&nbsp;&nbsp;**甲**乙\n\n&ensp;丙', ['甲乙', '丙']],
  ['　　甲。\n　　乙 &emsp; 丙', ['甲。', '乙 \u2003 丙']],
  ['&emsp;&emsp;', []],
])('wide spaces before a paragraph are no text: %j', (markdown, expected) => {
  const {course} = courseFrom([`# 章\n\n${markdown}\n`])
  const texts = course.chapters[0]?.blocks.map((block) =>
    block.type === 'prose' ? toString(block.children) : block.type,
  )
  expect(texts).toEqual(expected)
})
