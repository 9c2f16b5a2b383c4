import {expect, test} from 'vitest'
import {digitsOf, ownNumber} from '../../src/assemble/own-numbers.ts'
import {courseFrom} from '../support/course-from.ts'

test.each([
  ['第1章 引言', '1'],
  ['第一章', '一'],
  ['第 12 讲：图', '12'],
  ['1.1 锚点', '1.1'],
  ['3.2.1锚点', '3.2.1'],
  ['Chapter 3: X', '3'],
  ['3 X', '3'],
  ['3. 以数字开头', '3'],
  ['一、缘起', '一'],
  ['（一）缘起', '一'],
  ['(a) x', 'a'],
  ['Appendix B', 'B'],
  ['2024', undefined],
  ['3D 打印', undefined],
  ['C#', undefined],
  ['一般的情形', undefined],
  ['Partial orders', undefined],
  ['Section', undefined],
])('%s brings %s', (title, number) => {
  expect(ownNumber(title)).toBe(number)
})

test('numbers of Chinese are numbers', () => {
  expect(['一', '十', '十二', '二十', '二十一', '7', '甲'].map(digitsOf)).toEqual([1, 10, 12, 20, 21, 7, undefined])
})

const numbersOf = (chapters: readonly string[], numbering?: 'none' | 'own') => {
  const {course, files} = courseFrom(chapters, [], numbering ? {head: {numbering}} : {})
  return {
    chapters: course.chapters.map(({label, number}) => `${number} ${label}`),
    sections: course.chapters.flatMap(({sections}) => sections.map(({number}) => number)),
    labels: course.chapters.flatMap(({id, sections}) =>
      [id, ...sections.map((one) => one.id)].map((one) => course.references.get(one)?.label),
    ),
    messages: files.flatMap((file) => file.messages.map(String)),
  }
}

test('headings that bring numbers get none of ours, and references name theirs', () => {
  const {chapters, labels, sections} = numbersOf([
    '# 第3章 甲\n\n## 3.1 子\n\n文。\n\n## 3.2 丑\n\n文。',
    '# 第4章 乙\n\n## 4.1 寅\n\n文。\n\n## 小结\n\n文。',
  ])
  expect(chapters).toEqual(['3 ', '4 '])
  expect(sections).toEqual(['', '', '', ''])
  expect(labels).toEqual(['第 3 章', '第 3.1 节', '第 3.2 节', '第 4 章', '第 4.1 节', '小结'])
})

test('sections of chapters that bring numbers have ours below them', () => {
  const {chapters, sections} = numbersOf(['# 第二章 甲\n\n## 子\n\n文。', '# 第三章 乙\n\n## 丑\n\n文。'])
  expect(chapters).toEqual(['2 ', '3 '])
  expect(sections).toEqual(['2.1', '3.1'])
})

const figureLabels = (chapters: readonly string[]) => {
  const {course} = courseFrom(chapters)
  const ids = chapters.flatMap((text) =>
    Array.from(text.matchAll(/#(?<id>(?:fig|tbl|eq|lst)-\w+)/gu), ({groups}) => groups?.['id'] ?? ''),
  )
  return ids.map((id) => course.references.get(id)?.label)
}

test('figures, tables, equations and listings have the number that the title of their chapter brings', () => {
  const numbered = (title: string, mark: string) =>
    [
      `# ${title}\n\n## ${mark}.1 子`,
      `![题](x.svg){#fig-${mark}}`,
      `| 甲 |\n| - |\n| 乙 |\n\n: 题 {#tbl-${mark}}`,
      `$$\na\n$$ {#eq-${mark}}`,
      `\`\`\`js {#lst-${mark} caption="题"}\na\n\`\`\``,
    ].join('\n\n')
  const of = (number: string) => [`图 ${number}-1`, `表 ${number}-1`, `式 (${number}-1)`, `代码 ${number}-1`]
  const preface = '# 序\n\n![题](x.svg){#fig-0}'
  expect(figureLabels([preface, numbered('第1章 甲', '1')])).toEqual(['图 0-1', ...of('1')])
  expect(figureLabels([preface, numbered('第三章 甲', '3'), numbered('第四章 乙', '4')])).toEqual([
    '图 0-1',
    ...of('3'),
    ...of('4'),
  ])
  // Numbers that are there twice say nothing.
  expect(figureLabels([numbered('第1章 甲', '1'), numbered('第1章 乙', '2')])).toEqual([...of('1'), ...of('2')])
})

test('a first chapter without a number among chapters that bring theirs has none', () => {
  expect(numbersOf(['# 序\n\n## 缘起\n\n文。', '# 第1章 甲\n\n## 子\n\n文。'])).toMatchObject({
    chapters: [' ', '1 '],
    sections: ['', '1.1'],
  })
  expect(numbersOf(['# 序', '# 3 个理由']).chapters).toEqual(['1 第 1 章', '2 第 2 章'])
})

test('one heading that begins with a number is no numbering', () => {
  const {chapters, sections} = numbersOf(['# 甲\n\n## 子\n\n文。\n\n## 3. 以数字开头\n\n文。\n\n## 丑\n\n文。'])
  expect(chapters).toEqual(['1 第 1 章'])
  expect(sections).toEqual(['1.1', '1.2', '1.3'])
})

test('a course may say so itself', () => {
  expect(numbersOf(['# 甲\n\n## 子\n\n文。'], 'none')).toMatchObject({
    chapters: ['1 '],
    sections: [''],
    labels: ['甲', '子'],
  })
})
