import {describe, expect, test} from 'vitest'
import type {Block} from '../../src/model/block.ts'
import type {Course} from '../../src/model/course.ts'
import {editions, outputs} from '../../src/model/output.ts'
import {selectEdition} from '../../src/model/select-edition.ts'
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
    ['notes, then everybody', ':::notes\n备[^a]\n:::\n\n正文[^a]', {outputs: [...outputs], rules: 0}],
    [
      'slides, then book',
      ':::only{in=slides}\n甲[^a]\n:::\n\n:::only{in=book}\n乙[^a]\n:::',
      {outputs: [...outputs], rules: 0},
    ],
    [
      'notes, then slides',
      ':::notes\n备[^a]\n:::\n\n:::only{in=slides}\n甲[^a]\n:::',
      {outputs: ['deck', 'slides', 'handout'], rules: 2},
    ],
  ])('are for all who see a reference: %s', (_name, text, expected) => {
    const {course, files} = courseFrom([`# 章\n\n${text}\n\n[^a]: 注\n`])
    const [note] = course.chapters[0]?.footnotes ?? []
    const {rules = [], ...readers} = note?.blocks[0]?.audience ?? {}
    expect({...readers, rules: rules.length}).toEqual({editions: ['student', 'teacher'], ...expected})
    expect(files.flatMap(({messages}) => messages)).toEqual([])
  })

  test('in the title of a hidden section are for books', () => {
    const {course} = courseFrom(['# 章\n\n## 节[^a] {visibility="hidden"}\n\n[^a]: 注\n'])
    expect(course.chapters[0]?.footnotes[0]?.blocks[0]?.audience.outputs).toEqual(['epub', 'pdf'])
  })

  test('that each edition refers to in other outputs are one for each, with one name and number', () => {
    const text = ':::notes\n备[^a]\n:::\n\n:::only{in=book}\n乙[^a]与[^b]\n:::'
    const {course, files} = courseFrom([`# 章\n\n${text}\n\n[^a]: 注\n\n[^b]: 又注\n`])
    expect(files.flatMap(({messages}) => messages)).toEqual([])
    const notes = course.chapters[0]?.footnotes ?? []
    expect(notes.map(({identifier, number}) => `${identifier} ${number}`)).toEqual(['a 1', 'a 1', 'b 2'])
    expect(notes.map(({blocks}) => [blocks[0]?.audience.editions, blocks[0]?.audience.outputs])).toEqual([
      [['student'], ['epub', 'pdf']],
      [['teacher'], ['deck', 'epub', 'pdf', 'handout']],
      [
        ['student', 'teacher'],
        ['epub', 'pdf'],
      ],
    ])
    expect(new Set(notes.map(({id}) => id)).size).toBe(3)
    for (const edition of editions) {
      const seen = selectEdition(course, edition).chapters[0]?.footnotes ?? []
      expect(seen.map(({identifier}) => identifier)).toEqual(['a', 'b'])
    }
  })

  test('inside others are for the readers of these too, and no more', () => {
    const text = ':::notes\n备[^n][^a]\n:::\n\n正文[^a]'
    const notes =
      '[^a]: 注[^n]\n\n    :::only{edition=teacher}\n    只给教师[^t]\n    :::\n\n[^n]: 内注[^m]\n\n[^m]: 更内[^a]\n\n[^t]: 教师的注'
    const {course, files} = courseFrom([`# 章\n\n${text}\n\n${notes}\n`])
    expect(files.flatMap(({messages}) => messages)).toEqual([])
    const seen = editions.map((edition) => selectEdition(course, edition).chapters[0]?.footnotes ?? [])
    expect(seen.map((some) => some.map(({identifier, number}) => `${identifier} ${number}`))).toEqual([
      ['n 1', 'a 2', 'm 3'],
      ['n 1', 'a 2', 'm 3', 't 4'],
    ])
  })

  test('that are one for each edition are built once, and hold the same notes', () => {
    const text = ':::notes\n备[^a]\n:::\n\n:::only{in=book}\n乙[^a]\n:::'
    const note = '[^a]: 注[^n] ![图](missing.png)\n\n    :::only{edition=teacher}\n    只给教师\n    :::\n\n[^n]: 内注'
    const {course, files} = courseFrom([`# 章\n\n${text}\n\n${note}\n`])
    expect(files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))).toEqual(['image-exists'])
    const seen = editions.map((edition) => selectEdition(course, edition).chapters[0]?.footnotes ?? [])
    expect(seen.map((notes) => notes.map(({identifier, number}) => `${identifier} ${number}`))).toEqual([
      ['a 1', 'n 2'],
      ['a 1', 'n 2'],
    ])
    expect(seen.map(([one]) => JSON.stringify(one).includes('只给教师'))).toEqual([false, true])
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
