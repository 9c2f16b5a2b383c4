import {describe, expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'

describe('what stands before and after the chapters', () => {
  const {course, files} = courseFrom(
    [
      '# 前言\n\n## 怎样用\n\n文字\n',
      '---\nid: one\n---\n\n# 一\n\n## 甲\n\n文字\n',
      '---\nid: terms\nin: book\n---\n\n# 术语表 {#sec-terms}\n\n## 词\n\n| a |\n| - |\n| 1 |\n\n: 表 {#tbl-a}\n',
      '# 年表\n',
    ],
    [],
    {roles: ['preface', 'chapter', 'appendix', 'appendix']},
  )

  test('a preface has no number, appendices have letters', () => {
    expect(files.flatMap((file) => file.messages.map(String))).toEqual([])
    expect(course.chapters.map(({label, number, role}) => [role, number, label])).toEqual([
      ['preface', '', ''],
      ['chapter', '1', '第 1 章'],
      ['appendix', 'A', '附录 A'],
      ['appendix', 'B', '附录 B'],
    ])
    expect(course.chapters.map(({sections}) => sections[0]?.number)).toEqual(['', '1.1', 'A.1', undefined])
    expect(course.references.get('tbl-a')?.label).toBe('表 A-1')
    expect(course.references.get('sec-terms')?.label).toBe('附录 A')
  })

  test('`in` leaves a chapter out of other outputs, and its blocks say by which rule', () => {
    const terms = course.chapters[2]
    expect(terms?.audience).toEqual({
      outputs: ['epub', 'pdf'],
      editions: ['student', 'teacher'],
      rules: [{name: 'in: book', line: 3, outputs: ['epub', 'pdf']}],
    })
    expect(terms?.sections[0]?.blocks[0]?.audience).toEqual(terms?.audience)
  })

  test('an unknown output in `in` is an error at its line', () => {
    const wrong = courseFrom(['---\nid: a\nin: books\n---\n\n# 一\n'])
    expect(wrong.files.flatMap(({messages}) => messages.map(({line, ruleId}) => [ruleId, line]))).toEqual([
      ['front-matter-is-valid', 3],
    ])
  })
})
