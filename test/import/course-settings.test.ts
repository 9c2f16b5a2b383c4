import * as v from 'valibot'
import {describe, expect, test} from 'vitest'
import {courseSchema} from '../../src/config/course-schema.ts'
import {courseSettings} from '../../src/import/course-settings.ts'
import {languageOf} from '../../src/import/language-of.ts'
import {byNaturalOrder} from '../../src/import/natural-order.ts'
import type {Outline} from '../../src/import/outline.ts'

const outline: Outline = {
  tool: 'quarto',
  title: '书',
  language: 'zh-CN',
  authors: [],
  front: ['index.qmd'],
  parts: [{chapters: ['a.md']}, {title: 'Part', chapters: ['b.Rmd', 'c.markdown']}],
  back: ['z.mdx'],
  bibliography: ['works.bib'],
  variables: {'site.url': 'https://example.org'},
  chapterBegins: 'file',
  problems: [],
}

describe('the settings of an imported book', () => {
  const settings = courseSettings(outline, {date: '2026-01-01', source: 'https://example.org/Ada/Mein_Buch/'})

  test('are what course.yml may have, with chapters that are .md', () => {
    const config = v.parse(courseSchema, settings)
    expect(config.chapters).toEqual(['a.md', {part: 'Part', chapters: ['b.md', 'c.md']}])
    expect(config.variables).toEqual({'site.url': 'https://example.org'})
    expect([config.front, config.back, config.bibliography]).toEqual([['index.md'], ['z.md'], ['works.bib']])
  })

  test('say so where chapters begin with headings', () => {
    const whole = courseSettings({...outline, chapterBegins: 'heading'}, {date: '2026-01-01', source: '/b'})
    expect(v.parse(courseSchema, whole)['chapter-begins']).toBe('heading')
    expect(v.parse(courseSchema, settings)['chapter-begins']).toBe('file')
  })

  test('lower no rule', () => {
    expect(v.parse(courseSchema, settings).rules).toEqual({})
  })

  test('have a slug and an identifier that are the same for the same source, and others for another', () => {
    const other = courseSettings(outline, {date: '2026-02-02', source: '/书/'})
    const again = courseSettings(outline, {date: '2026-02-02', source: 'https://example.org/Ada/Mein_Buch/'})
    expect(settings.slug).toBe('mein-buch')
    expect(other.slug).toBe('book')
    expect(settings.identifier).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5/u)
    expect(again.identifier).toBe(settings.identifier)
    expect(other.identifier).not.toBe(settings.identifier)
  })
})

test.each([
  ['zh-CN', '这是一本关于 Linux kernel 的书，我们来学习。'],
  ['zh-TW', '這是一本關於 Linux 的書，我們來學習。'],
  ['ja', 'これは Linux についての本です。漢字もあります。'],
  ['ko', '이것은 책입니다.'],
  ['ru', 'Это книга о Linux.'],
  ['en', 'This is the book. 书'],
  ['de', 'Das ist die Einführung und nicht der Schluss.'],
  ['fr', 'Les pages des livres que vous lisez dans une salle.'],
  ['es', 'Los libros que una persona lee con las manos.'],
  ['en', ''],
  ['zh-CN', '短文。\n\n```python\nfor the_long_name in list_of_the_words: print(the_long_name)\n```\n'],
])('the language of a text is %s', (language, text) => {
  expect(languageOf([text])).toBe(language)
})

test('natural order is a total order', () => {
  const names = [
    'README.md',
    'a/README.md',
    'a/b.md',
    'a.md',
    'a',
    '2.md',
    '10.md',
    '02.md',
    '第二章/x.md',
    '第十章.md',
    '第十二章.md',
    'b/index.md',
    'b/a.md',
  ]
  for (const a of names) {
    for (const b of names) {
      expect(Math.sign(byNaturalOrder(a, b)) + Math.sign(byNaturalOrder(b, a))).toBe(0)
      expect(byNaturalOrder(a, b) === 0).toBe(a === b)
      for (const c of names)
        if (byNaturalOrder(a, b) < 0 && byNaturalOrder(b, c) < 0) expect(byNaturalOrder(a, c)).toBeLessThan(0)
    }
  }
})
