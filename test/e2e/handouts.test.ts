import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import type {BuildResult} from '../../src/build.ts'
import {buildFor} from '../support/build-for.ts'
import {
  alternativesIn,
  nodesOf,
  outlineOf,
  readPdf,
  runsInColour,
  type ReadPdf,
  type StructureNode,
} from '../support/read-pdf.ts'

const layouts = ['handout', 'handout-lines', 'worksheet'] as const
type Layout = (typeof layouts)[number]

const file = (name: Layout, folder = '') => path.join(inject('dist'), folder, `large-models-${name}.pdf`)

const lectures = ['definition', 'history', 'principles', 'transformer', 'training', 'using', 'impact', 'learning']

/** Of a note and of two solutions. */
const secrets = ['不要急着纠正', '24GB的显卡放不下', '是过拟合的表现，多训练只会更糟']

let student: Record<Layout, ReadPdf>
let teacher: Record<Layout, ReadPdf>
let deck = ''
beforeAll(async () => {
  const read = async (folder: string) =>
    Object.fromEntries(
      await Promise.all(layouts.map(async (name) => [name, await readPdf(file(name, folder))] as const)),
    ) as Record<Layout, ReadPdf>
  student = await read('')
  teacher = await read('teacher')
  deck = await readFile(path.join(inject('dist'), 'deck/index.html'), 'utf8')
})

const slideIds = () =>
  Array.from(deck.matchAll(/<section [^>]*id="(?<id>[^"]+)"/gu), ({groups}) => groups?.['id'] ?? '')
const textOf = ({pages}: ReadPdf) => pages.map(({text}) => text).join('')
const nodes = ({pages}: ReadPdf) => pages.flatMap(({structure}) => [...nodesOf(structure)])

/** The numbers of the slides on each page. */
const numbersOn = ({pages}: ReadPdf) =>
  pages.map(({text}) => Array.from(text.matchAll(/第(?<number>\d+)张/gu), ({groups}) => Number(groups?.['number'])))

