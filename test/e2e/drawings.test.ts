import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {PNG} from 'pngjs'
import puppeteer, {type Browser} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import type {BuildResult} from '../../src/build.ts'
import {buildFor} from '../support/build-for.ts'
import {readEpub} from '../support/read-epub.ts'
import {hasJava, runEpubcheck} from '../support/run-epubcheck.ts'

const drawing = (attributes: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`

/** A picture whose data has a line that begins like an address, as one in 4096 does. */
const png = Buffer.from(PNG.sync.write(new PNG({width: 2, height: 2}))).toString('base64')
const slashes = 'AAAA//AAAAAA'.replace('//', '\n//')

const drawings: Readonly<Record<string, string>> = {
  'no-box.svg': drawing(
    'width="800" height="560"',
    '<rect width="800" height="560" fill="#eee"/><text x="600" y="500" font-size="40">edge</text>',
  ),
  'editor.svg': drawing(
    'viewBox="0 0 90 60" xmlns:v="https://example.org/v"',
    '<g v:background="#fff"><rect width="90" height="60" fill="#036"/></g>',
  ),
  'inside.svg': drawing(
    'viewBox="0 0 90 60"',
    `<rect width="90" height="60" fill="#036"/><image width="9" height="9" xlink:href="data:image/png;base64,${png.slice(0, 40)}\n ${png.slice(40)}"/><image width="9" height="9" xlink:href="data:image/jpeg;base64,${slashes}"/>`,
  ),
  'nothing.svg': drawing(
    'viewBox="0 0 90 60" clip-path="url(#gone)"',
    '<rect width="90" height="60" fill="#036"/><rect width="9" height="9" fill="url(#gone) red"/>',
  ),
  'ids.svg': drawing(
    'viewBox="0 0 90 60"',
    '<defs><g id="a(1)"><rect width="60" height="40" fill="#036"/></g><g id="a:b"/><g id="a:b"/></defs><use xlink:href="#a(1)"/><use href="#gone"/>',
  ),
  'opacity.svg': drawing(
    'viewBox="0 0 300 100"',
    '<rect width="20" height="20"/><g opacity=".9"><text x="20" y="60" font-size="30">deep</text><g opacity=".9"><text x="120" y="60" font-size="30">deeper</text></g></g><path opacity=".5" d="M0 90h200v9z"/><text x="220" y="60" font-size="30">last</text>',
  ),
}

const section = (name: string) =>
  `## About ${name.replace('.', ' ')}\n\nA paragraph of its own.\n\n![The drawing ${name}](${name})\n`

const chapter = `# Drawings

${Object.keys(drawings)
  .map((name) => section(name))
  .join('\n')}
${section('really-png.jpg')}
## A formula beside a figure

The loss of one example.

$$
l^{(i)}(\\mathbf{w}, b) = \\frac{1}{2} \\left(\\hat{y}^{(i)} - y^{(i)}\\right)^2 + c.
$$ {#eq-loss}

![A line](no-box.svg)
`

let folder = ''
let result: BuildResult
let browser: Browser

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-drawings-'))
  const course = path.join(folder, 'course')
  await mkdir(course)
  const settings = `title: Drawings\nlanguage: en\nauthors: [A]\ndate: '2026-01-02'\nidentifier: https://example.org/drawings\nslug: d\nchapters: [one.md]\n`
  await writeFile(path.join(course, 'course.yml'), settings)
  await writeFile(path.join(course, 'one.md'), chapter)
  await Promise.all(Object.entries(drawings).map(([name, source]) => writeFile(path.join(course, name), source)))
  const large = new PNG({width: 1200, height: 800})
  large.data.fill(0x80)
  await writeFile(path.join(course, 'really-png.jpg'), PNG.sync.write(large))
  result = await buildFor(course, path.join(folder, 'dist'), {editions: ['student']})
}, 240_000)

afterAll(async () => {
  await browser.disconnect()
  await rm(folder, {recursive: true, force: true})
})

test('drawings as other programs write them are in all outputs, with nothing to report', () => {
  expect(result.files.flatMap(({messages}) => messages.map(String))).toEqual([])
})

describe('the e-book', () => {
  test('has the image under the extension of its type', async () => {
    const names = Object.keys(await readEpub(path.join(folder, 'dist/d.epub')))
    const images = names.filter((name) => name.includes('/media/')).map((name) => path.extname(name))
    expect(images.toSorted()).toEqual(['.png', '.svg', '.svg', '.svg', '.svg', '.svg', '.svg'])
  })

  test('is valid', async (context) => {
    if (!(await hasJava())) context.skip('not run: EPUBCheck needs Java')
    const said = await runEpubcheck(path.join(folder, 'dist/d.epub'))
    expect(said.filter((line) => !line.startsWith('USAGE'))).toEqual([])
  })
})

test('the number of a formula beside a figure does not touch it', async () => {
  await using page = await browser.newPage()
  await page.goto(pathToFileURL(path.join(folder, 'dist/deck/index.html')).href)
  await page.evaluate(() => {
    location.hash = `#/${document.querySelector('.equation')?.closest('section')?.id}`
  })
  await page.waitForSelector('.equation-number', {visible: true})
  const gaps = await page.$$eval('.slide .equation', (equations) =>
    equations.map((equation) => {
      const number = equation.querySelector('.equation-number')?.getBoundingClientRect()
      const formula = equation.querySelector('.formula svg')?.getBoundingClientRect()
      return number && formula ? (number.left - formula.right) / number.height : 0
    }),
  )
  expect(gaps).toHaveLength(1)
  expect(gaps[0]).toBeGreaterThan(0.2)
})
