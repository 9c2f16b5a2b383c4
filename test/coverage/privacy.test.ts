import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import {describe, expect, test} from 'vitest'
import {fromHtml} from 'hast-util-from-html'
import {archiveTexts} from '../../src/coverage/privacy/archive-texts.ts'
import {checkFonts, embeddedFonts, namedCharacters} from '../../src/coverage/privacy/check-fonts.ts'
import {checkNames, namesInData, namesInMarkup} from '../../src/coverage/privacy/check-names.ts'
import {characterMapsOf} from '../../src/coverage/privacy/font-tables.ts'
import {secretsOf} from '../../src/coverage/privacy/secrets.ts'
import {decodedTexts, textsOfPage} from '../../src/coverage/privacy/readable-texts.ts'
import {tellingParts} from '../../src/coverage/privacy/telling-parts.ts'
import {placeholder} from '../../src/coverage/normalize-text.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'

test('a private text is looked for whole between formulas, and by clauses of Chinese', () => {
  expect(tellingParts(`建议两人一组,限时。${placeholder}thisislongenough`, 'deck')).toEqual([
    'thisislongenough',
    '建议两人一组',
  ])
  expect(tellingParts('短句,见图', 'deck')).toEqual([])
  expect(tellingParts('建议两人一组,限时。', 'pdf')).toEqual([])
})

describe('what a page says', () => {
  test('is put together over elements and entities, with its attributes', () => {
    const texts = [...textsOfPage(fromHtml('<p title="备注">请<b>学</b>&#29983;</p>'))].join('\n')
    expect(texts).toContain('请学生')
    expect(texts).toContain('备注')
    expect([...textsOfPage(fromHtml('<p>请学</p><p>生</p>'))].join('')).not.toContain('请学生')
  })

  test('may be one of very many', () => {
    const elements = Array.from({length: 200_000}, (_value, index) => `<i title="${index}"></i>`)
    const texts = textsOfPage(fromHtml([...elements, '<i title="请学&#29983;"></i>'].join('')))
    expect(texts.size).toBeGreaterThan(200_000)
    expect(texts).toContain('请学生')
  })

  test('may be written in Base64 or in escapes', () => {
    const data = Buffer.from('请学生回答').toString('base64')
    expect(decodedTexts(`<a href="data:text/plain;base64,${data}">`)).toEqual(['请学生回答'])
    expect(decodedTexts(String.raw`'\u8bf7\u5b66\u751f'`).join('')).toContain('请学生')
    expect(decodedTexts('<p>请学生</p>')).toEqual([])
  })
})

test('an archive and its pictures may have comments', () => {
  const end = Buffer.concat([
    Buffer.from([0x50, 0x4b, 5, 6]),
    Buffer.alloc(16),
    Buffer.from([6, 0]),
    Buffer.from('备注'),
  ])
  const comment = Buffer.from('请学生')
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2]),
    comment,
    Buffer.from([0xff, 0xd9]),
  ])
  const png = Buffer.concat([
    Buffer.alloc(8),
    Buffer.from([0, 0, 0, 5]),
    Buffer.from('tEXt'),
    Buffer.from('a\0xyz'),
    Buffer.alloc(4),
  ])
  const texts = archiveTexts(end, {'a.jpg': jpeg, 'b.png': png, 'c.svg': comment})
  expect(texts).toEqual(['备注', '请学生', 'a\0xyz'])
})

