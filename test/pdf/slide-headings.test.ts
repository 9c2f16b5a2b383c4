import type {Element} from 'hast'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import type {Slide} from '../../src/model/deck.ts'
import {slideHeadings} from '../../src/pdf/slide-headings.ts'
import {decksOf} from '../support/deck-of.ts'

const chapters = [
  '# 一\n\n话。\n\n## 二 {#sec-two}\n\n话。\n\n### 三 {#sec-three}\n\n话。\n\n---\n\n又一张。\n',
  '# 四\n\n### 深 {#sec-deep}\n\n话。\n',
]

/** The level that each slide's heading has, 0 for none. */
async function levelsWith(above: 0 | 1): Promise<(readonly [string, number])[]> {
  const {course, decks} = await decksOf(chapters)
  const level = slideHeadings(course, above)
  return decks.student.slides.map(
    (slide) => [slide.section || slide.chapter || slide.layout, levelOf(slide, level)] as const,
  )
}

function levelOf(slide: Slide, level: ReturnType<typeof slideHeadings>): number {
  const heading = h('h2', 'x')
  const box: Element = h('div', [heading])
  level(slide, box)
  const {ariaLevel, role} = heading.properties
  return role === 'heading' ? Number(ariaLevel) : 0
}

describe('headings of slides on paper', () => {
  test('are those of the course, each once, and no level is left out', async () => {
    const levels = await levelsWith(0)
    expect(levels[0]).toEqual(['title', 1])
    const of = (id: string) => levels.filter(([name]) => name === id).map(([, level]) => level)
    expect(of('sec-two')).toEqual([3])
    expect(of('sec-three')).toEqual([4, 0])
    // Below its chapter, though the author left a level out.
    expect(of('sec-deep')).toEqual([3])
    // The agenda is one as well.
    expect(levels.filter(([, level]) => level === 2).length).toBe(3)
  })

  test('leave the title to what has one already', async () => {
    const levels = await levelsWith(1)
    expect(levels[0]).toEqual(['title', 0])
    expect(levels.find(([name]) => name === 'sec-two')).toEqual(['sec-two', 3])
  })
})
