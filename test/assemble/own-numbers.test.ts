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
