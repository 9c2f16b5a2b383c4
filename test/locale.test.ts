import {describe, expect, test} from 'vitest'
import {chineseNumeral} from '../src/locale/chinese-numeral.ts'
import {localeFor} from '../src/locale/locale.ts'

const settings = {chapterNumerals: 'arabic', labels: {}} as const

describe('the words of a course', () => {
  test.each([
    ['zh-CN', '第 3 章', '图', '目录'],
    ['zh', '第 3 章', '图', '目录'],
    ['zh-TW', '第 3 章', '圖', '目錄'],
    ['zh-Hant-HK', '第 3 章', '圖', '目錄'],
    ['ja', '第3章', '図', '目次'],
    ['en-GB', 'Chapter 3', 'Figure', 'Contents'],
    ['tlh', 'Chapter 3', 'Figure', 'Contents'],
  ])('%s', (language, ...expected) => {
    const {labels, words} = localeFor({...settings, language})
    expect([labels.chapter(3), labels.figure, words.contents]).toEqual(expected)
  })

  test('chapters may have Chinese numerals, and labels be the course’s own', () => {
    const chinese = localeFor({...settings, language: 'zh-CN', chapterNumerals: 'chinese'})
    expect([3, 12, 20].map((number) => chinese.labels.chapter(number))).toEqual(['第三章', '第十二章', '第二十章'])
    const own = localeFor({...settings, language: 'zh-CN', labels: {figure: '插图', chapter: '第 {} 讲'}})
    expect([own.labels.figure, own.labels.chapter(2), own.labels.table]).toEqual(['插图', '第 2 讲', '表'])
    const both = localeFor({language: 'zh-CN', chapterNumerals: 'chinese', labels: {chapter: '第 {} 讲'}})
    expect(both.labels.chapter(2)).toBe('第二讲')
  })

  test('Chinese numerals', () => {
    const numbers = [1, 9, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 120, 999]
    expect(numbers.map((number) => chineseNumeral(number)).join(' ')).toBe(
      '一 九 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一百二十 九百九十九',
    )
  })
})
