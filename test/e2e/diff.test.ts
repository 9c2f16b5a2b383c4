import {execFileSync} from 'node:child_process'
import {cp, mkdtemp, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import * as mupdf from 'mupdf'
import puppeteer from 'puppeteer'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import type {FoundPlace} from '../../src/model/changes.ts'
import {runLectern} from '../support/run-lectern.ts'

const small = path.resolve('test/fixtures/course-small')
let folder = ''

const git = (...args: readonly string[]) => {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  execFileSync('git', ['-C', folder, ...identity, ...args])
}

async function change(file: string, from: string, to: string): Promise<void> {
  const location = path.join(folder, 'course', file)
  const text = await readFile(location, 'utf8')
  expect(text).toContain(from)
  await writeFile(location, text.replace(from, to))
}

interface Json {
  readonly changes: readonly {
    readonly edition: string
    readonly sections: readonly {
      readonly state: string
      readonly heading: {readonly label: string; readonly title: string}
      readonly blocks: readonly {readonly type: string; readonly block: {readonly id: string}}[]
    }[]
    readonly numbers: readonly {readonly before: string; readonly after: string}[]
  }[]
  readonly places?: {
    readonly slides: Readonly<Record<string, readonly FoundPlace[]>>
    readonly pages: Readonly<Record<string, readonly FoundPlace[]>>
  }
  readonly written: readonly string[]
}

const diff = (...args: readonly string[]) => runLectern(['diff', 'v1', 'course', ...args], {cwd: folder})
const diffAsJson = async () => JSON.parse((await diff('--json')).stdout) as Json

/** What each page of a PDF is called, and what it says. */
async function pagesOf(file: string): Promise<{readonly label: string; readonly text: string}[]> {
  const pdf = mupdf.Document.openDocument(await readFile(file), 'application/pdf')
  return Array.from({length: pdf.countPages()}, (_, index) => {
    const page = pdf.loadPage(index)
    return {label: page.getLabel(), text: page.toStructuredText('').asText()}
  })
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-diff-'))
  await cp(small, path.join(folder, 'course'), {recursive: true})
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'one')
  git('tag', 'v1')
  await change(
    'one.md',
    '## 各种块',
    '## 先来一节 {#sec-first}\n\n新的一节。\n\n![新图](figures/box.svg){#fig-new alt="新图"}\n\n## 各种块',
  )
  await change('one.md', '当心这一点。', '要当心这一点。')
  await change('two.md', '答案是四十二', '答案是四十三')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'two')
})

afterAll(async () => {
  await rm(folder, {recursive: true, force: true})
})

