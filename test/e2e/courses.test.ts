import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {adjustableRules} from '../../src/config/course-schema.ts'
import {buildFor} from '../support/build-for.ts'
import {strFromU8} from 'fflate'
import {svgResource} from '../support/course-from.ts'
import {nastyHtml} from '../support/nasty-html.ts'
import {hasJava, runEpubcheck} from '../support/run-epubcheck.ts'
import {stressChapter} from '../support/stress-course.ts'
import {readEpub} from '../support/read-epub.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-courses-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

const messagesOf = ({files}: Awaited<ReturnType<typeof buildFor>>) =>
  files.flatMap((file) => file.messages.map((message) => `${message.ruleId} ${String(message)}`))

describe('a course in', () => {
  test.each([
    ['zh-TW', ['第 1 章', '表 1-1', '式 (1-1)', '注意', '索引', '第 1.1 節']],
    ['ja', ['第1章', '図 1-1', 'コード 1-1', '定義 1-1', '索引']],
    [
      'en',
      [
        'Chapter 1',
        'Table 1-1',
        'Exercise 1-1',
        'Solutions',
        'Two1, as',
        'The slope',
        'References',
        '(Vaswani et al., 2017, p. 3)',
      ],
    ],
  ])('%s has the words of its language in every output', async (language, words) => {
    const out = path.join(folder, language)
    const result = await buildFor(`test/fixtures/languages/${language}`, out, {editions: ['student']})
    expect(messagesOf(result)).toEqual([])
    expect(result.report?.findings).toEqual([])
    const epub = await readEpub(path.join(out, 'course.epub'))
    const documents = Object.entries(epub).filter(([name]) => name.endsWith('.xhtml'))
    const text = documents.map(([, bytes]) => strFromU8(bytes).replaceAll(/<[^>]*>/gu, '')).join('\n')
    expect(words.filter((word) => !text.includes(word))).toEqual([])
    expect(text).not.toMatch(/who counted three|forgets the intercept/u)
  })
})

/** Makes a folder of chapters a course in which every rule that can be lowered is. */
async function makeCourse(name: string): Promise<string> {
  const source = path.join(folder, name)
  const chapters = (await readdir(source)).filter((file) => file.endsWith('.md')).toSorted()
  const rules = Object.fromEntries(adjustableRules.map((rule) => [rule, 'warn']))
  const config = {
    title: name,
    date: '2026-01-02',
    identifier: `https://example.org/${name}`,
    slug: name,
    chapters,
    rules,
  }
  await writeFile(path.join(source, 'course.yml'), JSON.stringify(config))
  return source
}

describe('chapters that were not written for lectern', () => {
  let result: Awaited<ReturnType<typeof buildFor>>
  beforeAll(async () => {
    await cp('test/fixtures/wild', path.join(folder, 'wild'), {recursive: true})
    result = await buildFor(await makeCourse('wild'), path.join(folder, 'wild-dist'), {editions: ['student']})
  })

  test('build, with warnings and nothing lost', () => {
    expect(result.files.flatMap(({messages}) => messages.filter(({fatal}) => fatal).map(String))).toEqual([])
    expect(result.report?.findings).toEqual([])
    expect(result.artifacts.map(({entry}) => entry)).toHaveLength(5)
  })

  test('are an e-book of which EPUBCheck has nothing to say', async (context) => {
    context.skip(!(await hasJava()), 'EPUBCheck: not run (no Java)')
    expect(await runEpubcheck(path.join(folder, 'wild-dist/wild.epub'))).toEqual([])
  })
})

describe('HTML that no EPUB may have', () => {
  let result: Awaited<ReturnType<typeof buildFor>>
  beforeAll(async () => {
    const source = path.join(folder, 'nasty')
    await mkdir(source)
    await writeFile(path.join(source, 'p.svg'), svgResource('p.svg').contents)
    await Promise.all(
      Object.entries(nastyHtml).map(([name, html], index) =>
        writeFile(path.join(source, `${String(index + 1).padStart(2, '0')}.md`), `# ${name}\n\n${html}\n`),
      ),
    )
    const options = {editions: ['student'], only: ['epub']} as const
    result = await buildFor(await makeCourse('nasty'), path.join(folder, 'nasty-dist'), options)
  })

  test('builds, and the check of the build has nothing to say', () => {
    expect(result.report?.findings).toEqual([])
    expect(result.artifacts.map(({entry}) => entry)).toEqual(['nasty.epub'])
  })

  test('is an e-book of which EPUBCheck has nothing to say', async (context) => {
    context.skip(!(await hasJava()), 'EPUBCheck: not run (no Java)')
    expect(await runEpubcheck(path.join(folder, 'nasty-dist/nasty.epub'))).toEqual([])
  })
})

