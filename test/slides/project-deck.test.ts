import {toString} from 'mdast-util-to-string'
import type {PhrasingContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import type {Slide} from '../../src/model/deck.ts'
import {findLead} from '../../src/slides/find-lead.ts'
import {courseFrom} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {slidesOf} from '../support/slides-of.ts'

const text = (nodes: readonly PhrasingContent[]) => toString([...nodes])
const types = (slide: Slide | undefined) => slide?.items.map(({block}) => block.type)

describe('the lead of a paragraph', () => {
  const long = '后面还有很长很长的一句话，只为了让这一段超过四十个汉字的长度，所以一直写下去，写到够长为止。'
  test.each([
    ['短短一段。', '短短一段。'],
    [`第一句很短。${long}`, '第一句很短'],
    [`**要点：**${long}`, '要点'],
    [`**要点。**短句。${long}`, '要点。短句'],
    [long, undefined],
  ])('%s', (markdown, lead) => {
    const {course} = courseFrom([`# 章\n\n${markdown}`])
    const [block] = course.chapters[0]?.blocks ?? []
    const found = block?.type === 'prose' ? findLead(block.children, density.lead) : undefined
    expect(found && text(found)).toBe(lead)
  })
})

describe('a section on slides', () => {
  test('of pure long prose is never empty', async () => {
    const [slide] = await slidesOf(`## 节\n\n${'很长的一句话没有停顿'.repeat(12)}。\n`)
    expect(slide?.items).toHaveLength(1)
    expect(slide?.reading).toHaveLength(1)
  })

  test('is replaced by a slide written by hand, and the rest is its reading text', async () => {
    const slides = await slidesOf('## 节\n\n正文。\n\n![图](a.svg)\n\n:::slide{title="手写"}\n- 一\n:::\n')
    expect(slides).toHaveLength(1)
    expect(text(slides[0]?.heading ?? [])).toBe('手写')
    expect(types(slides[0])).toEqual(['list'])
    expect(slides[0]?.reading.map(({type}) => type)).toEqual(['prose', 'figure'])
  })

  test('is parted by ---', async () => {
    const slides = await slidesOf('## 节\n\n一\n\n---\n\n二\n')
    expect(slides.map(({id}) => id)).toEqual(['sec-1-1', 'sec-1-1-s2'])
  })

  test('that is too tall is cut into even slides that count, at the items of a list', async () => {
    const items = Array.from({length: 14}, (_value, index) => `- 第${index}项`).join('\n')
    const slides = await slidesOf(`## 节\n\n${items}\n`)
    expect(slides.map(({part}) => `${part.index}/${part.count}`)).toEqual(['1/2', '2/2'])
    expect(slides.map(({items: [item]}) => item?.piece)).toEqual([
      {from: 0, to: 7},
      {from: 7, to: 14},
    ])
  })

  test('keeps a sentence that announces with what it announces', async () => {
    const slides = await slidesOf('## 节\n\n一\n\n二\n\n三\n\n四\n\n如下：\n\n![图](a.svg)\n')
    const last = slides.at(-1)
    expect(types(last)?.slice(-2)).toEqual(['prose', 'figure'])
  })

  test('keeps it so even where that takes a slide more, and where the slide shows only its beginning', async () => {
    const items = Array.from({length: 9}, (_value, index) => `- 第${index}项`).join('\n')
    // 100 px, and 450 px of a list of parts: 550 px are two slides either way, but the first must not hold the line alone.
    const whole = await slidesOf(`## 节\n\n如下：\n\n${items}\n`)
    expect(whole.map((slide) => types(slide))).toEqual([['prose', 'list'], ['list']])
    const long = `第一句很短。后面还有很长很长的一句话，只为了让这一段超过四十个汉字的长度，所以一直写下去，如下：`
    const tall = `## 节\n\n一。\n\n二。\n\n三。\n\n四。\n\n${long}\n\n![图](a.svg)\n\n五。\n\n六。\n\n七。\n\n八。\n`
    const pages = await slidesOf(tall)
    const ends = pages.slice(0, -1).map(({items: shown}) => shown.at(-1)?.block)
    expect(ends.filter((block) => block?.type === 'prose' && text(block.children) === '第一句很短')).toEqual([])
  })

  test('pays a slide for it', async () => {
    const pages = await slidesOf(`## 节\n\n一\n\n二\n\n三\n\n四\n\n如下：\n\n$$a$$\n\n五\n\n六\n\n七\n\n八\n`)
    const saying = pages.map(({items: shown}) =>
      shown.map(({block}) => (block.type === 'prose' ? text(block.children) : 'x')).join(''),
    )
    expect(saying.filter((one) => one.endsWith('：'))).toEqual([])
  })

  test('cuts a listing at its blank lines', async () => {
    const part = (name: string) => [`def ${name}():`, '    a = 1', '    b = 2', '    return a', ''].join('\n')
    const code = ['甲', '乙', '丙', '丁'].map((_name, index) => part(`f${index}`)).join('\n')
    const slides = await slidesOf(`## 节\n\n\`\`\`python\n${code}\n\`\`\`\n`)
    const lines = code.trimEnd().split('\n')
    expect(slides.length).toBeGreaterThan(1)
    for (const {
      items: [item],
    } of slides) {
      const {from = 0, to = 0} = item?.piece ?? {}
      const shown = lines.slice(from, to).join('\n').trim()
      expect(shown).toMatch(/^def/u)
      expect(shown).toMatch(/return a$/u)
    }
  })

  test('of nothing but prose has a line of each paragraph', async () => {
    const paragraph = (name: string) => `${name}${'很长的一句话没有停顿'.repeat(5)}。后面还有。`
    const [slide] = await slidesOf(`## 节\n\n${paragraph('甲')}\n\n短。\n\n${paragraph('乙')}\n`)
    const shown = slide?.items.map(({block}) => (block.type === 'prose' ? text(block.children).slice(0, 1) : ''))
    expect(shown).toEqual(['甲', '短', '乙'])
  })

  test('has the items of a long list all alike', async () => {
    const rest = '后面还有很长很长的一句话，只为了让这一项超过三十六个汉字的长度，一直写下去。'
    const shownOf = async (markdown: string) => {
      const [slide] = await slidesOf(`## 节\n\n${markdown}\n`)
      const block = slide?.items[0]?.block
      return block?.type === 'list'
        ? block.items.map(({blocks: [first]}) => (first?.type === 'prose' ? text(first.children) : ''))
        : []
    }
    expect(await shownOf(`- 甲句。乙句。\n- 丙句。${rest}`)).toEqual(['甲句', '丙句'])
    const long = '没有停顿的一句话'.repeat(7)
    expect(await shownOf(`- **甲**：短。\n- **乙**：${long}。`)).toEqual(['甲', '乙'])
    expect(await shownOf(`- **甲**：短。\n- **乙**：也短。${rest}`)).toEqual(['甲：短', '乙：也短'])
  })

  test('gives notes and solutions to the teacher alone', async () => {
    const markdown = '## 节\n\n:::exercise{#exr-a}\n题\n:::\n\n:::solution{for="exr-a"}\n解\n:::\n\n:::notes\n讲\n:::\n'
    const [student] = await slidesOf(markdown)
    const [teacher] = await slidesOf(markdown, 'teacher')
    expect([student?.notes.length, student?.reading.length]).toEqual([0, 0])
    expect([teacher?.notes.length, teacher?.reading.map(({type}) => type)]).toEqual([1, ['solution']])
  })

  test('with only sections below has a slide of its own', async () => {
    const slides = await slidesOf('## 上\n\n### 下\n\n文\n')
    expect(slides.map(({layout}) => layout)).toEqual(['section', 'roomy'])
  })
})

describe('how blocks come onto slides', () => {
  const long =
    '第一句很短。后面还有很长很长的一句话，只为了让这一段超过四十个汉字的长度，所以一直写下去，写到够长为止。'
  const sayings = (slides: readonly Slide[]) =>
    slides.map((slide) =>
      slide.items.map(({block}) => (block.type === 'prose' ? text(block.children) : block.type)).join('|'),
    )

  test('is chosen by a section, and by what encloses it', async () => {
    const chapter = `## 甲 {slides=full}\n\n${long}\n\n### 乙\n\n${long}\n\n## 丙 {slides=reading}\n\n${long}\n\n## 丁\n\n${long}`
    const slides = await slidesOf(chapter)
    expect(sayings(slides)).toEqual([long, long, '', '第一句很短'])
    expect(slides[2]?.layout).toBe('section')
    expect(slides[2]?.reading).toHaveLength(1)
    expect(slides[0]?.reading).toHaveLength(0)
  })

  test('headings below the slide level are lines on the slides above them', async () => {
    const slides = await slidesOf('## 甲\n\n一。\n\n### 乙\n\n二。\n\n#### 丙\n\n三。', 'student', {slideLevel: 2})
    expect(sayings(slides)).toEqual(['一。|乙|二。|丙|三。'])
    expect(slides[0]?.items.map(({block}) => block.id).slice(1, 2)).toEqual(['sec-1-1-1'])
  })
})

describe('the rank of headings that have slides of their own', () => {
  test.each([
    [
      'of a section',
      '## 甲 {slide-level=2}\n\n一。\n\n### 乙\n\n二。\n\n## 丙\n\n三。\n\n### 丁\n\n四。',
      ['甲', '丙', '丁'],
    ],
    ['of a section inside one', '## 甲 {slide-level=2}\n\n一。\n\n### 乙\n\n二。', ['甲']],
    ['of the course', '## 甲\n\n一。\n\n### 乙\n\n二。', ['甲', '乙']],
  ])('%s', async (_name, markdown, headings) => {
    const slides = await slidesOf(markdown)
    expect(slides.map(({heading}) => text(heading))).toEqual(headings)
  })

  test('of a chapter, in its front matter', async () => {
    const {course, files} = courseFrom(['---\nslide-level: 2\n---\n\n# 章\n\n## 甲\n\n一。\n\n### 乙\n\n二。\n'])
    expect(files[0]?.messages).toEqual([])
    expect(course.chapters[0]?.slideLevel).toBe(2)
  })

  test('that is none is an error', () => {
    const {files} = courseFrom(['# 章\n\n## 甲 {slide-level=9}\n\n一。\n'])
    expect(files[0]?.messages.map(({ruleId}) => ruleId)).toEqual(['attribute-is-known'])
  })
})

describe('notes at the foot of a slide', () => {
  const definitions = '[^a]: 甲注的第一句。后面还有。\n\n[^b]: 乙注。'

  test('stand on each slide that has their mark, and count in what fits', async () => {
    const items = Array.from(
      {length: 8},
      (_, index) => `- 第 ${index} 项${index === 0 ? '[^a]' : ''}${index === 7 ? '[^b]' : ''}`,
    )
    const slides = await slidesOf(`## 甲\n\n${items.join('\n')}\n\n${definitions}`)
    // Eight items of 50 px and two notes of 40 px with their frame are 500 px: all fits.
    expect(slides.map(({pageNotes}) => pageNotes.map(({mark}) => mark).join(' '))).toEqual(['1 2'])
    const longer = await slidesOf(`## 甲\n\n${items.join('\n')}\n- 第 8 项\n\n${definitions}`)
    expect(longer.map(({pageNotes}) => pageNotes.map(({mark}) => mark).join(' '))).toEqual(['1', '2'])
  })

  test('show their lead; the mark of a short sentence stays with it', async () => {
    const slides = await slidesOf(
      `## 甲\n\n短句[^b]。后面还有很长很长的一句话，只为了让这一段超过四十个汉字的长度，一直写下去。\n\n${definitions}`,
    )
    expect(slides[0]?.pageNotes.map(({content}) => text(content))).toEqual(['乙注。'])
  })
})