describe('lectern diff', () => {
  test('says what changed in both editions, and that nothing is built', async () => {
    const {code, stdout} = await diff()
    expect(code).toBe(0)
    expect(stdout.trim().split('\n').length).toBeLessThanOrEqual(10)
    expect(stdout).toContain('nothing is built')
    const {changes} = await diffAsJson()
    const [student, teacher] = changes
    expect(student?.sections.map(({heading, state}) => `${state} ${heading.label} ${heading.title}`)).toEqual([
      'added 第 1.1 节 先来一节',
      'kept 第 1.2 节 各种块',
    ])
    expect(student?.numbers).toContainEqual({id: 'fig-box', before: '图 1-1', after: '图 1-2'})
    expect(teacher?.sections.map(({heading}) => heading.title)).toEqual(['先来一节', '各种块', '练习'])
    const markdown = await readFile(path.join(folder, 'course', 'dist', 'changes.md'), 'utf8')
    expect(markdown).toContain('<ins>要</ins>当心这一点。')
    expect(markdown).not.toContain('四十')
    expect(await readFile(path.join(folder, 'course', 'dist', 'teacher', 'changes.md'), 'utf8')).toContain(
      '<del>四十二</del>',
    )
    expect((await readdir(path.join(folder, 'course', 'dist'))).toSorted()).toEqual([
      '.lectern.json',
      'changes.html',
      'changes.md',
      'teacher',
    ])
  })

  test('names the slide and page that blocks have in the build, until a source is newer', async () => {
    const build = await runLectern(['build', 'course', '--only', 'deck,pdf', '--edition', 'student', '--quiet'], {
      cwd: folder,
    })
    expect(build.code).toBe(0)
    const {places} = await diffAsJson()
    const deck = await readFile(path.join(folder, 'course', 'dist', 'deck', 'index.html'), 'utf8')
    const before = deck.slice(0, deck.indexOf('data-block="fig-new"'))
    expect(places?.slides['fig-new']?.map(({name}) => name)).toEqual([String(before.split('<section ').length - 1)])
    // As it is printed: the book has front matter with numbers of its own.
    const pages = await pagesOf(path.join(folder, 'course', 'dist', 'small.pdf'))
    const [page] = pages.filter(({text}) => text.includes('新的一节')).map(({label}) => label)
    expect(page).toMatch(/^\d+$/u)
    const index = pages.findIndex(({label}) => label === page)
    expect(places?.pages['sec-first']).toEqual([{name: page, link: `small.pdf#page=${index + 1}`}])
    const markdown = await readFile(path.join(folder, 'course', 'dist', 'changes.md'), 'utf8')
    const [slide] = places?.slides['sec-first'] ?? []
    expect(slide?.name).toMatch(/^\d+$/u)
    expect(markdown).toContain(
      `新增 · 内容块：2 · [第 ${slide?.name} 张](<${slide?.link}>) · [第 ${page} 页](<small.pdf#page=${index + 1}>)`,
    )

    const later = new Date(Date.now() + 60_000)
    await utimes(path.join(folder, 'course', 'figures', 'box.svg'), later, later)
    const stale = await diff()
    expect(stale.stdout).toContain('sources are newer')
    expect(await readFile(path.join(folder, 'course', 'dist', 'changes.md'), 'utf8')).not.toMatch(/第 \d+ 张/u)
    // What was built is still there.
    expect(await readdir(path.join(folder, 'course', 'dist'))).toEqual(
      expect.arrayContaining(['deck', 'small.pdf', 'coverage']),
    )
  })

  test('writes a page that axe has nothing to say of', async () => {
    await diff()
    const browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
    const page = await browser.newPage()
    try {
      await page.goto(pathToFileURL(path.join(folder, 'course', 'dist', 'teacher', 'changes.html')).href)
      expect(await page.evaluate(() => document.querySelectorAll('ins, del').length)).toBeGreaterThan(2)
      await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
      const found = await page.evaluate(async () => {
        const {axe} = window as unknown as {axe: {run: () => Promise<{violations: {id: string}[]}>}}
        return (await axe.run()).violations.map(({id}) => id)
      })
      expect(found).toEqual([])
    } finally {
      await page.close()
      await browser.disconnect()
    }
  })

  test.each([
    [['diff'], 'git-ref'],
    [['diff', 'v2', 'course'], 'v1'],
    [['diff', '--', '-v1', 'course'], 'v1'],
    [['diff', 'v1', 'course', 'more'], 'more'],
  ])('%j is a usage error that names the remedy', async (args, remedy) => {
    const {code, stderr} = await runLectern(args, {cwd: folder})
    expect(code).toBe(2)
    expect(stderr).toContain(remedy)
  })

  test('outside of git is an error of the environment', async () => {
    const apart = await mkdtemp(path.join(tmpdir(), 'lectern-no-git-'))
    await cp(small, apart, {recursive: true})
    const {code, stderr} = await runLectern(['diff', 'v1', apart], {cwd: folder})
    await rm(apart, {recursive: true})
    expect(code).toBe(2)
    expect(stderr).toContain('git')
  })

  test('with mistakes in the course reports them, compares nothing, and ends with 1', async () => {
    await change('two.md', '## 练习', '见@fig-nowhere。\n\n## 练习')
    const {code, stderr, stdout} = await diff('--out', 'elsewhere')
    await change('two.md', '见@fig-nowhere。\n\n## 练习', '## 练习')
    expect(code).toBe(1)
    expect(stderr).toContain('reference-resolves')
    expect(stdout).not.toContain('changes.md')
    expect(await readdir(folder)).not.toContain('elsewhere')
  })

  test('with mistakes in the old course compares what is understood of it, and says so', async () => {
    await change('two.md', '## 练习', '见@fig-nowhere。\n\n## 练习')
    git('commit', '--quiet', '--all', '--message', 'three')
    git('tag', 'broken')
    await change('two.md', '见@fig-nowhere。\n\n## 练习', '## 练习')
    const {code, stdout} = await runLectern(['diff', 'broken', 'course'], {cwd: folder})
    expect(code).toBe(0)
    expect(stdout).toContain('1 errors')
    expect(await readFile(path.join(folder, 'course', 'dist', 'changes.md'), 'utf8')).toContain('@fig-nowhere')
  })
})
