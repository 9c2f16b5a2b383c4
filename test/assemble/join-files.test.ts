import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {compileCourse} from '../../src/compile-course.ts'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import {expectOnSlides} from '../../src/coverage/ledger/expect-on-slides.ts'
import type {Chapter, Section} from '../../src/model/course.ts'
import {placeText} from '../../src/model/source-place.ts'
import {descend, ownPhrasing, phrasingOf} from '../../src/model/walk.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {includedFrom} from '../support/included-from.ts'

const progress = {step: () => undefined}

/** A chapter as a person reads it: a heading, block or footnote a line, with its place. */
function printChapter(chapter: Chapter): string {
  const line = (id: string, at: number, words: string) => `${placeText(chapter, at)} #${id} ${words}\n`
  const blocksOf = ({blocks}: Pick<Section, 'blocks'>) =>
    Array.from(descend(blocks), (block) => {
      const links = [...phrasingOf({blocks: [block], sections: []})].flatMap(({node}) =>
        node.type === 'link' ? [node.url] : node.type === 'footnoteReference' ? [`[^${node.identifier}]`] : [],
      )
      const words = toString([...ownPhrasing(block)])
      return line(block.id, block.position.start.line, [block.type, words, ...links].join(' '))
    }).join('')
  const print = (section: Section): string =>
    line(
      section.id,
      section.position.start.line,
      `${'#'.repeat(section.depth)} ${section.number} ${toString([...section.title])}`,
    ) +
    blocksOf(section) +
    section.sections.map((one) => print(one)).join('')
  const notes = chapter.footnotes.map((note) => `[^${note.identifier}] ${note.number}\n${blocksOf(note)}`)
  return `# ${chapter.label} ${toString([...chapter.title])} #${chapter.id}\n${blocksOf(chapter)}${chapter.sections.map((one) => print(one)).join('')}${notes.join('')}`
}

test('a course whose chapters have several files is one of chapters, with no message', async () => {
  const {course, files} = await compileCourse({folder: 'test/fixtures/course-parts', progress})
  expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  expect(course?.chapters.map(({objectives, role}) => `${role} ${objectives.map(({id}) => id).join(' ')}`)).toEqual([
    'preface ',
    'chapter ',
    'chapter obj-weights obj-heads',
    'chapter ',
  ])
  await expect(course?.chapters.map((chapter) => printChapter(chapter)).join('\n')).toMatchFileSnapshot(
    '../fixtures/course-parts/outline.txt',
  )
})

test('reports name the file and its line, of blocks, of conditions and of what slides leave out', async () => {
  const {course} = courseFrom([['# 一\n', '# 二 {slides=reading}\n\n:::only{in="book"}\n长。\n:::\n\n文。\n']])
  const units = expectedUnits(course)
  expect(units.map(({line, rules, sourcePath, texts}) => [`${sourcePath}:${line}`, texts[0], ...rules])).toEqual([
    ['01.md:1', '一'],
    ['02.md:1', '二'],
    ['02.md:4', '长。', ':::only{in="book"} (02.md:3)'],
    ['02.md:7', '文。'],
  ])
  const ledger = expectOnSlides(course, 'student', density)
  expect(ledger.get(units.at(-1)?.id ?? '')?.reason).toBe('slides: reading (02.md:1)')
})

/** Messages of each file of a chapter with two files before the one that is given. */
function messagesOf(last: string, before: readonly string[] = ['# 一\n\n文。\n', '# 二\n\n文。\n\n文。\n']): string[] {
  const {files} = courseFrom([[...before, last]], [svgResource('good.svg')], {
    paths: ['one.md', 'two.md', 'sub/three.md'],
    included: includedFrom({}),
  })
  return files.flatMap(({messages, path}) => messages.map(({line, ruleId}) => `${path}:${line} ${ruleId}`))
}

