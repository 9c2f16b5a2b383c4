import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {allBlocks} from '../../src/model/walk.ts'
import {partColumns} from '../../src/assemble/blocks/part-columns.ts'
import {courseFrom} from '../support/course-from.ts'

const cells = (words: readonly string[]) => words.map((value) => [{type: 'text' as const, value}])

const tableOf = (row: readonly string[]) =>
  [row, row.map(() => '-'), row].map((line) => `| ${line.join(' | ')} |`).join('\n')

function tablesIn(text: string) {
  const {course, files} = courseFrom([`# 章\n\n${text}\n`])
  const tables = [...allBlocks(course.chapters[0] ?? {blocks: [], sections: []})].filter(({type}) => type === 'table')
  return {tables, rules: files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId))}
}

describe('a table whose columns do not fit side by side', () => {
  test('is several, of which each begins with the first column and none has a column of another', () => {
    const word = fc.oneof(fc.stringMatching(/^[a-z]{1,30}$/u), fc.stringMatching(/^[词元模型]{1,20}$/u))
    fc.assert(
      fc.property(fc.array(word, {minLength: 1, maxLength: 60}), (words) => {
        const parts = partColumns([cells(words)], words.length)
        const columns = parts.map((part) => part.columns)
        expect(columns.map(([first]) => first)).toEqual(parts.map(() => 0))
        expect(columns.flatMap(([, ...others]) => others)).toEqual(words.slice(1).map((_word, index) => index + 1))
        expect(parts.every((part) => part.columns.length > 1 || parts.length === 1)).toBe(true)
      }),
    )
  })

  test('is reported once; the first of them has caption, label and id', () => {
    const row = Array.from({length: 12}, (_, index) => `characteristic${index}`)
    const {rules, tables} = tablesIn(`${tableOf(row)}\n\n: 题 {#tbl-a}\n\n见 @tbl-a。`)
    expect(rules).toEqual(['table-fits'])
    expect(tables.length).toBeGreaterThan(2)
    expect(tables.map((table) => 'label' in table && table.label)).toEqual([
      '表 1-1',
      ...tables.slice(1).map(() => false),
    ])
    expect(tables[0]?.id).toBe('tbl-a')
    expect(new Set(tables.map(({id}) => id)).size).toBe(tables.length)
  })

  test('of words that no page is wide enough for has them broken', () => {
    const {rules, tables} = tablesIn(tableOf(['a', 'x'.repeat(120)]))
    expect(rules).toEqual([])
    expect(tables).toMatchObject([{isTight: true}])
  })
})

test('a table as books have it is one', () => {
  const {rules, tables} = tablesIn(
    tableOf(['Mixtral 8x7B', '46.7 B', '12.9 B', '32 k', 'Apache 2.0', '2023-12', '混合专家']),
  )
  expect(rules).toEqual([])
  expect(tables).toHaveLength(1)
  expect(tables[0]).not.toHaveProperty('isTight')
})
