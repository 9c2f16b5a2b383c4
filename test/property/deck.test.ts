import * as fc from 'fast-check'
import {toString} from 'hast-util-to-string'
import {describe, expect, test} from 'vitest'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import {judgeUnit} from '../../src/coverage/judge-unit.ts'
import {normalizeText} from '../../src/coverage/normalize-text.ts'
import {expectOnSlides, type SlideLedger} from '../../src/coverage/ledger/expect-on-slides.ts'
import type {Block} from '../../src/model/block.ts'
import type {Section} from '../../src/model/course.ts'
import type {Slide} from '../../src/model/deck.ts'
import {editions, type Target} from '../../src/model/output.ts'
import {selectBlocks} from '../../src/model/select-blocks.ts'
import {descend} from '../../src/model/walk.ts'
import {sentencesOf} from '../../src/model/sentences.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {paginate} from '../../src/slides/paginate.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {renderSlideOf} from '../support/render-slide-of.ts'
import {measureSlide, partCount} from '../support/slides-of.ts'

const long = '这一段很长，长到放不进一张幻灯片，只好留下第一句。'.repeat(3)
const list = (count: number) =>
  Array.from({length: count}, (_, index) => `- 第 ${index} 项${index % 3 === 0 ? `\n  - 里面 ${index}` : ''}`).join(
    '\n',
  )
/** What a lead may be cut at, and what it must not be cut in. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...'一句话 很长的一句话写到这里还没有结束 。 ！ ？ ， ； ： （ ） ( ) “ ” 。” ？）， [ ] …… ！！ ……。'.split(' '),
  ),
  fc.constantFrom(
    '• ',
    '**粗体要点。**',
    '**粗体的话**后',
    '`code`',
    '`x = 5;`',
    '[链接](https://example.org)',
    '$x$',
    '\\<',
  ),
  fc.constantFrom(
    ' Fig. 3 ',
    ' e.g. x',
    'One ends. ',
    'One ends.[^n]\nTwo begins',
    'in *it*.[^n] ',
    '.[^n]',
    '。[^n][^m]',
    'Ends.[^m][^n] A',
  ),
)
const paragraph = fc.array(pieces, {minLength: 1, maxLength: 16}).map((all) => all.join(''))
const below = fc.constantFrom('', '```python\nprint(1)\n```', '- 里面', '再一段。', '> 引文')
const listItem = fc.tuple(paragraph, below).map(([text, more]) => `- ${text}\n\n${more.replaceAll(/^/gmu, '  ')}`)
const blocks = fc.oneof(
  paragraph,
  fc.array(listItem, {minLength: 1, maxLength: 4}).map((items) => items.join('\n\n')),
  fc.tuple(paragraph, below).map(([text, more]) => `词\n: ${text}\n\n${more.replaceAll(/^/gmu, '    ')}`),
  fc.tuple(paragraph, below).map(([text, more]) => `${text}\n\n${more}`.replaceAll(/^/gmu, '> ')),
  fc.constantFrom(
    '一段短的。',
    long,
    `**要点。**${long}`,
    '如下：',
    '![图](a.svg)',
    '> 一句话。\n>\n> ——某人',
    '$$\nx\n$$',
    '---',
    '. . .',
    ':::notes\n备注。\n:::',
    ':::only{in="epub"}\n只在书里。\n:::',
    ':::only{edition="teacher"}\n只给教师。\n:::',
    '词\n: 解释。',
    `词\n: ${long}${long}`,
    `- **一。**${long}\n- **二。**${long}`,
    `- ${long}\n- 短`,
    `> ${long}\n>\n> - ${long}`,
    ':::exercise\n题。\n:::\n\n:::solution\n解。\n:::',
    '```python {slide="2-3"}\na = 1\nb = 2\nc = 3\n```',
  ),
  fc.integer({min: 1, max: 30}).map(list),
  fc
    .integer({min: 1, max: 40})
    .map((rows) => `| 甲 | 乙 |\n| - | - |\n${'| 一 | 二 |\n'.repeat(rows)}\n: 有 ${rows} 行`),
  fc.integer({min: 1, max: 60}).map((lines) => `\`\`\`python\n${'print(1)\n'.repeat(lines)}\`\`\``),
  fc.integer({min: 1, max: 8}).map((count) => `> [!NOTE]\n${`> ${long}\n>\n`.repeat(count)}`),
)
const headings = fc.constantFrom(
  '## 节',
  '### 小节',
  '## 全文 {slides=full}',
  '## 读 {slides=reading}',
  '## 两栏 {layout=columns}',
)
const chapters = fc
  .array(fc.tuple(headings, fc.array(blocks, {maxLength: 8})), {minLength: 1, maxLength: 4})
  .map(
    (sections) =>
      `# 章\n\n${sections.map(([heading, own]) => [heading, ...own].join('\n\n')).join('\n\n')}\n\n[^n]: 注。\n\n[^m]: 另一注。\n`,
  )

async function deckOf(markdown: string, edition: (typeof editions)[number]) {
  const {course, files} = courseFrom([markdown], [svgResource('a.svg')])
  const measure = (slides: readonly Slide[]) => Promise.resolve(slides.map((slide) => measureSlide(slide)))
  const {slides} = await projectDeck(course, edition, {
    density,
    files: new Map(files.map((file) => [file.path, file])),
    measure,
  })
  return {chapter: course.chapters[0], course, slides}
}

const blocksOf = ({blocks: own, sections}: Pick<Section, 'blocks' | 'sections'>): Block[] => [
  ...own,
  ...sections.flatMap(blocksOf),
]

/** Parts of a block that slides show, one after the other, as `sliceBlock` counts them. */
function shownParts(block: Block, slides: readonly Slide[]): number[] {
  const items = slides.flatMap((slide) => slide.items.filter((item) => item.block.id === block.id && !item.condensed))
  return items.flatMap(({piece}) => {
    const {from, to} = piece ?? {from: 0, to: wholeCount(block)}
    return Array.from({length: to - from}, (_, index) => from + index)
  })
}