describe('a problem in the third file is reported there', () => {
  test.each([
    ['an unknown attribute', '![图](../good.svg){wdith=3}', '5 attribute-is-known'],
    ['an unknown class', '[词]{.unknwon}', '5 attribute-is-known'],
    ['an unresolved reference', '见 @fig-none。', '5 reference-resolves'],
    ['a broken link', '见[那里](none.md)。', '5 link-resolves'],
    ['a link without its heading', '见[那里](../one.md#none)。', '5 link-resolves'],
    ['a missing image', '![图](good.svg)', '5 image-exists'],
    ['a missing image among words', '文 ![图](good.svg) 文', '5 image-exists'],
    ['a missing include', '::include{file="../none.py"}', '5 include-resolves'],
    ['a skipped rank', '##### 深', '5 heading-level-increments'],
    ['an empty heading', '##', '5 heading-has-text'],
    ['an identifier that is taken', '## 节 {#sec-a}\n\n## 节 {#sec-a}', '7 identifier-is-unique'],
    ['a footnote without a reference', '[^x]: 注。', '5 footnote-is-referenced'],
    ['a second footnote of a name', '文[^x]。\n\n[^x]: 注。\n\n[^x]: 注。', '9 footnote-is-unique'],
    ['a reference to no footnote', '文[^x]。', '5 footnote-is-defined'],
    ['a solution of nothing', ':::solution{for="exr-none"}\n解。\n:::', '5 solution-has-exercise'],
    ['conditions that leave nobody', ':::only{in="book"}\n:::only{in="slides"}\n文。\n:::\n:::', '6 audience-exists'],
    ['an unknown directive', ':::tpi\n文。\n:::', '5 directive-is-known'],
    ['a suppression of nothing known', '<!-- lectern-disable none -- x -->', '5 suppression-is-valid'],
  ])('%s', (_name, text, expected) => {
    expect(messagesOf(`# 三\n\n文。\n\n${text}\n`)).toEqual([`sub/three.md:${expected}`])
  })
})

test('a comment silences a rule in its own file, and in no other', () => {
  const silenced = '<!-- lectern-disable image-exists -- 稍后画 -->\n![图](none.svg)'
  expect(messagesOf(`# 三\n\n${silenced}\n`)).toEqual([])
  expect(messagesOf('# 三\n\n文。\n\n![图](none.svg)\n', ['# 一\n', `# 二\n\n${silenced}\n`])).toEqual([
    'sub/three.md:5 image-exists',
  ])
})

test('messages name lines and files as their authors know them', () => {
  const {files} = courseFrom([['# 一\n\n## 节 {#sec-a}\n', '# 二 {#sec-a}\n\n文[^x]。\n\n[^x]: 注。\n\n[^x]: 注。\n']])
  const reasons = files.flatMap(({messages}) => messages.map(({reason}) => reason))
  expect(reasons).toEqual([
    expect.stringContaining('01.md has it already'),
    expect.stringContaining('second `[^x]`: line 5 has the first'),
  ])
})

describe('the headings of a later file', () => {
  const outlineOf = (...files: readonly string[]) => {
    const {course} = courseFrom([files])
    const print = ({depth, id, sections, title}: Section): string[] => [
      `${depth} ${toString([...title])}${id.startsWith('sec-1') ? '' : ` #${id}`}`,
      ...sections.flatMap((section) => print(section)),
    ]
    return course.chapters[0]?.sections.flatMap((section) => print(section))
  }

  test('go down a rank where one is of the first, and stay where none is', () => {
    expect(outlineOf('# 章\n', '# 甲\n\n## 乙\n\n# 丙\n', '## 丁\n\n### 戊\n')).toEqual([
      '2 甲',
      '3 乙',
      '2 丙',
      '2 丁',
      '3 戊',
    ])
  })

  test('have the title of the front matter above them where none is of the first rank', () => {
    expect(outlineOf('# 章\n', '---\ntitle: 甲\n---\n\n文。\n\n## 乙\n')).toEqual(['2 甲', '3 乙'])
    expect(outlineOf('# 章\n', '---\ntitle: 别的\n---\n\n# 甲\n\n## 乙\n')).toEqual(['2 甲', '3 乙'])
  })

  test('have the id of the front matter, unless they have one', () => {
    expect(outlineOf('# 章\n', '---\nid: sec-x\n---\n\n# 甲\n')).toEqual(['2 甲 #sec-x'])
    expect(outlineOf('# 章\n', '---\nid: sec-x\ntitle: 甲\n---\n')).toEqual(['2 甲 #sec-x'])
    expect(outlineOf('# 章\n', '---\nid: sec-x\n---\n\n# 甲 {#sec-y}\n')).toEqual(['2 甲 #sec-y'])
  })

  test('are never below rank 6', () => {
    const {files} = courseFrom([['# 章\n', '# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6\n']])
    expect(files.flatMap(({messages}) => messages)).toEqual([])
  })
})

