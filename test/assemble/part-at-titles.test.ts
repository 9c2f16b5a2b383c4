import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {phrasingOf} from '../../src/model/walk.ts'
import {courseFrom} from '../support/course-from.ts'

const book = [
  `---
title: 书
objectives: [{id: obj-a, text: 甲}]
---

前言。

# 引言

文[^a]。见 [后面](#第二节)、[方法](#方法)、[卷二](two.md#结论)。

## 第一节

文。

# 方法 {#methods}

又见[^a]与[^b]。

## 第二节

文。

# 引言

再一次。

[^a]: 甲注。
[^b]: 乙注，另见[^c]。
[^c]: 丙注。
`,
  '# 卷二\n\n## 结论\n\n见[第一节](one.md#第一节)、[同名](one.md#引言-1)。\n',
]
const {course, files} = courseFrom(book, [], {paths: ['one.md', 'two.md'], chapterBegins: 'heading'})

test('each heading of rank 1 begins a chapter, with a number and an id of its own', () => {
  expect(files.flatMap((file) => file.messages.map(String))).toEqual([])
  expect(course.chapters.map(({number, title}) => `${number} ${toString([...title])}`)).toEqual([
    '1 引言',
    '2 方法',
    '3 引言',
    '4 卷二',
  ])
  const ids = course.chapters.map(({id}) => id)
  expect([ids[0], ids[1], ids[3]]).toEqual(['one', 'methods', 'two'])
  expect(ids[2]).toMatch(/^ch-[0-9a-f]{8}$/u)
  expect(course.chapters.map(({objectives}) => objectives.length)).toEqual([1, 0, 0, 0])
})

test('footnotes are in each chapter that refers to them', () => {
  expect(course.chapters.map(({footnotes}) => footnotes.map(({identifier}) => identifier))).toEqual([
    ['a'],
    ['a', 'b', 'c'],
    [],
    [],
  ])
})

test('links to the file lead into whichever of its chapters has the heading', () => {
  const urls = course.chapters.map((chapter) =>
    [...phrasingOf(chapter)].flatMap(({node}) => (node.type === 'link' ? [node.url] : [])),
  )
  expect(urls[0]).toEqual(['#sec-2-1', '#methods', '#sec-4-1'])
  expect(urls[3]).toEqual(['#sec-1-1', `#${course.chapters[2]?.id}`])
})

test('without the setting they are sections, and a message says how they would be chapters', () => {
  const {course: one, files: reported} = courseFrom(book, [], {paths: ['one.md', 'two.md']})
  expect(one.chapters.map(({sections}) => sections.length)).toEqual([4, 1])
  const messages = reported.flatMap((file) => file.messages)
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['chapter-has-one-title', 'chapter-has-one-title'])
  expect(messages[0]?.note).toContain('chapter-begins: heading')
})
