import {describe, expect, test} from 'vitest'
import type {Slide} from '../../src/model/deck.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {measureSlide, slidesOf} from '../support/slides-of.ts'

const layouts = (slides: readonly Slide[]) => slides.map(({layout}) => layout)
const figure = '![图](a.svg)'
const code = '```python\nprint(1)\n```'

describe('the layout that the content asks for', () => {
  test.each([
    ['one figure', figure, ['figure']],
    ['a saying', '> 一句话。\n>\n> ——某人', ['quote']],
    ['a long quotation', `> ${'很长的一句话。'.repeat(14)}`, ['roomy']],
    ['few words', '- 一\n- 二', ['roomy']],
    ['a figure with words that fit below each other', `一\n\n${figure}`, ['content']],
    ['a figure with more words', `一\n\n二\n\n三\n\n四\n\n五\n\n${figure}`, ['beside']],
    ['a short listing with more words', `一\n\n二\n\n三\n\n四\n\n五\n\n${code}`, ['beside']],
    [
      'a listing too wide for a column',
      `一\n\n二\n\n三\n\n四\n\n五\n\n\`\`\`\n${'x'.repeat(60)}\n\`\`\``,
      ['content', 'content'],
    ],
    ['two tall lists, each with its line', tallComparison(8), ['columns']],
    ['two short lists, each with its line', tallComparison(2), ['content']],
    [
      'two lists that columns do not hold either',
      tallComparison(20),
      ['content', 'content', 'content', 'content', 'content'],
    ],
  ])('%s', async (_name, markdown, expected) => {
    expect(layouts(await slidesOf(`## 节\n\n${markdown}\n`, 'student', {measureOne: sideBySide}))).toEqual(expected)
  })

  test('is a recap where the heading says so', async () => {
    const slides = await slidesOf(
      `## 小结\n\n- 一\n\n## 本章回顾\n\n- 二\n\n## Summary\n\n- 三\n\n## 小结怎么写\n\n- 四\n`,
    )
    expect(layouts(slides)).toEqual(['recap', 'recap', 'recap', 'roomy'])
  })
})

function tallComparison(items: number): string {
  const list = (name: string) =>
    `${name}\n\n${Array.from({length: items}, (_, index) => `- ${name}${index}`).join('\n')}`
  return `${list('甲')}\n\n${list('乙')}`
}

/** In a layout with columns items stand in their cells. */
function sideBySide(slide: Slide) {
  const below = measureSlide(slide)
  const heights = below.items.map(({bottom, top}) => bottom - top)
  const sum = (indices: readonly number[]) => indices.reduce((total, index) => total + (heights[index] ?? 0), 0)
  const all = slide.items.map((_item, index) => index)
  if (slide.layout === 'columns') {
    const column = (wanted: 1 | 2) =>
      sum(all.filter((index) => [wanted, 'both'].includes(slide.items[index]?.cell?.column ?? 1)))
    return {...below, used: Math.max(column(1), column(2))}
  }
  if (slide.layout !== 'beside') return below
  const isPicture = (index: number) => ['figure', 'listing'].includes(slide.items[index]?.block.type ?? '')
  return {
    ...below,
    used: Math.max(sum(all.filter((index) => isPicture(index))), sum(all.filter((index) => !isPicture(index)))),
  }
}

