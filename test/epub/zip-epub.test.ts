import {execFile} from 'node:child_process'
import {createHash} from 'node:crypto'
import {buffer} from 'node:stream/consumers'
import {promisify} from 'node:util'
import fc from 'fast-check'
import {strFromU8, strToU8, unzipSync} from 'fflate'
import {describe, expect, test, vi} from 'vitest'
import {zipEpub, type EpubFile} from '../../src/epub/zip-epub.ts'

const zip = (files: Iterable<EpubFile>) => buffer(zipEpub(files))
const size = 100_000

/** Files that do not get smaller, and how many have been asked for. */
function countedFiles(count: number) {
  const state = {taken: 0, isClosed: false}
  function* files(): Generator<EpubFile> {
    try {
      for (; state.taken < count;) {
        const name = `file-${state.taken++}`
        yield [name, noise(name)]
      }
    } finally {
      state.isClosed = true
    }
  }
  return {state, files}
}

/** Bytes that look random and are the same each time. */
const noise = (name: string): Uint8Array =>
  Buffer.concat(Array.from({length: size / 32}, (_, index) => createHash('sha256').update(`${name} ${index}`).digest()))

describe('the container', () => {
  test('begins with `mimetype`, stored, with its sizes before it and nothing in between (OCF ZIP container)', async () => {
    const bytes = await zip([['EPUB/a.xhtml', '<p>甲</p>']])
    expect(bytes.toString('latin1', 0, 4)).toBe('PK\u0003\u0004')
    const [flags, method, time, date] = [6, 8, 10, 12].map((offset) => bytes.readUInt16LE(offset))
    // 1980-01-01 is the first day that a zip can tell.
    expect({flags, method, time, date}).toEqual({flags: 0, method: 0, time: 0, date: 0b0000000_0001_00001})
    expect([18, 22].map((offset) => bytes.readUInt32LE(offset))).toEqual([20, 20])
    expect(bytes.readUInt16LE(28)).toBe(0)
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
  })

  test('names the package, and keeps the order of the files', async () => {
    const files = unzipSync(
      await zip([
        ['EPUB/b.xhtml', ''],
        ['EPUB/a.xhtml', ''],
      ]),
    )
    expect(Object.keys(files)).toEqual(['mimetype', 'META-INF/container.xml', 'EPUB/b.xhtml', 'EPUB/a.xhtml'])
    expect(strFromU8(files['META-INF/container.xml'] ?? new Uint8Array())).toContain('full-path="EPUB/package.opf"')
  })

  test('is the same in every time zone', async () => {
    const module = new URL('../../src/epub/zip-epub.ts', import.meta.url)
    const script = `const {zipEpub} = await import('${module}')
for await (const piece of zipEpub([['a', 'text']])) process.stdout.write(piece)`
    const made = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
      const options = {encoding: 'latin1', env: {...process.env, TZ: zone}} as const
      return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], options)
    })
    const [first, ...others] = (await Promise.all(made)).map(({stdout}) => stdout)
    expect(first).toMatch(/^PK/u)
    expect(others).toEqual([first, first])
  })

  test('gives back any files, read by another library', async () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:\/[a-z0-9]{1,8}){0,2}\.[a-z]{1,5}$/u)
    const contents = fc.oneof(fc.string({unit: 'binary'}), fc.uint8Array({maxLength: 2000}))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.tuple(name, contents), {selector: ([path]) => path}), async (files) => {
        const {mimetype, 'META-INF/container.xml': container, ...rest} = unzipSync(await zip(files))
        expect(mimetype && container).toBeDefined()
        const expected = files.map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text])
        expect(rest).toEqual(Object.fromEntries(expected))
      }),
      {numRuns: 20},
    )
  })
})

describe('files are made as they are written', () => {
  test('so that two are held at most', async () => {
    const {files, state} = countedFiles(40)
    let [read, most] = [0, 0]
    for await (const piece of zipEpub(files())) {
      most = Math.max(most, state.taken - Math.floor(read / size))
      read += piece.length
    }
    expect(state).toEqual({taken: 40, isClosed: true})
    expect(most).toBeLessThanOrEqual(2)
  })

  test('no more of them when nobody reads on', async () => {
    const {files, state} = countedFiles(40)
    for await (const piece of zipEpub(files())) if (piece.length > 1000) break
    // The writer hears of it a little later.
    await vi.waitFor(() => expect(state.isClosed).toBe(true))
    expect(state.taken).toBeLessThanOrEqual(3)
  })

  test('and what goes wrong in making them goes wrong in writing', async () => {
    function* files(): Generator<EpubFile> {
      yield ['a', 'text']
      throw new Error('no second file')
    }
    await expect(zip(files())).rejects.toThrow('no second file')
  })
})
