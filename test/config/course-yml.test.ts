import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {chapterList} from '../../src/config/course-head.ts'
import {loadCourseConfig} from '../../src/config/load-course-config.ts'

const good = "title: 课\ndate: '2026-01-02'\nidentifier: https://example.org\nslug: course\nchapters: [a.md]\n"
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-config-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

async function messagesOf(text: string): Promise<string[]> {
  await writeFile(path.join(folder, 'course.yml'), text)
  const {file} = await loadCourseConfig(folder)
  return file.messages.map(({line, note, reason}) => `${line} ${reason} ${note ?? ''}`)
}

test('a good one has no messages and defaults', async () => {
  await writeFile(path.join(folder, 'course.yml'), good)
  const {config, file} = await loadCourseConfig(folder)
  expect(file.messages).toEqual([])
  expect(config).toMatchObject({language: 'zh-CN', theme: 'lectern', editions: {teacher: ['deck', 'handout']}})
})

test('an unknown key is told with its line and the nearest known one', async () => {
  const messages = await messagesOf(`${good}autors: [x]\n`)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatch(/^6 .*autors.*authors/u)
})

test.each([
  ['a missing title', good.replace('title: 课\n', ''), /title/u],
  ['a date that is none', good.replace('2026-01-02', 'yesterday'), /^2 .*date/u],
  ['a chapter that is no Markdown file', good.replace('a.md', 'a.docx'), /chapters/u],
  ['a slug that is no file name', good.replace('slug: course', 'slug: 课 程'), /^4 .*slug/u],
  ['an unknown output', `${good}editions: {student: [pptx]}\n`, /^6 .*editions/u],
  ['an unknown layout of the handout', `${good}handouts: [3up]\n`, /^6 .*handouts/u],
  ['an unknown limit of slides', `${good}slides: {lisitng: 4}\n`, /^6 .*slides/u],
  ['no layout of the handout', `${good}handouts: []\n`, /^6 .*handouts/u],
  ['an unknown rule', `${good}rules: {slide-fitz: off}\n`, /^6 .*slide-fitz/u],
  ['a promise that is lowered', `${good}rules: {block-is-covered: off}\n`, /^6 .*block-is-covered/u],
  ['a rule that is misspelt', `${good}rules: {alt-text-exist: off}\n`, /alt-text-exists/u],
  ['broken YAML', `${good}title: [\n`, /YAML/u],
])('%s is an error', async (_name, text, expected) => {
  const messages = await messagesOf(text)
  expect(messages.join('\n')).toMatch(expected)
})

/** `course.yml` with chapters, in flow style on a line each. */
const listed = (...chapters: readonly string[]) =>
  good.replace('chapters: [a.md]', `chapters:\n${chapters.map((one) => `  - ${one}`).join('\n')}`)

test('a chapter is a file or a list of files, also in parts, before and after the chapters', async () => {
  const text = `${listed('a.md', '[b.md, b/1.md]', '[c.md]', '{part: 编, chapters: [[d.md, d/1.md], e.md]}')}front: [[p.md, q.md]]\nback: [[y.md, z.md], x.md]\n`
  await writeFile(path.join(folder, 'course.yml'), text)
  const {config, file} = await loadCourseConfig(folder)
  expect(file.messages).toEqual([])
  expect(config && chapterList(config)).toEqual({
    files: [
      ['p.md', 'q.md'],
      ['a.md'],
      ['b.md', 'b/1.md'],
      ['c.md'],
      ['d.md', 'd/1.md'],
      ['e.md'],
      ['y.md', 'z.md'],
      ['x.md'],
    ],
    parts: new Map([['d.md', '编']]),
    roles: new Map([
      ['p.md', 'preface'],
      ['y.md', 'appendix'],
      ['x.md', 'appendix'],
    ]),
  })
})

test.each([
  ['no files', '[]', '7 `chapters.1` 不对 / Unexpected value of `chapters.1`: expected the files of a chapter'],
  [
    'a number',
    '[b.md, 3]',
    '7 `chapters.1.1` 不对 / Unexpected value of `chapters.1.1`: Invalid type: Expected string but received 3',
  ],
  [
    'a list in the list',
    '[b.md, [c.md]]',
    '7 `chapters.1.1` 不对 / Unexpected value of `chapters.1.1`: Invalid type: Expected string but received Array',
  ],
  [
    'a file that is no chapter',
    '[b.md, c.png]',
    '7 `chapters.1.1` 不对 / Unexpected value of `chapters.1.1`: expected a .md, .markdown, .mdx, .qmd, .Rmd or .ipynb file',
  ],
  [
    'a file twice',
    '[b.md, c.md, ./b.md]',
    '7 `chapters.1.2` 不对 / Unexpected value of `chapters.1.2`: expected each file once',
  ],
  [
    'a file twice in a part',
    '{part: 编, chapters: [[b.md, b.md]]}',
    '7 `chapters.1.chapters.0.1` 不对 / Unexpected value of `chapters.1.chapters.0.1`: expected each file once',
  ],
  [
    'a number in a part',
    '{part: 编, chapters: [[b.md, 3]]}',
    '7 `chapters.1.chapters.0.1` 不对 / Unexpected value of `chapters.1.chapters.0.1`: Invalid type: Expected string but received 3',
  ],
])('the list of a chapter with %s is an error where it is', async (_name, chapter, expected) => {
  expect((await messagesOf(listed('a.md', chapter))).map((one) => one.trim())).toEqual([expected])
})

test('a folder without one is an error of the environment', async () => {
  await expect(loadCourseConfig(folder)).rejects.toThrow('course.yml')
})