describe('slides of a draft that is cut', () => {
  /** A figure of 400 px, whose picture may come down by 120; beside it words stand in half the width. */
  const tallFigure = (slide: Slide) => {
    const measure = measureSlide(slide)
    let top = 0
    const items = measure.items.map((item, index) => {
      const own = slide.items[index]
      const isFigure = own?.block.type === 'figure'
      const picture = own?.pictureHeight ?? 380
      const height = isFigure ? picture + 20 : item.bottom - item.top
      const shift = top - item.top
      top += height
      const parts = item.parts.map((part) => ({top: part.top + shift, bottom: part.bottom + shift}))
      const ofFigure = isFigure ? {picture: {height: 380, least: 260, hasSmallWords: false}} : {}
      return {...item, top: top - height, bottom: top, parts, ...ofFigure}
    })
    const words = items.filter((_item, index) => slide.items[index]?.block.type !== 'figure').length * 100
    return {...measure, items, used: slide.layout === 'beside' ? Math.max(400, words) : top}
  }
  const shown = (slides: readonly Slide[]) =>
    slides.map(({items, layout}) => `${layout}: ${items.map(({block}) => block.type).join()}`)
  const prose = (count: number) => Array.from({length: count}, (_, index) => `第 ${index} 句\n\n`).join('')
  const table = '| 甲 |\n| --- |\n| 1 |\n| 2 |\n| 3 |\n| 4 |\n| 5 |\n| 6 |\n| 7 |\n\n'

  test('a picture gives height to stay with its words', async () => {
    const slides = await slidesOf(`## 节\n\n一\n\n二\n\n${figure}\n\n${table}`, 'student', {measureOne: tallFigure})
    expect(shown(slides)).toEqual(['beside: prose,prose,figure', 'content: table'])
    const narrow = (slide: Slide) => {
      const measure = tallFigure(slide)
      return slide.layout === 'beside' ? {...measure, used: 999} : measure
    }
    const below = await slidesOf(`## 节\n\n一\n\n二\n\n${figure}\n\n${table}`, 'student', {measureOne: narrow})
    expect(shown(below)).toEqual(['content: prose,prose,figure', 'content: table'])
    expect(below[0]?.items[2]?.pictureHeight).toBe(280)
  })

  test('words that fill no slide go beside the picture next to them, and the slides are counted anew', async () => {
    const slides = await slidesOf(`## 节\n\n${table}${table}一\n\n二\n\n三\n\n四\n\n${figure}\n`, 'student', {
      measureOne: tallFigure,
    })
    expect(
      slides.flatMap(({items, layout}) => (layout === 'beside' ? items.map(({block}) => block.type) : [])),
    ).toContain('figure')
    expect(slides.filter(({items}) => items.every(({block}) => block.type === 'prose'))).toEqual([])
    expect(slides.map(({part}) => part.index)).toEqual(slides.map((_slide, index) => index + 1))
    expect(new Set(slides.map(({id}) => id)).size).toBe(slides.length)
  })

  test('few words on the last one stand larger', async () => {
    const slides = await slidesOf(`## 节\n\n${table}${prose(2)}`)
    expect(slides.at(-1)?.layout).toBe('roomy')
    expect(shown(slides).at(0)).toContain('content: table')
  })
})

describe('the layout that the author asks for', () => {
  test('on a heading, and on a slide written by hand', async () => {
    const slides = await slidesOf(
      `## 甲 {layout=columns}\n\n一\n\n二\n\n## 乙 {layout=content}\n\n${figure}\n\n## 丙\n\n:::slide{layout=quote}\n短句\n:::\n`,
    )
    expect(layouts(slides)).toEqual(['columns', 'content', 'quote'])
    expect(slides[0]?.items.map(({cell}) => cell)).toEqual([
      {row: 1, column: 1},
      {row: 1, column: 2},
    ])
  })

  test('puts what introduces above both columns', async () => {
    const [slide] = await slidesOf('## 甲 {layout=columns}\n\n如下：\n\n一\n\n二\n\n三\n')
    expect(slide?.items.map(({cell}) => `${cell?.row} ${cell?.column}`)).toEqual(['1 both', '2 1', '3 1', '2 2'])
  })

  test('gives way with a warning where the content does not fit into it', async () => {
    const items = Array.from({length: 14}, (_, index) => `- 第 ${index} 项`).join('\n')
    const {course, files} = courseFrom([`# 章\n\n## 节 {layout=recap}\n\n${items}\n`], [svgResource('a.svg')])
    const measure = (slides: readonly Slide[]) => Promise.resolve(slides.map((slide) => measureSlide(slide)))
    const byPath = new Map(files.map((file) => [file.path, file]))
    const {slides} = await projectDeck(course, 'student', {density, files: byPath, measure})
    expect(layouts(slides.filter(({section}) => section))).toEqual(['content', 'content'])
    expect(files[0]?.messages.map(({fatal, line, ruleId}) => [line, ruleId, fatal])).toEqual([
      [5, 'slide-layout-fits', false],
    ])
  })

  test('that does not exist is an error', () => {
    const {files} = courseFrom(['# 章\n\n## 节 {layout=colums}\n\n一\n\n:::slide{layout=qoute}\n二\n:::\n'])
    expect(files[0]?.messages.map(({line, note, ruleId}) => [line, ruleId, note])).toEqual([
      [3, 'attribute-is-known', expect.any(String)],
      [7, 'attribute-is-known', expect.stringContaining('quote')],
    ])
  })
})
