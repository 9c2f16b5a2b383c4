import {expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'

const read = (markdown: string) => {
  const {course, files} = courseFrom([markdown])
  return {text: JSON.stringify(course.chapters), messages: files.flatMap((file) => file.messages.map(String))}
}

test('radicals and compatibility ideographs are the ideographs of writing, wherever text is', () => {
  const {messages, text} = read(
    '# ⽀持\n\n:::note{title="⽣成"}\n⻓度与\uF9B5：**⼤**、$x_{\\text{⼩}}$\n:::\n\n| ⼀ |\n|---|\n| ⼆ |\n\n: ⼿册\n\n```js {title="⽂件"}\na\n```\n\n<table><tr><td colspan="2">⻢</td></tr></table>\n',
  )
  expect(text).not.toMatch(/[\u2E80-\u2FD5\uF900-\uFAFF]/u)
  for (const word of ['支持', '生成', '长度与例', '大', '小', '一', '二', '手册', '文件', '马'])
    expect(text).toContain(word)
  expect(messages).toEqual([])
})

test('code and addresses keep them', () => {
  const {text} = read('# 章\n\n`ord("⽀")` 与 <https://example.org/⽀>\n\n```\n⽀\n```\n')
  expect(text).toContain(String.raw`ord(\"⽀\")`)
  expect(text).toContain('"code":"⽀"')
  expect(text).toContain('"url":"https://example.org/⽀"')
})
