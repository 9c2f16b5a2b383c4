import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {strFromU8} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build.ts'
import {readFontFile, type FontFile} from '../../src/coverage/fonts/read-font-file.ts'
import {buildFor} from '../support/build-for.ts'
import {cffFont, fontBytes, withFsType} from '../support/font-bytes.ts'
import {readEpub} from '../support/read-epub.ts'
import {readFontNames, readTextByMupdf} from '../support/render-pdf.ts'
import {replaceTables} from '../support/sfnt.ts'

let folder = ''
let result: BuildResult

/** A character that only the teacher's text has. */
const secret = '鹤'

const settings = `title: 自带字体
language: zh-CN
authors: [测试]
date: '2026-01-02'
identifier: https://example.org/own-fonts
slug: own
fonts:
  - {family: Own Text, files: [fonts/text.woff2, fonts/text-bold.woff2]}
  - {family: Own Whole, files: [fonts/whole.ttf, fonts/whole-bold.ttf]}
  - {family: Own Code, files: [fonts/code.otf]}
tokens:
  serif: Own Text
  sans: Own Text
  heading: Own Whole, Own Text
  mono: Own Code, Own Text
epub: {fonts: subset}
chapters: [one.md]
`

const chapter = `# Heading 标题

正文用自己的字体，**重点**也是，还有 English “words”、*强调*与 \`code = 1\`。

## 第二节 Second

- 一项
- 二项 with words

\`\`\`mermaid {#fig-flow caption="训练流程" alt="数据经预训练得到模型"}
flowchart LR
  A[数据 data] --> B[模型 model]
\`\`\`

\`\`\`python
answer = 42
\`\`\`

:::exercise{#exr-one}
题目在这里。
:::

:::solution{for="exr-one"}
答案是${secret}。
:::
`

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-own-fonts-'))
  const fonts = path.join(folder, 'course/fonts')
  await mkdir(fonts, {recursive: true})
  const text = 'node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified'
  const files = {
    'text.woff2': await readFile(`${text}-400-normal.woff2`),
    'text-bold.woff2': await readFile(`${text}-700-normal.woff2`),
    'whole.ttf': withFsType(fontBytes('regular'), 0x108),
    'whole-bold.ttf': withFsType(fontBytes('bold'), 0x108),
    'code.otf': await cffFont(),
  }
  for (const [name, contents] of Object.entries(files)) {
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(path.join(fonts, name), contents)
  }
  await writeFile(path.join(folder, 'course/course.yml'), settings)
  await writeFile(path.join(folder, 'course/one.md'), chapter)
  result = await buildFor(path.join(folder, 'course'), path.join(folder, 'dist'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

const readOut = async (name: string) => new Uint8Array(await readFile(path.join(folder, 'dist', name)))

interface Declared {
  readonly face: string
  readonly font: FontFile | undefined
}

/** The faces of the course's own in the deck's style sheet, with the fonts that it holds. */
async function facesInDeck(deck: string): Promise<Declared[]> {
  const css = strFromU8(await readOut(`${deck}/assets/fonts.css`))
  const rule = /font-family:"(?<family>Own [^"]+)";font-weight:(?<weight>\d+);.*?base64,(?<data>[\w+/=]+)/gu
  return Array.from(css.matchAll(rule), ({groups = {}}) => {
    const font = readFontFile(new Uint8Array(Buffer.from(groups['data'] ?? '', 'base64')))
    return {face: `${groups['family']} ${groups['weight']}`, font}
  })
}

const has = ({font}: Declared, character: string) => font?.has(character.codePointAt(0) ?? 0) ?? false

test('a course with fonts of its own has nothing that is reported or found', () => {
  expect(result.files.flatMap(({messages}) => messages.map(String))).toEqual([])
  expect(result.report?.findings).toEqual([])
  expect(result.rejected).toBe('')
})

