import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {strFromU8} from 'fflate'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {buildFor} from '../support/build-for.ts'
import {elementsOf, readEpub, textOf} from '../support/read-epub.ts'
import {runAce} from '../support/run-ace.ts'
import {hasJava, runEpubcheck} from '../support/run-epubcheck.ts'
import {runHtmlValidate} from '../support/run-html-validate.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-epubs-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

/** The e-book of a course with more settings. */
async function build(name: string, source: string, settings = ''): Promise<string> {
  const course = path.join(folder, name)
  await cp(source, course, {recursive: true})
  const config = await readFile(path.join(course, 'course.yml'), 'utf8')
  await writeFile(path.join(course, 'course.yml'), `${config}\n${settings}\n`)
  const {artifacts, files, report} = await buildFor(course, path.join(course, 'dist'), {
    only: ['epub'],
    editions: ['student'],
  })
  expect(files.flatMap((file) => file.messages.map(String))).toEqual([])
  expect(report?.findings).toEqual([])
  return path.join(course, 'dist', artifacts[0]?.entry ?? '')
}

const metadata = (files: Readonly<Record<string, Uint8Array>>, property: string) =>
  elementsOf(files['EPUB/package.opf'], 'meta')
    .filter(({attributes}) => attributes['property'] === property)
    .map(textOf)

describe.each([
  ['plain', 'docs', ''],
  ['formulas as pictures', 'docs', 'epub: {math: svg}'],
  [
    'with everything',
    'docs',
    'epub: {isbn: 978-7-302-12345-8, certified-by: 某机构}\nsubjects: [人工智能, 教材]\ncollection: {title: 丛书, position: 2}',
  ],
  ['vertical lines', 'test/fixtures/languages/zh-TW', 'epub: {writing: vertical}'],
  ['English', 'test/fixtures/languages/en', ''],
  ['small', 'test/fixtures/course-small', ''],
])('%s', (name, source, settings) => {
  let file = ''
  beforeAll(async () => {
    file = await build(name.replaceAll(/\W/gu, '-') + settings.length, source, settings)
  })

  test('EPUBCheck has nothing to say', async (context) => {
    context.skip(!(await hasJava()), 'EPUBCheck: not run (no Java)')
    expect(await runEpubcheck(file)).toEqual([])
  })

  test('Ace has nothing to say', async () => {
    expect(await runAce(file, inject('browserPath'))).toEqual([])
  })

  test('html-validate has nothing to say', async () => {
    expect(await runHtmlValidate(file)).toEqual([])
  })
})

describe('what a course chooses', () => {
  test('fonts: subsets with their licences, and no other notice than that they are there', async () => {
    const file = await build('fonts', 'test/fixtures/course-small', 'epub: {fonts: subset}')
    const files = await readEpub(file)
    const fonts = Object.keys(files).filter((name) => name.endsWith('.woff2'))
    expect(fonts.length).toBeGreaterThan(2)
    expect(Object.keys(files).filter((name) => name.startsWith('META-INF/licences/')).length).toBeGreaterThan(3)
    const css = strFromU8(files['EPUB/style.css'] ?? new Uint8Array())
    expect(fonts.filter((name) => !css.includes(path.basename(name)))).toEqual([])
    expect(css).toMatch(/body \{ font-family: 'Lectern Latin Serif'/u)
    const said = (await hasJava()) ? await runEpubcheck(file) : []
    expect(said.filter((line) => !line.startsWith('USAGE CSS-028'))).toEqual([])
  })

  test('vertical lines: from right to left, and it says so', async () => {
    const files = await readEpub(await build('vertical', 'test/fixtures/languages/zh-TW', 'epub: {writing: vertical}'))
    expect(elementsOf(files['EPUB/package.opf'], 'spine')[0]?.attributes['page-progression-direction']).toBe('rtl')
    expect(strFromU8(files['EPUB/style.css'] ?? new Uint8Array())).toContain('writing-mode: vertical-rl')
    expect(metadata(files, 'schema:accessibilityFeature')).toContain('verticalWriting')
  })

  test('pictures of formulas claim no MathML, and say their TeX', async () => {
    const files = await readEpub(await build('svg', 'docs', 'epub: {math: svg}'))
    const features = metadata(files, 'schema:accessibilityFeature')
    expect(features).not.toContain('MathML')
    const chapter = files['EPUB/chapter-01.xhtml']
    expect(elementsOf(chapter, 'math')).toEqual([])
    const pictures = elementsOf(chapter, 'span').filter(({attributes}) =>
      attributes['class']?.split(' ').includes('formula'),
    )
    expect(pictures.length).toBeGreaterThan(5)
    expect(pictures.filter(({attributes}) => !attributes['aria-label']?.startsWith('公式 '))).toEqual([])
  })

  test('a claim to conform only with the name of who makes it', async () => {
    const plain = await readEpub(await build('unclaimed', 'test/fixtures/course-small'))
    expect(metadata(plain, 'dcterms:conformsTo')).toEqual([])
    const claimed = await readEpub(await build('claimed', 'test/fixtures/course-small', 'epub: {certified-by: 某机构}'))
    expect(metadata(claimed, 'dcterms:conformsTo')).toEqual(['EPUB Accessibility 1.1 - WCAG 2.2 Level AA'])
    expect(metadata(claimed, 'a11y:certifiedBy')).toEqual(['某机构'])
  })

  test('a book without formulas claims none', async () => {
    const files = await readEpub(await build('no-math', 'test/fixtures/course-small'))
    const hasMath = Object.entries(files).some(
      ([name, bytes]) => name.endsWith('.xhtml') && elementsOf(bytes, 'math').length > 0,
    )
    expect(metadata(files, 'schema:accessibilityFeature').includes('MathML')).toBe(hasMath)
    // Without the printed book in the same build there are no pages to name.
    expect(metadata(files, 'pageBreakSource')).toEqual([])
    expect(metadata(files, 'schema:accessibilityFeature')).not.toContain('pageNavigation')
  })
})

describe('a hundred formulas of such courses', () => {
  test('are MathML that EPUBCheck’s schema takes, and each what its TeX says', async () => {
    const tex = (await readFile('test/fixtures/formulas.tex', 'utf8')).trim().split('\n')
    expect(tex.length).toBeGreaterThan(100)
    const course = path.join(folder, 'formulas')
    await cp('test/fixtures/course-small', course, {recursive: true})
    await writeFile(
      path.join(course, 'one.md'),
      `# 公式\n\n${tex.map((one) => `$$\n${one}\n$$\n\n行内 $${one.replace(/ \\tag\{1\}/u, '')}$。`).join('\n\n')}\n`,
    )
    await writeFile(path.join(course, 'two.md'), '# 完\n\n完。\n')
    const file = await build('formulas-built', course)
    const files = await readEpub(file)
    expect(elementsOf(files['EPUB/chapter-01.xhtml'], 'math')).toHaveLength(2 * tex.length)
    if (await hasJava()) expect(await runEpubcheck(file)).toEqual([])
  })
})
