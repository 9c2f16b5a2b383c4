import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
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

test('a folder without one is an error of the environment', async () => {
  await expect(loadCourseConfig(folder)).rejects.toThrow('course.yml')
})