describe('names and fonts of students’ files', () => {
  const text = `# Chapter

## Shared heading {#shared}

一段公开的文字 with a picture.

![Open](figures/open-picture.svg "Open")

:::notes
鳖 in a note, 公开 of a ![Hidden words](figures/exam-answers.svg "Caption of it").
:::

:::only{edition="teacher"}
### Answers to the exam {#answers-of-exam}

一段公开的文字
:::
`
  const resources = [svgResource('figures/open-picture.svg'), svgResource('figures/exam-answers.svg')]
  const secrets = secretsOf(courseFrom([text], resources, {head: {language: 'en'}}).course)
  const found = (names: Partial<Parameters<typeof checkNames>[0]>) =>
    checkNames({ids: [], others: [], ...names}, secrets).map(({ruleId}) => ruleId)
  const leak = ['private-content-stays-private']

  test('what is secret is only the teacher’s', () => {
    expect(secrets.ids.has('answers-of-exam')).toBe(true)
    expect(secrets.ids.has('shared')).toBe(false)
    expect([...secrets.files]).toEqual(['examanswers'])
    expect([...secrets.characters]).toEqual(['鳖'])
    expect(secrets.texts.has('answerstotheexam')).toBe(true)
    expect(secrets.texts.has('一段公开的文字')).toBe(false)
  })

  test.each([
    ['an id', {ids: ['answers-of-exam']}],
    ['an id with what writers put behind it', {ids: ['#/answers-of-exam-s2']}],
    ['a file in a folder', {others: ['deck/media/exam-answers.svg']}],
    ['a file under another ending', {others: ['EPUB/Exam-Answers.png']}],
    ['a name made of a heading', {others: ['sec-answers-to-the-exam-1']}],
  ])('%s of the teacher’s is found', (_name, names) => {
    expect(found(names)).toEqual(leak)
  })

  test.each([
    ['ids', {ids: ['shared', 'agenda', 'notes']}],
    ['files', {others: ['media/open-picture.svg', 'media/0123456789ab.svg', 'chapter-01.xhtml']}],
    ['words', {others: ['reading-text', 'speaker-notes', 'Open']}],
  ])('%s of everybody’s are not', (_name, names) => {
    expect(found(names)).toEqual([])
  })

  test('are read from markup and from data', () => {
    expect(namesInMarkup(`<a href='#x%20y' class="k">`)).toEqual({
      ids: ['#x%20y', '#x', 'y'],
      others: ['#x%20y', '#x y', 'k', 'k'],
    })
    expect(namesInData('{"id": "a-b"}').ids).toEqual(['id', 'a-b'])
  })

  test('a font with a glyph of the teacher’s is found, as TrueType and as WOFF2, in a file and in a style sheet', async () => {
    const require = createRequire(import.meta.url)
    const folder = path.join(path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json')), 'files')
    const font = await readFile(path.join(folder, 'noto-sans-sc-chinese-simplified-400-normal.woff2'))
    const formats = ['truetype', 'woff2'] as const
    const subsets = (characters: string) =>
      Promise.all(formats.map((targetFormat) => subsetFont(font, characters, {targetFormat})))
    const [withIt, without] = [await subsets('公鳖'), await subsets('公开')]
    for (const [index, subset] of withIt.entries()) {
      expect(checkFonts([subset], secrets).map(({ruleId}) => ruleId)).toEqual(leak)
      expect(checkFonts([without[index] ?? new Uint8Array()], secrets)).toEqual([])
      const sheet = `@font-face{src:url(data:font/woff2;base64,${Buffer.from(subset).toString('base64')})}`
      expect(checkFonts(embeddedFonts([sheet, sheet]), secrets).map(({ruleId}) => ruleId)).toEqual(leak)
      const codes = ['公', '鳖', '开'].map((one) => one.codePointAt(0) ?? 0)
      expect(codes.map((code) => characterMapsOf(subset).some(({glyphOf}) => glyphOf(code) !== 0))).toEqual([
        true,
        true,
        false,
      ])
    }
    expect(namedCharacters(['unicode-range:U+20-7e,U+9cd0-9cf0'], secrets)).toEqual(['鳖'])
    expect(namedCharacters(['unicode-range:U+20-7e'], secrets)).toEqual([])
    expect(characterMapsOf(new Uint8Array([1, 2, 3]))).toEqual([])
  })
})
