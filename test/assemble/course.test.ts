import {describe, expect, test} from 'vitest'
import type {Block} from '../../src/model/block.ts'
import type {Course} from '../../src/model/course.ts'
import {outputs} from '../../src/model/output.ts'
import {allBlocks} from '../../src/model/walk.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'

const blocksOf = (course: Course): Block[] => course.chapters.flatMap((chapter) => [...allBlocks(chapter)])
const labels = (course: Course) =>
  Object.fromEntries(Array.from(course.references, ([name, reference]) => [name, reference.label]))

describe('numbers', () => {
  const {course, files} = courseFrom(
    [
      '# 一 {#sec-one}\n\n## 甲\n\n### 子 {#sec-sub}\n\n## 乙 {#sec-b}\n\n![图](a.svg){#fig-a}\n\n![又](a.svg){#fig-b}\n\n$$\nx\n$$ {#eq-a}\n',
      '# 二\n\n| a |\n| - |\n| 1 |\n\n: 表 {#tbl-a}\n\n```js {#lst-a}\nx\n```\n\n:::exercise{#exr-a}\n题\n:::\n\n![图](a.svg){#fig-c}\n\n:::definition{#def-a}\n义\n:::\n',
    ],
    [svgResource('a.svg')],
  )

  test('count by chapter and kind, and references show them', () => {
    expect(files.flatMap((file) => file.messages.map(String))).toEqual([])
    expect(labels(course)).toMatchObject({
      'sec-one': '第 1 章',
      'sec-sub': '第 1.1.1 节',
      'sec-b': '第 1.2 节',
      'fig-a': '图 1-1',
      'fig-b': '图 1-2',
      'eq-a': '式 (1-1)',
      'tbl-a': '表 2-1',
      'lst-a': '代码 2-1',
      'exr-a': '练习 2-1',
      'fig-c': '图 2-1',
      'def-a': '定义 2-1',
    })
  })

  test('Chinese headings get ASCII ids', () => {
    expect(course.chapters[0]?.sections[0]?.id).toBe('sec-1-1')
  })
})

describe('ids', () => {
  test('of a block stay when others come before it', () => {
    const ids = (text: string) => blocksOf(courseFrom([`# 章\n\n${text}`]).course).map(({id}) => id)
    const [later] = ids('后来的一段。\n')
    expect(ids('新的一段。\n\n后来的一段。\n')).toContain(later)
  })

  test('of equal blocks differ', () => {
    const ids = blocksOf(courseFrom(['# 章\n\n同样\n\n同样\n\n同样\n']).course).map(({id}) => id)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('audience', () => {
  const audienceOf = (markdown: string) => {
    const {course} = courseFrom([`# 章\n\n${markdown}`])
    const prose = blocksOf(course).find((block) => block.type === 'prose')
    return {outputs: prose?.audience.outputs, editions: prose?.audience.editions}
  }

  test.each([
    [':::only{in="book"}\nx\n:::\n', {outputs: ['epub', 'pdf']}],
    [':::except{in="slides"}\nx\n:::\n', {outputs: ['epub', 'pdf']}],
    [':::book-only\nx\n:::\n', {outputs: ['epub', 'pdf']}],
    ['::::only{in="book"}\n:::except{in="pdf"}\nx\n:::\n::::\n', {outputs: ['epub']}],
    ['::::only{in="epub"}\n:::only{in="pdf"}\nx\n:::\n::::\n', {outputs: []}],
    [':::only{edition="teacher"}\nx\n:::\n', {editions: ['teacher']}],
    [':::notes\nx\n:::\n', {outputs: ['deck', 'handout'], editions: ['teacher']}],
    [':::solution{for="exr-a"}\nx\n:::\n', {editions: ['teacher']}],
    [':::slide{title="t"}\nx\n:::\n', {outputs: ['deck', 'slides', 'handout']}],
    ['::::slide{title="t"}\n:::notes\nx\n:::\n::::\n', {outputs: ['deck', 'handout'], editions: ['teacher']}],
  ])('%j', (markdown, expected) => {
    expect(audienceOf(markdown)).toMatchObject(expected)
  })
})

describe('footnotes', () => {
  test('count in the order of their first reference, and are for those who see it', () => {
    const {course} = courseFrom([
      '# 章\n\n甲[^b]乙[^a]丙[^b]\n\n:::notes\n丁[^c]\n:::\n\n[^a]: 一\n\n[^b]: 二\n\n[^c]: 三\n',
    ])
    const notes = course.chapters[0]?.footnotes ?? []
    expect(notes.map(({identifier, number}) => [identifier, number])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
    expect(notes[2]?.blocks[0]?.audience.editions).toEqual(['teacher'])
  })

  test.each([
    {
      who: 'notes, then everybody',
      text: ':::notes\n备[^a]\n:::\n\n正文[^a]',
      audience: {editions: ['student', 'teacher'], outputs: [...outputs]},
      rules: 0,
    },
    {
      who: 'slides, then book',
      text: ':::only{in=slides}\n甲[^a]\n:::\n\n:::only{in=book}\n乙[^a]\n:::',
      audience: {editions: ['student', 'teacher'], outputs: [...outputs]},
      rules: 0,
    },
    {
      who: 'notes, then slides',
      text: ':::notes\n备[^a]\n:::\n\n:::only{in=slides}\n甲[^a]\n:::',
      audience: {editions: ['student', 'teacher'], outputs: ['deck', 'slides', 'handout']},
      rules: 2,
    },
  ])('are for all who see a reference: $who', ({audience, rules, text}) => {
    const {course, files} = courseFrom([`# 章\n\n${text}\n\n[^a]: 注\n`])
    const [note] = course.chapters[0]?.footnotes ?? []
    expect(note?.blocks[0]?.audience).toMatchObject(audience)
    expect(note?.blocks[0]?.audience.rules).toHaveLength(rules)
    expect(files.flatMap(({messages}) => messages)).toEqual([])
  })

  test('in the title of a hidden section are for books', () => {
    const {course} = courseFrom(['# 章\n\n## 节[^a] {visibility="hidden"}\n\n[^a]: 注\n'])
    expect(course.chapters[0]?.footnotes[0]?.blocks[0]?.audience.outputs).toEqual(['epub', 'pdf'])
  })

  test('have readers in an output where nothing refers to them: that is told', () => {
    const text = ':::notes\n备[^a]\n:::\n\n:::only{in=book}\n乙[^a]\n:::'
    const {files} = courseFrom([`# 章\n\n${text}\n\n[^a]: 注\n`])
    const messages = files.flatMap((file) => file.messages.map(({line, reason, ruleId}) => [line, ruleId, reason]))
    expect(messages).toEqual([
      [11, 'footnote-is-referenced', expect.stringContaining('nothing refers to it in student deck, handout')],
    ])
  })
})

test('links between chapters become links to ids', () => {
  const {course, files} = courseFrom([
    '# 一\n\n[去](02.md#sec-x)，[章](02.md)，[这](#sec-y)\n\n## 此 {#sec-y}\n',
    '# 二\n\n## 彼 {#sec-x}\n',
  ])
  const [prose] = blocksOf(course)
  const urls = prose?.type === 'prose' ? prose.children.flatMap((node) => (node.type === 'link' ? [node.url] : [])) : []
  expect(urls).toEqual(['#sec-x', `#${course.chapters[1]?.id}`, '#sec-y'])
  expect(files.flatMap((file) => file.messages)).toEqual([])
})
