import {cp, mkdtemp, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {readTrace} from '../../src/coverage/trace.ts'
import {buildFor} from '../support/build-for.ts'
import {filesBelow, fontsWith, placesOf, scanFiles} from '../support/scan-files.ts'

const fixture = path.resolve('test/fixtures/course-private')
/** Characters that only the teacher's text of the fixture has, and that only its other version has. */
const [rare, rarer] = ['龘', '靐']
let folder = ''

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

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-private-'))
  const one = await buildFor(fixture, out('one'), {hasSingleFile: true})
  expect(one.files.flatMap(({messages}) => messages.map(String))).toEqual([])
  expect(one.report?.findings).toEqual([])
})

afterAll(async () => {
  await rm(folder, {recursive: true, force: true})
})

describe('what is the teacher’s', () => {
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
    for (const kind of ['deck/index.html', 'deck/deck.html', 'c.epub!', 'c.pdf!pages', 'coverage/coverage.json']) {
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

  test('is not built, and student files stay the same to the byte', async () => {
    await buildFor(fixture, out('three'), {hasSingleFile: true, editions: ['student']})
    const [one, three] = ['one', 'three'].map((name) => filesBelow(out(name), isPublic))
    const differing = [...(one ?? [])].filter(
      ([name, bytes]) => !Buffer.from(bytes).equals(three?.get(name) ?? Buffer.of()),
    )
    // It names the files of the teacher's edition, and nothing else.
    expect(differing.map(([name]) => name)).toEqual(['README.md'])
    expect(await readdir(out('three'))).not.toContain('teacher')
  })
})
