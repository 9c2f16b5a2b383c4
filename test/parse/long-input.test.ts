import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {keepTogether} from '../../src/html/inline/keep-together.ts'
import {courseFrom} from '../support/course-from.ts'
import {parseText} from '../support/parse-text.ts'

/** A pattern that tries every way to share these out does not come back. */
const many = 50_000
const spaces = ' '.repeat(many)

describe('what is long is read at once', () => {
  test('a comment that silences nothing', () => {
    const {file} = parseText(`<!-- lectern-disable ${spaces}x\n\n文字`)
    expect(file.data.suppressions).toEqual([])
    expect(parseText(`<!-- lectern-disable ${'-- '.repeat(many)}x`).file.data.suppressions).toEqual([])
    expect(parseText(`<!-- lectern-disable ${spaces}x`).file.data.suppressions).toEqual([])
  })

  test('a comment with a reason', () => {
    const {file} = parseText(
      `<!-- lectern-disable alt-text-exists,${spaces}emphasis-is-parsed${spaces}--${spaces}理由 --${spaces}-->\n\n文字`,
    )
    expect(file.data.suppressions?.[0]?.rules).toEqual(new Set(['alt-text-exists', 'emphasis-is-parsed']))
  })

  test.each([
    ['a citation without an end', `[${'@'.repeat(many)}`],
    ['a locator without a number', `[@vaswani2017, 第${spaces}x]`],
    ['spaces in a heading', `## 节 a${spaces}b`],
    ['a heading of braces', `## 节 {${'a{'.repeat(many)}`],
    ['the name of a reference', `@fig-a${'-'.repeat(many)}b @fig-b`],
    ['inline notes', '^['.repeat(many)],
    ['shortcodes', '{{< a'.repeat(many / 5)],
    ['brackets of LaTeX', String.raw`\(`.repeat(many)],
    ['spaces in details', `<details>${spaces}x`],
    ['spaces in an info string', `\`\`\`{${spaces}x\n代码\n\`\`\``],
  ])('%s', (_name, text) => {
    expect(parseText(text).tree.children).not.toEqual([])
  })

  test('spaces in code with annotations', () => {
    const {tree} = parseText(`\`\`\`\na${spaces}b\nc${spaces};; <1>${spaces}\nd # <1>${spaces}e\n\`\`\`\n\n1. 说明`)
    expect(tree.children[0]).toMatchObject({
      value: `a${spaces}b\nc\nd # <1>${spaces}e`,
      data: {annotations: [{line: 2, number: 1}]},
    })
  })

  test('spans one after the other', () => {
    const {tree} = parseText('[字]{.mark} '.repeat(6000))
    const [paragraph] = tree.children
    expect(
      paragraph?.type === 'paragraph' && paragraph.children.filter(({type}) => type === 'inlineRole'),
    ).toHaveLength(6000)
  })

  test('spans inside each other', () => {
    const {file, tree} = parseText(`${'['.repeat(5000)}字${']{.a}'.repeat(5000)}`)
    expect(file.messages.map(({ruleId}) => ruleId)).toContain('nesting-is-shallow')
    expect(toString(tree.children[0]).trim()).toBe('字')
  })

  test('references to footnotes without an end', () => {
    const {files} = courseFrom([`# 章\n\n${'[^'.repeat(many)}`])
    expect(files[0]?.messages.filter(({ruleId}) => ruleId === 'footnote-is-defined')).toEqual([])
  })

  test('letters and brackets of a line', () => {
    const letters = 'a'.repeat(many)
    const text = `${letters}${'（'.repeat(many)}x`
    expect(keepTogether([{type: 'text', value: text}])).toEqual([{type: 'text', value: text}])
    const formula = {type: 'element' as const, tagName: 'math', properties: {}, children: []}
    expect(keepTogether([{type: 'text', value: text}, formula])).toHaveLength(2)
  })
})

describe('places of parts of a text', () => {
  test('are those of their lines', () => {
    const {tree} = parseText('见@fig-a 和\n又 @fig-b，[@zhou2016]')
    const [paragraph] = tree.children
    const found = paragraph?.type === 'paragraph' ? paragraph.children : []
    const places = found.map(({position, type}) => `${type} ${position?.start.line}:${position?.start.column}`)
    expect(places).toEqual([
      'text 1:1',
      'crossReference 1:2',
      'text 1:8',
      'crossReference 2:3',
      'text 2:9',
      'citation 2:10',
    ])
  })
})

test('brackets that close nothing leave the spans after them', () => {
  const {tree} = parseText('a ]{x} 和 [字]{.mark} [[a] b]{.x}')
  expect(tree.children[0]).toMatchObject({
    children: [
      {type: 'text', value: 'a ]{x} 和 '},
      {type: 'inlineRole', children: [{type: 'text', value: '字'}]},
      {type: 'text', value: ' '},
      {type: 'inlineRole', children: [{type: 'text', value: '[a] b'}]},
    ],
  })
})

test.each([
  ['quotes', '>'.repeat(1000)],
  ['lists', '- '.repeat(1000)],
])('what lies too deep in %s is a text of the course', (_name, marks) => {
  const {course} = courseFrom([`# 章\n\n${marks} 重要内容`])
  expect(JSON.stringify(course.chapters)).toContain('重要内容')
})