/** What the ledger says of a block and of all blocks inside. */
function ledgerState(ledger: SlideLedger, block: Block): string {
  const holds = block.type === 'list' || block.type === 'definitionList' ? [block] : [...descend([block])]
  const states = new Set(holds.map(({id}) => ledger.get(id)?.state ?? 'unknown'))
  return states.size === 1 ? [...states].join('') : 'condensed'
}

function stateOn(slides: readonly Slide[], block: Block): string {
  const items = slides.flatMap((slide) => slide.items.filter((item) => item.block.id === block.id))
  if (items.length === 0) return 'reading'
  return items.some(({condensed}) => condensed) ? 'condensed' : 'shown'
}

const wholeCount = (block: Block) =>
  block.type === 'prose' ? sentencesOf(block.children).length : Math.max(1, partCount(block))

describe('a deck', () => {
  test.each(editions)('has every block once: whole on slides, or in the reading text of one; %s', async (edition) => {
    await fc.assert(
      fc.asyncProperty(chapters, async (markdown) => {
        const {chapter, slides} = await deckOf(markdown, edition)
        const wanted = selectBlocks(
          chapter ? blocksOf(chapter) : [],
          ({audience}) => audience.editions.includes(edition) && audience.outputs.includes('deck'),
        )
        for (const block of wanted) {
          if (block.type === 'pause' || block.type === 'break') continue
          const told = slides.filter(({notes}) => notes.some(({id}) => id === block.id)).length
          const read = slides.filter(({reading}) => reading.some(({id}) => id === block.id)).length
          const parts = shownParts(block, slides)
          if (block.type === 'speakerNotes') expect([told, read, parts.length]).toEqual([1, 0, 0])
          else if (parts.length > 0)
            expect([told, read, parts]).toEqual([0, 0, Array.from({length: wholeCount(block)}, (_, index) => index)])
          else expect([told, read]).toEqual([0, 1])
        }
      }),
      {numRuns: 150},
    )
  })

  test.each(editions)('shows what the ledger says, which is made without it; %s', async (edition) => {
    const written = fc.constantFrom('', ':::slide{title="手写"}\n- 一\n:::\n')
    await fc.assert(
      fc.asyncProperty(chapters, written, async (markdown, slide) => {
        const {chapter, course, slides} = await deckOf(`${markdown}\n${slide}`, edition)
        const ledger = expectOnSlides(course, edition, density)
        const wanted = selectBlocks(
          chapter ? blocksOf(chapter) : [],
          ({audience}) => audience.editions.includes(edition) && audience.outputs.includes('deck'),
        )
        for (const block of wanted.filter(({type}) => !['break', 'pause', 'slide'].includes(type)))
          expect([block.type, ledgerState(ledger, block)]).toEqual([block.type, stateOn(slides, block)])
      }),
      {numRuns: 200},
    )
  })

  test('says what the ledger says that slides keep of each block, and without its slides it does not', async () => {
    const target: Target = {output: 'slides', edition: 'student'}
    await fc.assert(
      fc.asyncProperty(chapters, async (markdown) => {
        const {course, slides} = await deckOf(markdown, 'student')
        const ledger = expectOnSlides(course, 'student', density)
        const units = expectedUnits(course).filter(
          ({editions: own, outputs}) => own.includes('student') && outputs.includes('slides'),
        )
        const texts = slides.map((slide) => normalizeText(toString(renderSlideOf(slide, course).box)))
        for (const unit of units) {
          const expected = ledger.get(unit.id)
          if (expected?.state !== 'shown' && expected?.state !== 'condensed') continue
          const stateIn = (all: readonly string[]) =>
            judgeUnit(unit, {
              target,
              expected,
              observed: [{unit: unit.id, place: 'content', locator: '', link: '', text: all.join('')}],
            }).state
          expect([unit.kind, unit.texts, stateIn(texts)]).toEqual([unit.kind, unit.texts, expected.state])
          const says = (expected.texts ?? unit.texts).some((text) => /\p{L}/u.test(text))
          if (says) expect(stateIn([])).toBe('missing')
        }
      }),
      {numRuns: 60},
    )
  })

  test('has nothing that its edition must not see', async () => {
    await fc.assert(
      fc.asyncProperty(chapters, async (markdown) => {
        const {slides} = await deckOf(markdown, 'student')
        const all = slides.flatMap(({items, notes, reading}) => [
          ...items.map(({block}) => block),
          ...notes,
          ...reading,
        ])
        expect(all.filter(({audience}) => !audience.editions.includes('student'))).toEqual([])
      }),
      {numRuns: 60},
    )
  })

  test('keeps the order of the chapter, on slides and in each reading text', async () => {
    await fc.assert(
      fc.asyncProperty(chapters, async (markdown) => {
        const {slides} = await deckOf(markdown, 'teacher')
        const lines = slides
          .filter(({section}) => section)
          .flatMap(({items}) => items.map(({block}) => block.position.start.line))
        expect(lines).toEqual(lines.toSorted((a, b) => a - b))
        const reading = slides.flatMap((slide) => slide.reading.map(({position}) => position.start.line))
        expect(reading).toEqual(reading.toSorted((a, b) => a - b))
      }),
      {numRuns: 100},
    )
  })
})

describe('a page', () => {
  test('that was cut to fit is not cut again', () => {
    const heights = fc.array(fc.integer({min: 1, max: 480}), {minLength: 1, maxLength: 20})
    fc.assert(
      fc.property(heights, (all) => {
        const pages = paginate(measureOf(all), {together: []})
        for (const {items} of pages)
          expect(paginate(measureOf(items.map(({item}) => all[item] ?? 0)), {together: []})).toHaveLength(1)
      }),
    )
  })
})

/** Items of these heights, one below the other. */
function measureOf(heights: readonly number[]) {
  let bottom = 0
  const items = heights.map((height) => {
    const top = bottom
    bottom += height
    return {top, bottom, above: 0, below: 0, columns: [], floor: 0.64, widthScale: 1, parts: []}
  })
  return {width: 1000, available: 500, used: bottom, items, notes: {}, notesFrame: 0}
}