test('what the front matter of a later file says in vain is reported once', () => {
  const text = '---\nid: x\nminutes: 5\nslides: full\nslide-level: 3\nin: book\n---\n\n# 二 {#y}\n'
  const {files} = courseFrom([['# 一\n', text]])
  const messages = files.flatMap(({messages: own, path}) =>
    own.map(({reason, ruleId}) => `${path} ${ruleId} ${reason}`),
  )
  expect(messages).toEqual([
    expect.stringMatching(/^02\.md front-matter-key-is-known .*: `id`, `minutes`, `slides`, `slide-level`, `in`,/u),
  ])
})

test('files that are one chapter stay one where others are parted at their titles', () => {
  const options = {chapterBegins: 'heading'} as const
  const {course, files} = courseFrom([['# 一\n\n# 二\n', '# 三\n\n# 四\n'], '# 五\n\n# 六\n'], [], options)
  expect(
    course.chapters.map(({sections, title}) =>
      [title, ...sections.map((one) => one.title)].map((one) => toString([...one])),
    ),
  ).toEqual([['一', '二', '三', '四'], ['五'], ['六']])
  expect(files.flatMap(({messages}) => messages.map(({line, note, ruleId}) => `${line} ${ruleId} ${note}`))).toEqual([
    '3 chapter-has-one-title 写 ## / write ##',
  ])
})

describe('a link', () => {
  /** Where links of the file lead, by the ids of what is there. */
  function targetsIn(files: readonly string[], other: string): string[] {
    const {course} = courseFrom([files, other], [], {paths: ['a/index.md', 'a/b.md', 'a/c.md', 'z.md']})
    return course.chapters.flatMap((chapter) =>
      [...phrasingOf(chapter)].flatMap(({node}) => (node.type === 'link' ? [node.url] : [])),
    )
  }

  test.each([
    ['b.md', '#sec-b'],
    ['b.html', '#sec-b'],
    ['b/', '#sec-b'],
    ['index.md', '#a'],
    ['./', '#a'],
    ['#same', '#sec-c-same'],
    ['b.md#same', '#sec-b-same'],
    ['index.md#same', '#sec-a-same'],
    ['#first', '#sec-first'],
    ['c.md', '#sec-c'],
    ['#top', '#sec-c'],
    ['../z.md', '#z'],
  ])('in the third file to %s leads to %s', (url, target) => {
    const files = [
      '# 章\n\n## Same {#sec-a-same}\n\n## First {#sec-first}\n',
      '# B {#sec-b}\n\n## Same {#sec-b-same}\n',
      `# C {#sec-c}\n\n[x](${url})\n\n## Same {#sec-c-same}\n`,
    ]
    expect(targetsIn(files, '# Z\n')).toEqual([target])
  })

  test('to a file without a heading leads to its first block that all see', () => {
    const {course} = courseFrom(
      [
        ['# 章\n\n文。\n', '---\ncovers: [x]\n---\n\n:::notes\n备注。\n:::\n\n---\n\n从这里起。\n'],
        '# Z\n\n[x](02.md)\n',
      ],
      [],
      {paths: ['01.md', '02.md', 'z.md']},
    )
    const [chapter, other] = course.chapters
    const place = chapter?.blocks.at(-1)
    expect(place?.type).toBe('prose')
    expect([...phrasingOf(other as Chapter)].flatMap(({node}) => (node.type === 'link' ? [node.url] : []))).toEqual([
      `#${place?.id}`,
    ])
  })

  test('to a file that says nothing leads to its chapter', () => {
    expect(targetsIn(['# 章\n', '', ''], '# Z\n\n[x](a/b.md)[y](a/c.md)\n')).toEqual(['#a', '#a'])
  })
})
