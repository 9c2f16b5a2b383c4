import {expect, test} from 'vitest'
import {courseFrom, svgResource} from '../support/course-from.ts'

const variables = new Map([
  ['site.file', 'https://example.org/a.zip'],
  ['site.baseurl', ''],
  ['bad', 'javascript:alert(1)'],
])

/** The chapter as JSON, and what is reported. */
function build(text: string, context: {variables: ReadonlyMap<string, string>} = {variables}) {
  const {course, files} = courseFrom([`# 章 {#ch}\n\n${text}\n`], [svgResource('/x.svg')], context)
  const messages = files.flatMap((file) => file.messages.map(({ruleId}) => ruleId))
  return {chapter: JSON.stringify(course.chapters), messages}
}

test.each([
  ['[甲]({{site.file}})', '"url":"https://example.org/a.zip"'],
  ['[甲](<{{ site.file }}#b>)', '"url":"https://example.org/a.zip#b"'],
  ['[甲][乙]\n\n[乙]: {{site.file}}', '"url":"https://example.org/a.zip"'],
  ['文 ![图]({{site.baseurl}}/x.svg) 文', '"url":"/x.svg"'],
  ['文 {{ site.file }}。', 'https://example.org/a.zip。'],
])('%s has the value', (text, expected) => {
  const {chapter} = build(text)
  expect(chapter).toContain(expected)
  expect(chapter).not.toContain('{{')
})

test('what is no address because of its blanks stays as it is typed, and is reported', () => {
  const {chapter, messages} = build('[甲]({{ site.file }})')
  expect(chapter).toContain('({{ site.file }})')
  expect(messages).toEqual(['syntax-is-known'])
})

test('an address that a value makes unsafe is none, one without a value is reported', () => {
  expect(build('[甲]({{bad}})').messages).toEqual(['url-is-safe'])
  expect(build('[甲]({{none}})').messages).toContain('variable-is-defined')
})

test('in a course without variables braces are part of the address', () => {
  const {chapter, messages} = build('[甲](https://example.org/{{a}})', {variables: new Map()})
  expect(chapter).toContain('https://example.org/%7B%7Ba%7D%7D')
  expect(messages).toEqual([])
})