test('characters that no font has are reported once a script, and their code points are shown', async () => {
  const source = path.join(folder, 'rare')
  await cp('test/fixtures/rare-characters.md', path.join(source, 'a.md'))
  const config = {
    title: 'rare',
    date: '2026-01-02',
    identifier: 'https://example.org/rare',
    slug: 'rare',
    chapters: ['a.md'],
  }
  await writeFile(path.join(source, 'course.yml'), JSON.stringify(config))
  const result = await buildFor(source, path.join(folder, 'rare-dist'), {editions: ['student'], only: ['epub']})
  const missing = result.files.flatMap(({messages}) =>
    messages.map(
      ({line, reason, ruleId}) =>
        `${ruleId} ${line} ${Array.from(reason.matchAll(/(?<one>\S) \(U/gu), ({groups}) => groups?.['one']).join(',')}`,
    ),
  )
  expect(missing).toEqual(['glyph-exists 3 𠮷,𪚥,㐂', 'glyph-exists 5 ש,ל,ו,ם'])
  expect(result.report?.findings).toEqual([])
  expect(result.artifacts.map(({entry}) => entry)).toEqual(['rare.epub'])
})

describe('slides of another shape', () => {
  test.each([
    ['4:3', '960x720'],
    ['16:10', '1152x720'],
    ['9:16', '720x1280'],
  ])('%s: the course is cut anew and fits', async (size, pixels) => {
    const source = path.join(folder, `size-${pixels}`)
    await cp('chapters', source, {recursive: true})
    const config = await readFile(path.join(source, 'course.yml'), 'utf8')
    await writeFile(path.join(source, 'course.yml'), `slide-size: '${size}'\n${config}`)
    const out = path.join(folder, `dist-${pixels}`)
    const result = await buildFor(source, out, {editions: ['student'], only: ['deck']})
    expect(messagesOf(result)).toEqual([])
    expect(result.report?.findings).toEqual([])
    const [width, height] = pixels.split('x')
    const script = await readFile(path.join(out, 'deck/assets/deck.js'), 'utf8')
    expect(script).toContain(`"width":${width},"height":${height}`)
  })
})

test.each(['lead', 'full'])(
  'forty chapters that nobody planned for slides: every slide fits, slides: %s',
  async (slides) => {
    const source = path.join(folder, `stress-${slides}`)
    await mkdir(source)
    const chapters = Array.from({length: 40}, (_value, index) => `${index + 1}.md`)
    await Promise.all(chapters.map((name, index) => writeFile(path.join(source, name), stressChapter(index + 1))))
    const rules = {'heading-level-increments': 'off'}
    const config = {
      title: 'stress',
      date: '2026-01-02',
      identifier: 'https://example.org/s',
      slug: 's',
      slides,
      chapters,
      rules,
    }
    await writeFile(path.join(source, 'course.yml'), JSON.stringify(config))
    const result = await buildFor(source, path.join(folder, `stress-${slides}-dist`), {
      editions: ['student'],
      only: ['deck'],
    })
    expect(messagesOf(result)).toEqual([])
    expect(result.report?.findings).toEqual([])
  },
)

test.each(['night', 'paper'])('in the theme %s all slides fit and can be read', async (theme) => {
  const source = path.join(folder, `theme-${theme}`)
  await cp('chapters', source, {recursive: true})
  const config = await readFile(path.join(source, 'course.yml'), 'utf8')
  await writeFile(path.join(source, 'course.yml'), `theme: ${theme}\n${config}`)
  const result = await buildFor(source, path.join(folder, `${theme}-dist`), {
    editions: ['student'],
    only: ['deck', 'epub'],
  })
  expect(messagesOf(result)).toEqual([])
  expect(result.report?.findings).toEqual([])
})

test('a theme that is not there is named with those that are', async () => {
  const source = path.join(folder, 'no-theme')
  await cp('test/fixtures/course-small', source, {recursive: true})
  const config = await readFile(path.join(source, 'course.yml'), 'utf8')
  await writeFile(path.join(source, 'course.yml'), `theme: nigt\n${config}`)
  await expect(buildFor(source, path.join(folder, 'no-theme-dist'))).rejects.toThrow('Did you mean night?')
})
