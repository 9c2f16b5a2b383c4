import {toString} from 'hast-util-to-string'
import {expect, test} from 'vitest'
import {checkLanguages} from '../../src/html/code/check-languages.ts'
import {createCourseHighlighter} from '../../src/html/code/create-highlighter.ts'
import {courseFrom} from '../support/course-from.ts'

test('a listing with a line that is too long is reported at its place, once, and stands in one colour', async () => {
  const long = `x = "${'a'.repeat(2000)}"\ny = 1\n${'b'.repeat(3000)}`
  const {course, files} = courseFrom([`# 章\n\n\`\`\`python\ny = 1\n\`\`\`\n\n\`\`\`python\n${long}\n\`\`\``])
  checkLanguages(course, new Map(files.map((file) => [file.path, file])))
  expect(files[0]?.messages.map(({fatal, line, ruleId}) => [fatal, line, ruleId])).toEqual([
    [false, 7, 'listing-has-bearable-size'],
  ])
  const highlight = await createCourseHighlighter(course)
  const lines = highlight(long, 'python')
  expect(lines.map((line) => line.map((node) => node.type))).toEqual([['text'], ['text'], ['text']])
  expect(lines.map((line) => toString({type: 'root', children: [...line]})).join('\n')).toBe(long)
  expect(highlight('y = 1', 'python')[0]?.[0]).toMatchObject({tagName: 'span'})
})