describe('finished files have them', () => {
  test('the deck with the characters of its edition alone, and whole where the licence forbids subsets', async () => {
    const faces = await facesInDeck('deck')
    expect(faces.map(({face}) => face)).toEqual([
      'Own Text 400',
      'Own Text 700',
      'Own Whole 400',
      'Own Whole 700',
      'Own Code 500',
    ])
    const [text, bold, whole] = faces as [Declared, Declared, Declared]
    expect([text, bold].map(({font}) => font?.name)).toEqual([
      'NotoSerifSCExtraLight-Regular',
      'NotoSerifSCExtraLight-Bold',
    ])
    expect(has(text, '字')).toBe(true)
    expect(has(text, '龙')).toBe(false)
    expect(has(whole, 'Ж')).toBe(true)
    expect(faces.filter((face) => has(face, secret))).toEqual([])
    const ofTeacher = await facesInDeck('teacher/deck')
    expect(ofTeacher.filter((face) => has(face, secret)).map(({face}) => face)).toEqual([
      'Own Text 400',
      'Own Text 700',
    ])
  })

  test.each(['own.pdf', 'own-slides.pdf', 'own-handout.pdf'])('%s', async (name) => {
    const pdf = await readOut(name)
    const names = [...readFontNames(pdf)]
    // The reader cuts long names off.
    expect(names).toContainEqual(expect.stringMatching(/^NotoSerifSCExtraLight-Re/u))
    expect(names).toContainEqual(expect.stringMatching(/^LiberationSans/u))
    // Nothing is left for the theme's to do.
    expect(names.filter((one) => /^(?:NotoSansSC|SourceSans|SourceSerif|JetBrains)/u.test(one))).toEqual([])
    expect(readTextByMupdf(pdf).join('\n')).toContain('正文用自己的字体')
  })

  test('the e-book, with what they say of their licences', async () => {
    const files = await readEpub(path.join(folder, 'dist/own.epub'))
    const fonts = Object.entries(files).filter(([name]) => name.startsWith('EPUB/fonts/'))
    const names = new Set(fonts.map(([, bytes]) => readFontFile(bytes)?.name))
    for (const name of ['NotoSerifSCExtraLight-Regular', 'LiberationSans', 'LiberationSans-Bold']) {
      expect(names).toContain(name)
    }
    expect(fonts.filter(([name]) => name.endsWith('.ttf'))).toHaveLength(2)
    const css = strFromU8(files['EPUB/style.css'] ?? new Uint8Array())
    expect(css).toMatch(/body \{ font-family: 'Own Text', /u)
    expect(css).toMatch(/h1, h2, h3, h4 \{ font-family: 'Own Whole', 'Own Text', /u)
    expect(strFromU8(files['EPUB/package.opf'] ?? new Uint8Array())).toContain('media-type="font/ttf"')
    expect(strFromU8(files['META-INF/licences/own-2-own-whole.txt'] ?? new Uint8Array())).toContain('Red Hat')
  })

  test('the colophon names them', async () => {
    expect(readTextByMupdf(await readOut('own.pdf')).join(' ')).toMatch(/Own\s+Text.*Own\s+Whole.*Own\s+Code/su)
  })
})

test('a font that only the browser finds damaged is reported, and the theme’s takes its place', async () => {
  const course = path.join(folder, 'damaged')
  await mkdir(path.join(course, 'fonts'), {recursive: true})
  // Embedded as it is, since its licence forbids subsets: HarfBuzz makes do with an empty `hhea`, and the browser does not.
  const font = withFsType(fontBytes('regular'), 0x108)
  await writeFile(path.join(course, 'fonts/a.ttf'), replaceTables(font, {hhea: new Uint8Array(36)}))
  const config = settings.replace(/fonts:\n(?: .*\n)+/u, 'fonts: [{family: Own, files: [fonts/a.ttf]}]\n')
  await writeFile(path.join(course, 'course.yml'), config.replace(/tokens:\n(?: .*\n)+/u, 'tokens: {heading: Own}\n'))
  await writeFile(path.join(course, 'one.md'), chapter)
  const out = path.join(folder, 'damaged-dist')
  const {files, report} = await buildFor(course, out, {only: ['deck'], editions: ['student']})
  expect(files.flatMap(({messages}) => messages.map(({line, ruleId}) => `${line} ${ruleId}`))).toEqual([
    '7 font-is-usable',
  ])
  expect(report?.findings).toEqual([])
  expect(await readdir(path.join(out, 'deck/assets'))).toContain('fonts.css')
  expect(await readFile(path.join(out, 'deck/assets/fonts.css'), 'utf8')).not.toContain('"Own"')
  expect(await readFile(path.join(out, 'deck/assets/theme.css'), 'utf8')).not.toContain("'Own'")
})
