import {cp, mkdtemp, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {hash} from 'node:crypto'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {verifyCourse, type BuildResult} from '../../src/build.ts'
import {readTrace} from '../../src/coverage/trace.ts'
import type {Output} from '../../src/model/output.ts'
import {buildFor, optionsFor} from '../support/build-for.ts'
import {filesBelow, fontsWith, placesOf, scanFiles} from '../support/scan-files.ts'

const fixture = path.resolve('test/fixtures/course-private')
/** Characters that only the teacher's text of the fixture has, and that only its other version has. */
const [rare, rarer] = ['龘', '靐']
let folder = ''
let first: BuildResult

const out = (name: string) => path.join(folder, `${name}-out`)
const isPublic = (name: string) => !name.startsWith(`teacher${path.sep}`)

/** The fixture with another text for the teacher, of as many blocks and lines. */
async function writeOther(name: string): Promise<string> {
  const course = path.join(folder, name)
  await cp(fixture, course, {recursive: true})
  const change = (text: string) =>
    text
      .replaceAll(/ZQ(?=[A-Z])/gu, 'QXYZ')
      .replaceAll('zqs', 'qxys')
      .replaceAll(/\bzq/gu, 'qxyz')
      .replaceAll(rare, `${rarer}鑫`)
      .replaceAll('spoken words', 'many more words than there were, and a number: 42')
      .replaceAll('minutes=7', 'minutes=2')
      .replaceAll('2020', '1984')
  const names = await readdir(course, {recursive: true, withFileTypes: true})
  await Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const location = path.join(entry.parentPath, entry.name)
        await writeFile(location, change(await readFile(location, 'utf8')))
        await rename(location, path.join(entry.parentPath, change(entry.name)))
      }),
  )
  return course
}

const edit = async (file: string, change: (text: string) => string) =>
  writeFile(file, change(await readFile(file, 'utf8')))

async function editBook(book: string, change: (entries: Record<string, Uint8Array>) => void): Promise<void> {
  const entries = unzipSync(new Uint8Array(await readFile(book)))
  change(entries)
  const {mimetype = new Uint8Array(), ...others} = entries
  await writeFile(book, zipSync({mimetype: [mimetype, {level: 0}], ...others}))
}

const teachersFonts = async (root: string) =>
  scanFiles(filesBelow(root, (name) => name === path.join('teacher', 'deck', 'assets', 'fonts.css'))).fonts

/** Names, ids, fonts and data that come from what is the teacher's, each put where it stood once, or might. */
const spoilings: readonly {
  readonly what: string
  readonly only: readonly Output[]
  readonly spoil: (root: string) => Promise<void>
}[] = [
  {
    what: 'the name of a picture',
    only: ['deck'],
    spoil: (root) =>
      writeFile(path.join(root, 'deck', 'zqsecretname.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>'),
  },
  {
    what: 'an id',
    only: ['deck'],
    spoil: (root) =>
      edit(path.join(root, 'deck', 'index.html'), (html) => html.replace('</body>', '<a id="zqheadid"></a></body>')),
  },
  {
    what: 'a class made of a heading',
    only: ['deck'],
    spoil: (root) =>
      edit(path.join(root, 'deck', 'index.html'), (html) =>
        html.replace('class="reveal"', 'class="reveal zqhead-hidden-heading"'),
      ),
  },
  {
    what: 'the fonts of the deck',
    only: ['deck'],
    spoil: (root) =>
      cp(path.join(root, 'teacher', 'deck', 'assets', 'fonts.css'), path.join(root, 'deck', 'assets', 'fonts.css')),
  },
  {
    what: 'the range of a font',
    only: ['deck'],
    spoil: (root) =>
      edit(path.join(root, 'deck', 'assets', 'fonts.css'), (css) =>
        css.replace('unicode-range:', 'unicode-range:U+9f98,'),
      ),
  },
  {
    what: 'an entry of the e-book',
    only: ['epub'],
    spoil: (root) =>
      editBook(path.join(root, 'c.epub'), (entries) => {
        entries['EPUB/zqsol.svg'] = strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>')
      }),
  },
  {
    what: 'an id in the e-book',
    only: ['epub'],
    spoil: (root) =>
      editBook(path.join(root, 'c.epub'), (entries) => {
        const nav = strFromU8(entries['EPUB/nav.xhtml'] ?? new Uint8Array())
        entries['EPUB/nav.xhtml'] = strToU8(nav.replace('<body', '<body id="zqheadid"'))
      }),
  },
  {
    what: 'a font of the e-book',
    only: ['epub'],
    spoil: async (root) => {
      const fonts = await teachersFonts(root)
      await editBook(path.join(root, 'c.epub'), (entries) => {
        for (const font of fonts.values()) entries[`EPUB/fonts/${hash('sha256', font).slice(0, 8)}.woff2`] = font
      })
    },
  },
  {
    what: 'a destination of the PDF',
    only: ['pdf'],
    spoil: async (root) => {
      const file = path.join(root, 'c.pdf')
      const pdf = await PDFDocument.load(await readFile(file), {updateMetadata: false})
      const page = pdf.getPage(0).ref
      pdf.catalog.set(PDFName.of('Dests'), pdf.context.obj({zqheadid: [page, 'Fit']}))
      await writeFile(file, await pdf.save())
    },
  },
  {
    what: 'the metadata of the PDF',
    only: ['pdf'],
    spoil: async (root) => {
      const file = path.join(root, 'c.pdf')
      const pdf = await PDFDocument.load(await readFile(file), {updateMetadata: false})
      pdf.setSubject('zqhead hidden heading')
      await writeFile(file, await pdf.save())
    },
  },
  {
    what: 'an id in the report',
    only: ['deck'],
    spoil: (root) =>
      edit(path.join(root, 'coverage', 'coverage.json'), (json) =>
        json.replace('"findings": []', '"findings": [], "x": "zqheadid"'),
      ),
  },
]

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-private-'))
  first = await buildFor(fixture, out('one'), {hasSingleFile: true})
})

