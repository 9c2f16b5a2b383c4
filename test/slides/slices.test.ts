import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import type {Block} from '../../src/model/block.ts'
import {sentencesOf} from '../../src/model/sentences.ts'
import {sliceBlock} from '../../src/model/slice-block.ts'
import {courseFrom} from '../support/course-from.ts'
import {slidesOf} from '../support/slides-of.ts'

function blockOf(markdown: string): Block {
  const {course} = courseFrom([`# 章\n\n${markdown}`])
  const block = course.chapters[0]?.blocks[0]
  if (!block) throw new Error('The fixture has no block')
  return block
}

/** A list as lines, `+` for an item whose beginning stands elsewhere. */
function outline(block: Block): string[] {
  if (block.type === 'prose') return [toString([...block.children])]
  if (block.type !== 'list') return 'blocks' in block ? block.blocks.flatMap((child) => outline(child)) : []
  return block.items.flatMap(({blocks, isContinued}, index) => {
    const lines = blocks.flatMap((child) => outline(child))
    const mark = block.marker === 'number' ? `${block.start + index}.` : '-'
    return isContinued ? ['+', ...lines] : [`${mark} ${lines[0]}`, ...lines.slice(1)]
  })
}

describe('a nested list', () => {
  const list = blockOf('1. 甲\n   - 甲一\n   - 甲二\n2. 乙\n3. 丙\n   - 丙一\n')

  test('falls into its innermost items, and an item’s own words go with the first', () => {
    expect(outline(sliceBlock(list, {from: 0, to: 1}))).toEqual(['1. 甲', '- 甲一'])
    expect(outline(sliceBlock(list, {from: 1, to: 3}))).toEqual(['+', '- 甲二', '2. 乙'])
    expect(outline(sliceBlock(list, {from: 2, to: 4}))).toEqual(['2. 乙', '3. 丙', '- 丙一'])
  })

  test('in a container, too', () => {
    const exercise = blockOf(':::exercise\n做：\n\n- 一\n- 二\n- 三\n:::\n')
    expect(outline(sliceBlock(exercise, {from: 0, to: 2}))).toEqual(['做：', '- 一'])
    expect(outline(sliceBlock(exercise, {from: 2, to: 4}))).toEqual(['- 二', '- 三'])
  })
})

describe('what a container holds is cut like what stands alone:', () => {
  const codeOf = (block: Block): string[] => {
    if (block.type === 'listing') return [block.code]
    return 'blocks' in block ? block.blocks.flatMap((child) => codeOf(child)) : []
  }

  test('lines of a listing', () => {
    const callout = blockOf('> [!NOTE]\n> 看：\n>\n> ```python\n> a = 1\n> b = 2\n> c = 3\n> ```\n')
    expect(codeOf(sliceBlock(callout, {from: 0, to: 2}))).toEqual(['a = 1'])
    expect(codeOf(sliceBlock(callout, {from: 2, to: 4}))).toEqual(['b = 2\nc = 3'])
  })
})

test('rows of a table in a container are parts, and its header stands again', () => {
  const callout = blockOf('> [!NOTE]\n> | 甲 | 乙 |\n> | - | - |\n> | 一 | 二 |\n> | 三 | 四 |\n')
  const cut = sliceBlock(callout, {from: 1, to: 2})
  const [table] = 'blocks' in cut ? cut.blocks : []
  const rows = table?.type === 'table' ? [table.header, ...table.rows] : []
  expect(rows.map((row) => row.map((cell) => toString([...cell])).join(' '))).toEqual(['甲 乙', '三 四'])
})

test('containers in a container are cut, too', () => {
  const exercise = blockOf(':::::exercise\n题。\n\n::::hint\n提示一。\n\n- 甲\n- 乙\n::::\n:::::\n')
  expect(outline(sliceBlock(exercise, {from: 1, to: 3}))).toEqual(['提示一。', '- 甲'])
  expect(outline(sliceBlock(exercise, {from: 3, to: 4}))).toEqual(['- 乙'])
})

describe('sentences', () => {
  test.each([
    ['一。二！三？', ['一。', '二！', '三？']],
    ['他说：“走。”然后走了。', ['他说：“走。”', '然后走了。']],
    ['One. Two 3.5 too.', ['One.', ' Two 3.5 too.']],
    ['有**重。点**的。完', ['有重。点的。', '完']],
    ['没有句号', ['没有句号']],
  ])('%s', (markdown, expected) => {
    const block = blockOf(markdown)
    const sentences = block.type === 'prose' ? sentencesOf(block.children) : []
    expect(sentences.map((nodes) => toString([...nodes]))).toEqual(expected)
  })

  test('of a long paragraph stand on slides in stretches, where slides show all', async () => {
    const slides = await slidesOf(`## 节 {slides=full}\n\n${'这一句有十个字呢。'.repeat(60)}\n`)
    const pieces = slides.flatMap(({items}) => items.map(({piece}) => [piece?.from, piece?.to]))
    expect(pieces).toEqual([
      [0, 17],
      [17, 34],
      [34, 51],
      [51, 60],
    ])
  })
})
