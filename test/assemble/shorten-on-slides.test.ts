import {describe, expect, test} from 'vitest'
import {allBlocks} from '../../src/model/walk.ts'
import {excerptBlock} from '../../src/model/slice-block.ts'
import {courseFrom} from '../support/course-from.ts'

const lines = (count: number) => Array.from({length: count}, (_, index) => `x${index}`).join('\n')
const listing = (count: number, attributes = '') => `\`\`\`python ${attributes}\n${lines(count)}\n\`\`\``
const table = (rows: number) => `| a |\n| - |\n${lines(rows).replaceAll(/^.*$/gmu, '| $& |')}`

/** Lines of listings and rows of tables that slides show, with the number of all where that is said. */
function shown(text: string, head: Parameters<typeof courseFrom>[2] = {}) {
  const {course, files} = courseFrom([`# 章\n\n${text}\n`], [], head)
  expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  return [...allBlocks(course.chapters[0] ?? {blocks: [], sections: []})].flatMap((block) => {
    const part = excerptBlock(block)
    if (part.type === 'listing') return [[part.lines.length, part.shortenedFrom]]
    return part.type === 'table' ? [[part.rows.length, part.shortenedFrom]] : []
  })
}

describe('slides show', () => {
  test.each([
    ['a listing that is short enough', listing(40), [[40, undefined]]],
    ['the beginning of a longer one', listing(41), [[40, 41]]],
    ['the lines that its author chose', listing(100, '{slide="51-95"}'), [[45, undefined]]],
    ['all where its author asks for it', listing(100, '{slide="all"}'), [[100, undefined]]],
    ['a table that is short enough', table(24), [[24, undefined]]],
    ['the beginning of a longer one', table(60), [[24, 60]]],
    [
      'what stands inside of other blocks likewise',
      `:::note\n${listing(50)}\n:::\n\n- 项\n\n${table(30).replaceAll(/^/gmu, '  ')}`,
      [
        [40, 50],
        [24, 30],
      ],
    ],
    [
      'all of it where the section is shown in full',
      `## 节 {slides=full}\n\n${listing(50)}\n\n### 内\n\n${table(50)}`,
      [
        [50, undefined],
        [50, undefined],
      ],
    ],
  ])('%s', (_what, text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  test('as much as the course says', () => {
    const head = {slideLimits: {listing: 3, table: Infinity}}
    expect(shown(`${listing(5)}\n\n${table(100)}`, {head})).toEqual([
      [3, 5],
      [100, undefined],
    ])
    expect(shown(listing(100), {head: {slideMode: 'full'}})).toEqual([[100, undefined]])
  })
})
