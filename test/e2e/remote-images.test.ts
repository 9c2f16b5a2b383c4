import {hash} from 'node:crypto'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {strFromU8} from 'fflate'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {verifyCourse, type BuildResult} from '../../src/build.ts'
import {buildFor, optionsFor} from '../support/build-for.ts'
import {readEpub} from '../support/read-epub.ts'
import {page, serveWeb, type Web} from '../support/serve-web.ts'

let folder = ''
let web: Web
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-remote-'))
  web = await serveWeb({
    '/figure': page(drawing('第一张')),
    '/inline': page(drawing('行内')),
    '/secret': page(drawing('ZQSECRET')),
    '/runs': page(drawing('会跑', '<script>x()</script>')),
  })
})
afterAll(async () => {
  await web[Symbol.asyncDispose]()
  await rm(folder, {recursive: true, force: true})
})

const drawing = (words: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="400" height="200"><rect width="400" height="200" fill="#fff"/><text x="40" y="100" font-size="28" fill="#000">${words}</text>${more}</svg>`

async function writeCourse(name: string): Promise<string> {
  const course = path.join(folder, name)
  await mkdir(course)
  const head = {
    title: '网图',
    date: '2026-01-02',
    identifier: 'https://example.org/web',
    slug: 'web',
    authors: ['甲'],
    language: 'zh-CN',
    chapters: ['a.md'],
  }
  await writeFile(path.join(course, 'course.yml'), JSON.stringify(head))
  const lines = [
    '# 章',
    '## 图',
    `![题注](${web.origin}/figure){alt="一张图"}`,
    `## 行内\n\n行内也有 ![小图](${web.origin}/inline){width=2em} 一张，链接里 [也有 ![小图](${web.origin}/inline){width=2em}](https://example.org/)。`,
    `## 原样\n\n<img src="${web.origin}/runs" alt="会跑的图">`,
    `## 答案\n\n:::only{edition="teacher"}\n\n![](${web.origin}/secret){alt="教师的图"}\n\n:::\n\n学生看这句。`,
  ]
  await writeFile(path.join(course, 'a.md'), `${lines.join('\n\n')}\n`)
  return course
}

const messagesOf = ({files}: Pick<BuildResult, 'files'>) =>
  files.flatMap(({messages, path: name}) => messages.map(({line, ruleId}) => `${name}:${line} ${ruleId}`)).toSorted()
/** Lines of `a.md`: the picture in a link is another place of the same line. */
const atImages = (rule: string) => [5, 9, 9, 13, 19].map((line) => `a.md:${line} ${rule}`).toSorted()
const mayConnectTo = (address: string) => address === '127.0.0.1'
const textOf = (location: string) => readFile(location, 'utf8')

/** The deck and the e-book, and their bytes by hash. */
async function readBuilt(out: string) {
  const deck = await textOf(path.join(out, 'deck', 'index.html'))
  const book = await readEpub(path.join(out, 'web.epub'))
  const chapters = Object.entries(book).filter(([name]) => name.endsWith('.xhtml'))
  return {deck, book, text: chapters.map(([, bytes]) => strFromU8(bytes)).join('\n')}
}

/** Each file of a folder by its hash. */
async function hashesOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const names = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const hashes = await Promise.all(
    names.map(async (name) => [path.relative(root, name), hash('sha256', await readFile(name))] as const),
  )
  return Object.fromEntries(hashes)
}

test('images are downloaded once, and are in deck and e-book like files of the course', async () => {
  const course = await writeCourse('fetched')
  const cacheFolder = path.join(folder, 'cache')
  const out = path.join(folder, 'fetched-out')
  const steps: string[] = []
  const changes = {only: ['deck', 'epub'] as const, cacheFolder}
  const {progress} = optionsFor(course, out)
  const step = (stage: string, done = 0, total = 0) => steps.push(`${stage} ${done}/${total}`)
  const first = await buildFor(course, out, {...changes, mayConnectTo, progress: {...progress, step}})
  // The script of a drawing is left out, and told.
  expect(messagesOf(first)).toEqual(['a.md:13 html-is-safe'])
  expect(first.report?.findings).toEqual([])
  expect(web.asked.splice(0).toSorted()).toEqual(['/figure', '/inline', '/runs', '/secret'])
  expect(steps.filter((one) => one.startsWith('fetch'))).toEqual([0, 1, 2, 3, 4].map((done) => `fetch ${done}/4`))
  const lock = JSON.parse(await textOf(path.join(course, 'images.lock.json'))) as {images: object}
  expect(Object.keys(lock.images)).toEqual(
    ['figure', 'inline', 'runs', 'secret'].map((name) => `${web.origin}/${name}`),
  )

  const {book, deck, text} = await readBuilt(out)
  const kept = Object.values(book).map((bytes) => strFromU8(bytes))
  expect(deck).toContain('第一张')
  expect(kept).toContain(drawing('第一张'))
  expect(kept).toContain(drawing('行内'))
  expect(`${deck}${text}${kept.join('')}`).not.toMatch(/ZQSECRET|x\(\)|secret/u)
  expect(await textOf(path.join(out, 'teacher', 'deck', 'index.html'))).toContain('ZQSECRET')

  web.pages.clear()
  const again = path.join(folder, 'again-out')
  const second = await buildFor(course, again, changes)
  expect(messagesOf(second)).toEqual(messagesOf(first))
  expect(await hashesOf(again)).toEqual(await hashesOf(out))
  const verified = await verifyCourse(optionsFor(course, out, changes))
  expect(verified.report?.findings).toEqual([])

  // On another machine the file is not there, and its server is gone.
  const elsewhere = {...changes, cacheFolder: path.join(folder, 'other-cache')}
  const third = await buildFor(course, path.join(folder, 'third-out'), elsewhere)
  expect(messagesOf(third)).toEqual(atImages('image-is-local'))
  const fourth = await buildFor(course, path.join(folder, 'fourth-out'), {...elsewhere, mayConnectTo})
  expect(messagesOf(fourth)).toEqual(atImages('image-is-fetched'))
  expect(third.report?.findings).toEqual([])
  expect(fourth.report?.findings).toEqual([])
  expect(web.asked.splice(0)).toHaveLength(4)
})

test('a build without the option asks nobody; frames with the addresses are in every output, in deck and e-book with links', async () => {
  const course = await writeCourse('placeholder')
  const out = path.join(folder, 'placeholder-out')
  const result = await buildFor(course, out, {cacheFolder: path.join(folder, 'empty-cache'), editions: ['student']})
  expect(web.asked).toEqual([])
  expect(messagesOf(result)).toEqual(atImages('image-is-local'))
  expect(result.report?.findings).toEqual([])
  expect(result.artifacts.length).toBeGreaterThan(4)
  expect(await readdir(course)).toEqual(['a.md', 'course.yml'])

  const {deck, text} = await readBuilt(out)
  for (const name of ['figure', 'inline', 'runs']) {
    const link = `<a [^>]*href="${web.origin}/${name}"[^>]*>`
    expect(deck).toMatch(new RegExp(link, 'u'))
    expect(text).toMatch(new RegExp(`${link}<img`, 'u'))
  }
  expect(deck).toContain(`${web.origin}/figure</text>`)
  expect(deck + text).not.toContain('secret')
  // No link holds another: the author's is the one.
  expect(deck + text).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /su)
})
