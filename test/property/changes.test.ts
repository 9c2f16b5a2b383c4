import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {commonOrder, longestIncreasing} from '../../src/changes/common-order.ts'
import {compareCourses} from '../../src/changes/compare-courses.ts'
import {readPassages, type Passage} from '../../src/changes/read-passages.ts'
import type {BlockChange, BlockText, CourseChanges, TextPart} from '../../src/model/changes.ts'
import {editions, type Edition} from '../../src/model/output.ts'
import type {Course} from '../../src/model/course.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'

const blocks = fc.constantFrom(
  '第一段话，说的是参数。',
  '第一段话，说的是参数与数据。',
  '第二段话，说的是历史，见@fig-a。',
  '第三段。后面还有一句。',
  '如下：',
  '- 甲\n- 乙\n- 丙',
  '- 甲\n- 丙',
  '| 名 | 值 |\n| - | - |\n| 一 | 1 |',
  '```python\nprint(1)\nprint(2)\n```',
  '```python {#lst-a}\nprint(1)\nprint(3)\n```',
  '![图](a.svg){#fig-a}',
  '![另一幅](a.svg)',
  '$$\nx\n$$ {#eq-a}',
  '> [!NOTE]\n> 提示的一句话。',
  ':::exercise{#exr-a}\n题目。\n:::',
  ':::solution{for="exr-a"}\n解答是七，只给老师看的一句。\n:::',
  ':::only{in="book"}\n第一段话，说的是参数。\n:::',
  '有注[^a]。\n\n[^a]: 注。',
  '---',
)
const headings = fc.constantFrom('## 甲', '## 乙', '### 丙', '## 丁 {#sec-d}', '# 章', '')
const chapter = fc
  .array(fc.tuple(headings, fc.array(blocks, {maxLength: 5})), {maxLength: 5})
  .map((sections) => `# 章\n\n${sections.map(([heading, own]) => [heading, ...own].join('\n\n')).join('\n\n')}\n`)
const course = fc
  .array(chapter, {minLength: 1, maxLength: 3})
  .map((chapters) => courseFrom(chapters, [svgResource('a.svg')]).course)

/** All that a reader sees of a block but its number and that of what it names. */
const seen = ({name, pieces}: BlockText) => [name, ...pieces.map((text) => unnumbered(text))].join('⏎')
const unnumbered = (text: string) => text.replaceAll(/图 \d+-\d+|@fig-a/gu, '图')

/** What an edition shows, one for each block. */
const shown = (one: Course, edition: Edition): string[] =>
  readPassages(one, edition).flatMap(({units}) => units.map((unit) => seen(textOf(unit))))

const textOf = ({pieces, ...unit}: Passage['units'][number]): BlockText => ({
  ...unit,
  pieces: pieces.map(({text}) => text),
})

const blockChanges = ({sections}: CourseChanges): BlockChange[] => sections.flatMap((section) => section.blocks)

/** What parts say without those of a kind; undefined for nothing but those. */
function textWithout(type: 'added' | 'removed', parts: readonly TextPart[]): string | undefined {
  const others = parts.filter((part) => part.type !== type)
  return others.length > 0 ? others.map(({text}) => text).join('') : undefined
}

/** A list without one of each of the others; what is not there is named. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const rest = [...list]
  for (const other of others) {
    const index = rest.indexOf(other)
    if (index < 0) rest.push(`not there: ${other}`)
    else rest.splice(index, 1)
  }
  return rest
}

describe('changes', () => {
  test.each(editions)('of a course compared with itself are none; %s', (edition) => {
    fc.assert(
      fc.property(course, (one) => {
        expect(compareCourses(one, one, edition)).toMatchObject({sections: [], numbers: [], goals: []})
      }),
      {numRuns: 150},
    )
  })

  test('put in the place of what they say changed make of the old course the new one, block for block', () => {
    fc.assert(
      fc.property(course, course, (before, after) => {
        const all = blockChanges(compareCourses(before, after, 'teacher'))
        const removed = all.flatMap((change) => {
          if (change.type === 'removed') return [seen(change.block)]
          return change.type === 'changed' ? [seen(change.before)] : []
        })
        const added = all.flatMap((change) =>
          change.type === 'added' || change.type === 'changed' ? [seen(change.block)] : [],
        )
        const changed = [...without(shown(before, 'teacher'), removed), ...added]
        expect(changed.toSorted()).toEqual(shown(after, 'teacher').toSorted())
      }),
      {numRuns: 300},
    )
  })

  test('stand in the order of the new course, and what has none stands there in the order that it had', () => {
    fc.assert(
      fc.property(course, course, (before, after) => {
        const {sections} = compareCourses(before, after, 'student')
        const order = readPassages(after, 'student').flatMap(({heading, units}) => [
          heading.id,
          ...units.map(({id}) => id),
        ])
        const told = sections.flatMap(({blocks: own, heading, state}) => [
          ...(state === 'removed' ? [] : [heading.id]),
          ...own.flatMap((change) => (change.type === 'removed' ? [] : [change.block.id])),
        ])
        const places = told.map((id) => order.indexOf(id))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places).not.toContain(-1)
      }),
      {numRuns: 200},
    )
  })

  test('of a block give both of its texts', () => {
    fc.assert(
      fc.property(course, course, (before, after) => {
        for (const change of blockChanges(compareCourses(before, after, 'teacher'))) {
          if (change.type !== 'changed') continue
          const texts = change.differences.map((difference) => {
            const parts = difference.type === 'edited' ? difference.parts : [difference]
            return {old: textWithout('added', parts), now: textWithout('removed', parts)}
          })
          expect(texts.flatMap(({now}) => now ?? [])).toEqual(change.block.pieces)
          const old = texts.flatMap((text) => (text.old === undefined ? [] : unnumbered(text.old)))
          expect(old).toEqual(change.before.pieces.map((text) => unnumbered(text)))
        }
      }),
      {numRuns: 200},
    )
  })

  test('for students tell nothing that is the teacher’s', () => {
    fc.assert(
      fc.property(course, course, (before, after) => {
        expect(JSON.stringify(compareCourses(before, after, 'student'))).not.toContain('只给老师看')
      }),
      {numRuns: 100},
    )
  })
})

describe('what two lists have in common', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), {maxLength: 12})

  test('is in the order of both, and all of it when they are the same', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const pairs = commonOrder(before, after)
        expect(pairs.map(([from]) => before[from])).toEqual(pairs.map(([, to]) => after[to]))
        for (const side of [0, 1] as const) {
          const places = pairs.map((pair) => pair[side])
          expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
        }
        expect(commonOrder(before, before)).toHaveLength(before.length)
      }),
    )
  })

  test('of numbers that increase is as long as it can be', () => {
    const distinct = fc.uniqueArray(fc.integer({min: 0, max: 30}), {maxLength: 9})
    fc.assert(
      fc.property(distinct, (values) => {
        const found = longestIncreasing(values).map((index) => values[index] ?? 0)
        expect(found).toEqual(found.toSorted((a, b) => a - b))
        const longest = (from: number, least: number): number =>
          from === values.length
            ? 0
            : Math.max(
                longest(from + 1, least),
                (values[from] ?? 0) > least ? 1 + longest(from + 1, values[from] ?? 0) : 0,
              )
        expect(found).toHaveLength(longest(0, -1))
      }),
    )
  })
})
