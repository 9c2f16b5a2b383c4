import {mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {loadImageLock} from '../../src/config/load-image-lock.ts'
import {limits} from '../../src/diagnostics/limits.ts'
import type {ImageLock, RecordedImage} from '../../src/model/image-lock.ts'
import {webAddress} from '../../src/model/web-address.ts'
import {lengthInLock, serializeImageLock} from '../../src/remote/serialize-image-lock.ts'
import {writeImageLock} from '../../src/source/write-image-lock.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-lock-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const file = () => path.join(folder, 'images.lock.json')
const image: RecordedImage = {sha256: 'ab'.repeat(32), mediaType: 'image/png', bytes: 12}

async function messagesOf(text: string): Promise<string[]> {
  await writeFile(file(), text)
  const {file: read, lock} = await loadImageLock(folder)
  expect(lock).toBeUndefined()
  return read?.messages.map(({line, ruleId}) => `${line} ${ruleId}`) ?? []
}

test('a course without the file has no images, and no message', async () => {
  expect(await loadImageLock(folder)).toEqual({lock: new Map()})
})

test('the file is JSON, sorted, an entry five lines', async () => {
  const other = {sha256: 'cd'.repeat(32), mediaType: 'image/svg+xml', bytes: 3}
  const one: ImageLock = new Map([
    ['https://b.org/?a=[x]', image],
    ['http://a.org/', other],
  ])
  const text = serializeImageLock(one)
  expect(text).toBe(`{
  "version": 1,
  "images": {
    "http://a.org/": {
      "sha256": "${other.sha256}",
      "mediaType": "image/svg+xml",
      "bytes": 3
    },
    "https://b.org/?a=\\u005bx\\u005d": {
      "sha256": "${image.sha256}",
      "mediaType": "image/png",
      "bytes": 12
    }
  }
}
`)
  expect(JSON.parse(text)).toEqual({version: 1, images: {'http://a.org/': other, 'https://b.org/?a=[x]': image}})
  expect(serializeImageLock(new Map([...one].toReversed()))).toBe(text)
})

test('what is written is read again, whatever the addresses', async () => {
  const address = fc
    .oneof(
      fc.webUrl({withQueryParameters: true}),
      fc.string().map((rest) => `https://example.org/${rest}`),
    )
    .map((text) => webAddress(text))
    .filter((text) => text !== undefined && lengthInLock(text) <= limits.fetchAddress.most)
  const recorded = fc.record({
    sha256: fc.stringMatching(/^[\da-f]{64}$/u),
    mediaType: fc.constantFrom('image/png', 'image/svg+xml'),
    bytes: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(address, recorded)), async (entries) => {
      const lock = new Map(entries.flatMap(([key, value]) => (key === undefined ? [] : [[key, value] as const])))
      await writeImageLock(folder, serializeImageLock(lock))
      const read = await loadImageLock(folder)
      expect(read.file?.messages).toEqual([])
      expect(read.lock).toEqual(lock)
    }),
    {numRuns: 60},
  )
})

test('the fullest record there may be can be read', async () => {
  const {fetchAddress, fetchedImages} = limits
  const addressOf = (index: number) => `https://example.org/${index}/`.padEnd(fetchAddress.most, 'a')
  const lock = new Map(
    Array.from(
      {length: fetchedImages.most},
      (_value, index) => [addressOf(index), {...image, bytes: 20_000_000, mediaType: 'image/svg+xml'}] as const,
    ),
  )
  await writeImageLock(folder, serializeImageLock(lock))
  expect((await loadImageLock(folder)).lock).toEqual(lock)
})

test.each([
  ['nothing', '', 1],
  ['another form', '[]', 1],
  ['a version of later', '{"version": 2, "images": {}}', 1],
  ['marks of a merge', '{\n  "version": 1,\n<<<<<<< HEAD\n  "images": {}\n=======\n}', 5],
  ['cut off', '{\n  "version": 1,\n  "images": {\n    "https://a.org/": {', 4],
  [
    'no hash',
    `{\n"version": 1,\n"images": {\n"https://a.org/": {"sha256": "../../x", "mediaType": "", "bytes": 1}}}`,
    4,
  ],
  ['no address', `{\n"version": 1,\n"images": {\n"file:///a": ${JSON.stringify(image)}}}`, 4],
  ['another spelling', `{\n"version": 1,\n"images": {\n"HTTPS://a.org": ${JSON.stringify(image)}}}`, 4],
  [
    'an address twice',
    `{\n"version": 1,\n"images": {\n"https://a.org/": ${JSON.stringify(image)},\n"https://a.org/": ${JSON.stringify(image)}}}`,
    5,
  ],
  ['more than there is', `{\n"version": 1,\n"images": {},\n"more": 1}`, 4],
])('a damaged file is reported at its place: %s', async (_kind, text, line) => {
  expect(await messagesOf(text)).toContain(`${line} front-matter-is-valid`)
})

test('a link in its place is neither read nor written through', async () => {
  const outside = await mkdtemp(path.join(tmpdir(), 'lectern-outside-'))
  try {
    const target = path.join(outside, 'a.json')
    await writeFile(target, serializeImageLock(new Map([['https://a.org/', image]])))
    await symlink(target, file())
    const {file: read, lock} = await loadImageLock(folder)
    expect(lock).toBeUndefined()
    expect(read?.messages).toHaveLength(1)
    await writeImageLock(folder, 'x')
    expect(await readFile(target, 'utf8')).toContain('https://a.org/')
    expect(await readFile(file(), 'utf8')).toBe('x')
  } finally {
    await rm(outside, {recursive: true, force: true})
  }
})

test('a draft that a killed run left is replaced, also where it is a link', async () => {
  await symlink(path.join(folder, 'elsewhere'), path.join(folder, '.images.lock.json.draft'))
  await writeImageLock(folder, 'x')
  expect(await readdir(folder)).toEqual(['images.lock.json'])
})