describe.each(layouts)('the student’s %s', (name) => {
  test('has links that lead somewhere, within it', () => {
    const {destinations, pages} = student[name]
    const links = pages.flatMap((page) => page.links).filter((link) => !/^https?:\/\/(?!lectern\.invalid)/u.test(link))
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((link) => !destinations.has(link))).toEqual([])
  })

  test('has no notes and no solutions', () => {
    const text = textOf(student[name])
    expect(text).not.toMatch(/讲者备注|解答·/u)
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  test('is A4, says what it is, and has a bookmark for each heading', () => {
    expect(new Set(student[name].pages.map(({height, width}) => `${width}x${height}`))).toEqual(new Set(['210x297']))
    expect([student[name].title, teacher[name].title]).toEqual(['大模型入门（学生版）', '大模型入门（教师版）'])
    const titles = student[name].bookmarks
    expect(titles).toEqual(expect.arrayContaining(['大模型入门', '发展历程', '损失函数', '练习']))
    expect(titles).not.toContain('阅读文本')
  })

  test('bears on each page its number and how many there are', () => {
    const {pages} = student[name]
    const without = pages.filter(({text}, index) => !text.includes(`${index + 1}/${pages.length}`))
    expect(without).toEqual([])
  })
})

describe.each(['handout', 'handout-lines'] as const)('%s', (name) => {
  test('has every slide of the deck once, in its order', () => {
    const count = slideIds().length
    expect(count).toBeGreaterThan(50)
    expect(numbersOn(student[name]).flat()).toEqual(Array.from({length: count}, (_value, index) => index + 1))
  })

  test('is tagged: each slide an article; chapters and sections have one heading each, nested as in the book', () => {
    const articles = nodes(student[name]).filter(({role}) => role === 'Art')
    // One that goes on on the next page is there in two parts.
    expect(articles.length).toBeGreaterThanOrEqual(slideIds().length)
    const headingOf = (article: StructureNode) =>
      [...nodesOf(article)].find(({role}) => /^H\d$/u.test(role ?? ''))?.role
    const levels = articles.flatMap((article) => headingOf(article) ?? [])
    expect(new Set(levels)).toEqual(new Set(['H2', 'H3', 'H4']))
    // Chapters, and what comes before and after them: contents, preface, two appendices, references.
    expect(levels.filter((level) => level === 'H2').length).toBeLessThan(lectures.length + 8)
    expect(levels.length).toBeLessThan(slideIds().length)
  })

  test('has bookmarks without repeats', async () => {
    const twice = (await outlineOf(file(name))).filter((bookmark, index, all) => all.indexOf(bookmark) < index)
    expect(twice).toEqual([])
    expect(await outlineOf(file(name))).toEqual(
      expect.arrayContaining(['大模型入门/大模型是什么/资源/存得下吗', '大模型入门/底层原理/损失函数']),
    )
  })
})

test('lines: three slides a page, and each lecture begins one', () => {
  const ids = slideIds()
  const starts = [0, ...lectures.slice(1).map((id) => ids.indexOf(id)), ids.length]
  const expected = starts.slice(1).flatMap((end, index) => {
    const count = end - (starts[index] ?? 0)
    return Array.from({length: Math.ceil(count / 3)}, (_value, page) => Math.min(3, count - 3 * page))
  })
  expect(numbersOn(student['handout-lines']).map(({length}) => length)).toEqual(expected)
})

test('the teacher’s handout has notes and solutions', () => {
  const text = textOf(teacher.handout)
  expect(text).toMatch(/讲者备注[^]*解答·练习1-1/u)
  expect(secrets.filter((secret) => !text.includes(secret))).toEqual([])
  expect(secrets.slice(1).filter((secret) => !textOf(teacher.worksheet).includes(secret))).toEqual([])
})

test('each names the section, and the page in the book where it stands', async () => {
  const book = await readPdf(path.join(inject('dist'), 'large-models.pdf'))
  for (const [id, number] of [
    ['sec-prediction', '1.3'],
    ['sec-events', '2.2'],
    ['sec-loss', '3.5'],
  ] as const) {
    const page = book.labels[(book.destinations.get(id) ?? 0) - 1]
    expect(Number(page)).toBeGreaterThan(1)
    const place = `第${number}节·书第${page}页`
    const texts = layouts.flatMap((name) => [textOf(student[name]), textOf(teacher[name])])
    expect(texts.map((text) => text.includes(place))).toEqual(texts.map(() => true))
  }
})

describe('the worksheet', () => {
  const named = async (name: string, folder = '') =>
    (await alternativesIn(file('worksheet', folder))).filter((text) => text === name)
  const exercises = (pdf: ReadPdf) =>
    new Set(Array.from(textOf(pdf).matchAll(/练习(?<number>\d-\d)/gu), ([whole]) => whole))

  test('has words left blank, which say that they are, and for the teacher stand there', async () => {
    const words = await runsInColour(file('worksheet', 'teacher'), '#137638', 'Serif')
    expect(words.length).toBeGreaterThan(20)
    expect(await named('填空')).toHaveLength(words.length)
    expect(await named('填空', 'teacher')).toEqual([])
    const {bookmarks, destinations} = student.worksheet
    const names = [...bookmarks, ...destinations.keys(), ...(await alternativesIn(file('worksheet')))]
    const everything = [textOf(student.worksheet), ...names].join('\n').toLowerCase()
    expect(words.filter((word) => everything.includes(word.toLowerCase()))).toEqual([])
  })

  test('has all headings and exercises in their order, with space for each answer', async () => {
    const sources = await Promise.all(
      (await readdir('chapters'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFile(`chapters/${name}`, 'utf8')),
    )
    const count = sources.join('\n').match(/^:{3,}(?:exercise|quiz)\b/gmu)?.length ?? 0
    expect(count).toBeGreaterThan(15)
    expect(student.worksheet.bookmarks.slice(0, 3)).toEqual(['大模型入门', '大模型是什么', '参数：模型里可以学的数'])
    expect(exercises(student.worksheet).size).toBe(count)
    expect(exercises(teacher.worksheet)).toEqual(exercises(student.worksheet))
    expect(await named('作答处')).toHaveLength(count)
    expect(await named('作答处', 'teacher')).toEqual([])
    expect(textOf(teacher.worksheet)).toMatch(/练习1-1.*解答·练习1-1.*练习1-2.*解答·练习1-2/u)
  })

  test('begins each lecture on a page, where students write who they are', () => {
    const {destinations, pages} = student.worksheet
    const openings = lectures.map((id) => destinations.get(id) ?? 0)
    const fields = pages.flatMap(({text}, index) => (text.includes('姓名') ? [index + 1] : []))
    expect(fields).toEqual(openings)
    expect(textOf(teacher.worksheet)).not.toContain('姓名')
  })
})

describe('a small course', () => {
  let folder = ''
  let result: BuildResult
  const names = ['2up', '4up', '6up'] as const
  let pdfs: Record<(typeof names)[number], ReadPdf>
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lectern-handouts-'))
    const source = path.join(folder, 'course')
    await cp('test/fixtures/course-small', source, {recursive: true})
    const [config, chapter] = await Promise.all(
      ['course.yml', 'two.md'].map((name) => readFile(path.join(source, name), 'utf8')),
    )
    await writeFile(path.join(source, 'course.yml'), `handouts: [notes, 2up, 4up, 6up, worksheet]\n${config}`)
    const outside =
      '\n## 内外\n\n:::except{in="handout"}\n讲义里没有的一段。\n:::\n\n讲义里有的一段。\n\n:::only{in="handout"}\n只在讲义里的一段。\n:::\n'
    await writeFile(path.join(source, 'two.md'), `${chapter}${outside}`)
    result = await buildFor(source, path.join(folder, 'dist'), {editions: ['student']})
    const entries = await Promise.all(
      names.map(async (name) => [name, await readPdf(path.join(folder, `dist/small-handout-${name}.pdf`))] as const),
    )
    pdfs = Object.fromEntries(entries) as typeof pdfs
  })
  afterAll(() => rm(folder, {recursive: true, force: true}))

  test('builds without a finding, and names what it has', async () => {
    expect(result.files.flatMap(({messages}) => messages.map(String))).toEqual([])
    expect(result.report?.findings).toEqual([])
    const entries = result.artifacts.map(({entry}) => entry)
    const handouts = ['small-handout.pdf', ...names.map((name) => `small-handout-${name}.pdf`), 'small-worksheet.pdf']
    expect(entries).toEqual(['deck/index.html', 'small.epub', 'small.pdf', 'small-slides.pdf', ...handouts])
    for (const page of ['index.html', 'README.md', 'deck/index.html']) {
      // oxlint-disable-next-line no-await-in-loop
      const text = await readFile(path.join(folder, 'dist', page), 'utf8')
      expect(handouts.filter((name) => !text.includes(name))).toEqual([])
    }
  })

  test.each([
    ['2up', 2, '210x297'],
    ['4up', 4, '297x210'],
    ['6up', 6, '210x297'],
  ] as const)('%s: %i slides a page, in their order', async (name, count, size) => {
    const html = await readFile(path.join(folder, 'dist/deck/index.html'), 'utf8')
    const slides = html.match(/<section /gu)?.length ?? 0
    const second = Array.from(html.matchAll(/<section [^>]*id="(?<id>[^"]+)"/gu)).findIndex(
      ({groups}) => groups?.['id'] === 'two',
    )
    expect(slides).toBeGreaterThan(6)
    const pdf = pdfs[name]
    expect(new Set(pdf.pages.map(({height, width}) => `${width}x${height}`))).toEqual(new Set([size]))
    expect(pdf.pages).toHaveLength(Math.ceil(second / count) + Math.ceil((slides - second) / count))
    expect(numbersOn(pdf).flat()).toEqual(Array.from({length: slides}, (_value, index) => index + 1))
    expect(Math.max(...numbersOn(pdf).map(({length}) => length))).toBe(count)
    const articles = pdf.pages.flatMap(({structure}) => [...nodesOf(structure)]).filter(({role}) => role === 'Art')
    expect(articles).toHaveLength(slides)
    expect(textOf(pdf)).toContain('讲义里有的一段')
    expect(textOf(pdf)).not.toMatch(/讲义里没有|讲者先问|答案是四十二/u)
  })
})
