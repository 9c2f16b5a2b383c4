import {describe, expect, test} from 'vitest'
import {countUnits} from '../../src/model/slice-block.ts'
import {priceOfCut} from '../../src/slides/break-rules.ts'
import {paginate} from '../../src/slides/paginate.ts'
import {courseFrom} from '../support/course-from.ts'

const blockOf = (markdown: string) => courseFrom([`# 章\n\n${markdown}`]).course.chapters[0]?.blocks[0]
const lines = (count: number) => Array.from({length: count}, (_value, index) => `  line ${index}`).join('\n')
const pricesOf = (markdown: string) => {
  const block = blockOf(markdown)
  return Array.from({length: block ? countUnits(block) - 1 : 0}, (_value, part) => priceOfCut(block, part))
}

describe('a container on slides', () => {
  test('is best cut between its blocks, and never so that a line, an item or a row is alone', () => {
    const exercise = `:::exercise{#exr-a}\n题目。\n\n\`\`\`js\n${lines(5)}\n\`\`\`\n\n- 一\n- 二\n- 三\n:::`
    // The words, five lines, three items.
    expect(pricesOf(exercise)).toEqual([0.5, 7, 3, 3, 7, 0.5, 5, 5])
  })

  test('keeps a paragraph that announces with what follows', () => {
    expect(pricesOf(':::exercise{#exr-a}\n如下：\n\n- 一\n- 二\n\n完。\n:::')).toEqual([3, 5, 0.5])
  })

  test.each(Array.from({length: 20}, (_value, index) => index + 6))(
    'with a listing of %i lines has none of them alone',
    (count) => {
      const block = blockOf(`:::exercise{#exr-a}\n题目。\n\n\`\`\`js\n${lines(count)}\n\`\`\`\n\n做什么？\n:::`)
      const parts = Array.from({length: count + 2}, (_value, index) => ({top: index * 40, bottom: index * 40 + 40}))
      const items = [
        {top: 0, bottom: (count + 2) * 40, above: 20, below: 20, columns: [], floor: 0.6, widthScale: 1, parts},
      ]
      const measure = {width: 1000, available: 400, used: (count + 2) * 40, items, notes: {}, notesFrame: 0}
      const pages = paginate(measure, {together: [false], cutPrice: (_item, part) => priceOfCut(block, part)})
      const shown = pages.map(({items: [item]}) => [item?.from ?? 0, item?.to ?? count + 2] as const)
      // Lines are the parts 1 to `count`.
      const ofListing = shown.map(([from, to]) => Math.min(to, count + 1) - Math.max(from, 1)).filter((one) => one > 0)
      expect(ofListing).not.toContain(1)
      expect(ofListing.reduce((sum, one) => sum + one, 0)).toBe(count)
    },
  )
})