afterAll(async () => {
  await rm(folder, {recursive: true, force: true})
})

describe('what is the teacher’s', () => {
  test('is no mistake, not even a work that only notes cite', () => {
    expect(first.files.flatMap(({messages}) => messages.map(String))).toEqual([])
    expect(first.report?.findings).toEqual([])
  })

  test('is in no student file: neither its words, nor names made of it, nor glyphs', async () => {
    const names = await readdir(fixture, {recursive: true, withFileTypes: true})
    const files = names.filter((entry) => entry.isFile())
    const texts = await Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')))
    const markers = new Set(
      [...texts, ...files.map(({name}) => name)].join('\n').match(/ZQ[A-Z]{2,}|zq[a-z]{3,}|QXYZ/gu),
    )
    expect(markers.size).toBeGreaterThan(30)
    const scan = scanFiles(filesBelow(out('one'), isPublic))
    const leaks = [...markers].flatMap((marker) => placesOf(scan, marker).map((place) => `${marker} in ${place}`))
    expect(leaks).toEqual([])
    expect(await fontsWith(scan, rare)).toEqual([])
    // The scanner sees what is there: in every kind of file, and in fonts.
    const places = placesOf(scan, 'Open text')
    for (const kind of ['deck/index.html', 'deck/deck.html', 'c.epub!', 'c.pdf!pages', 'c-slides.pdf!pages']) {
      expect(places.some((place) => place.startsWith(kind))).toBe(true)
    }
    expect(await fontsWith(scan, '词')).toEqual(
      expect.arrayContaining([expect.stringContaining('deck/assets/fonts.css'), expect.stringContaining('c.epub!')]),
    )
    const closed = scanFiles(filesBelow(out('one'), (name) => !isPublic(name)))
    expect([...markers].filter((marker) => placesOf(closed, marker).length > 0).length).toBeGreaterThan(20)
    expect(await fontsWith(closed, rare)).not.toEqual([])
  })

  test('is in the teacher’s own report, which a line is traced with', async () => {
    const read = async (name: string) => readFile(path.join(out('one'), name), 'utf8')
    expect(await read('teacher/coverage/index.html')).toContain('ZQNOTE')
    expect(await read('teacher/coverage/coverage.json')).toContain('zqheadid')
    const units = await readTrace(out('one'))
    const heading = units.find(({id}) => id === 'zqheadid')
    expect(heading?.outputs.some(({edition, places}) => edition === 'teacher' && places.length > 0)).toBe(true)
    const paragraph = units.find(({id}) => id === 'two')
    expect(new Set(paragraph?.outputs.map(({edition}) => edition))).toEqual(new Set(['student', 'teacher']))
  })

  test('changes, and student files stay the same to the byte', async () => {
    const course = await writeOther('two')
    const {report} = await buildFor(course, out('two'), {hasSingleFile: true})
    expect(report?.findings).toEqual([])
    const [one, two] = ['one', 'two'].map((name) => filesBelow(out(name), isPublic))
    expect([...(two?.keys() ?? [])]).toEqual([...(one?.keys() ?? [])])
    const differing = [...(one ?? [])].filter(
      ([name, bytes]) => !Buffer.from(bytes).equals(two?.get(name) ?? Buffer.of()),
    )
    expect(differing.map(([name]) => name)).toEqual([])
    // There is a difference.
    const teachers = filesBelow(out('two'), (name) => name === path.join('teacher', 'deck', 'index.html'))
    expect(placesOf(scanFiles(teachers), 'QXYZNOTE')).not.toEqual([])
  })

  test.each(spoilings)('is found where a student file is spoilt: $what', async ({spoil, only}) => {
    const spoilt = path.join(folder, 'spoilt')
    await cp(out('one'), spoilt, {recursive: true})
    await spoil(spoilt)
    const {report} = await verifyCourse(optionsFor(fixture, spoilt, {only, editions: ['student']}))
    await rm(spoilt, {recursive: true})
    expect(report?.findings.map(({ruleId}) => ruleId)).toContain('private-content-stays-private')
  })

  test('is found nowhere in files that are as they were built', async () => {
    const {report} = await verifyCourse(optionsFor(fixture, out('one')))
    expect(report?.findings).toEqual([])
  })

  test('is not built, and student files stay the same to the byte', async () => {
    await buildFor(fixture, out('three'), {hasSingleFile: true, editions: ['student']})
    const [one, three] = ['one', 'three'].map((name) => filesBelow(out(name), isPublic))
    const differing = [...(one ?? [])].filter(
      ([name, bytes]) => !Buffer.from(bytes).equals(three?.get(name) ?? Buffer.of()),
    )
    // It names the files of the teacher's edition, and nothing else; the list of the files has its hash.
    expect(differing.map(([name]) => name)).toEqual(['.lectern.json', 'README.md'])
    expect(await readdir(out('three'))).not.toContain('teacher')
  })
})
