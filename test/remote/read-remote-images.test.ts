import {hash} from 'node:crypto'
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openContentStore, type ContentStore} from '../../src/cache/open-content-store.ts'
import {limits} from '../../src/diagnostics/limits.ts'
import type {ImageLock} from '../../src/model/image-lock.ts'
import {readRemoteImages, type RemoteOptions} from '../../src/remote/read-remote-images.ts'
import {page, serveWeb} from '../support/serve-web.ts'

let folder = ''
let store: ContentStore
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-images-'))
  store = openContentStore(folder)
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>'
const sha256 = hash('sha256', svg)
const recorded = {sha256, mediaType: 'image/svg+xml', bytes: svg.length}
const resource = {path: `${sha256}.svg`, mediaType: 'image/svg+xml', contents: new Uint8Array(Buffer.from(svg))}
const none: ImageLock = new Map()

const steps: string[] = []
beforeEach(() => {
  steps.length = 0
})
const fetching: RemoteOptions['fetching'] = {
  mayConnectTo: (address) => address === '127.0.0.1',
  signal: new AbortController().signal,
  progress: (done, total) => steps.push(`${done}/${total}`),
}
const read = (names: readonly string[], changes: Partial<RemoteOptions> = {}) =>
  readRemoteImages(names, {lock: none, store, fetching, ...changes})
const offline = {fetching: undefined}

test('an address is downloaded once, however often and in whatever spelling it is named', async () => {
  await using web = await serveWeb({'/a': page(svg, 'text/plain')})
  const names = [`${web.origin}/a`, `${web.origin}/b/../a`, `${web.origin}/a#part`, 'figures/a.svg', 'ftp://a.org/x']
  const {images, lock} = await read(names)
  expect([...images]).toEqual(names.slice(0, 3).map((name) => [name, resource]))
  expect([...lock]).toEqual([[`${web.origin}/a`, recorded]])
  expect(web.asked).toEqual(['/a'])
  expect(steps).toEqual(['0/1', '1/1'])
})

test('what was downloaded is there without the network, and is not asked for again', async () => {
  await using web = await serveWeb({'/a': page(svg)})
  const name = `${web.origin}/a`
  const first = await read([name])
  expect(await read([name], {...offline, lock: first.lock})).toEqual(first)
  expect(await read([name], {lock: first.lock})).toEqual(first)
  expect(web.asked).toEqual(['/a'])
})

test('without the option nothing is asked, and it is told what there is', async () => {
  await using web = await serveWeb({'/a': page(svg)})
  const name = `${web.origin}/a`
  const stateOf = async (lock: ImageLock | undefined) => (await read([name], {...offline, lock})).images.get(name)
  expect(await stateOf(none)).toEqual({kind: 'unfetched', state: 'unrecorded'})
  expect(await stateOf(new Map([[name, recorded]]))).toEqual({kind: 'unfetched', state: 'uncached'})
  expect(await stateOf(undefined)).toEqual({kind: 'unfetched', state: 'record damaged'})
  expect(web.asked).toEqual([])
})

test('where the record is damaged nothing is downloaded', async () => {
  await using web = await serveWeb({'/a': page(svg)})
  const {images, lock} = await read([`${web.origin}/a`], {lock: undefined})
  expect([...images.values()]).toEqual([{kind: 'unfetched', state: 'record damaged'}])
  expect(lock).toEqual(none)
  expect(web.asked).toEqual([])
})

test('what is recorded and not kept is downloaded again, and has to be the same', async () => {
  await using web = await serveWeb({'/a': page(svg)})
  const name = `${web.origin}/a`
  const lock: ImageLock = new Map([[name, recorded]])
  expect(await read([name], {lock})).toEqual({images: new Map([[name, resource]]), lock})
  await rm(folder, {recursive: true})
  const other = svg.replace('4 2', '4 3')
  web.pages.set('/a', page(other))
  const changed = await read([name], {lock})
  const failure = {why: 'changed', recorded: sha256, received: hash('sha256', other), address: name}
  expect(changed).toEqual({images: new Map([[name, {kind: 'fetch', failure}]]), lock})
  expect(await store.read(hash('sha256', other))).toBeUndefined()
})

test('what is kept and damaged is downloaded again', async () => {
  await using web = await serveWeb({'/a': page(svg)})
  const {images, lock} = await read([`${web.origin}/a`])
  const name = (await readdir(folder, {recursive: true})).find((one) => one.endsWith(sha256)) ?? ''
  await writeFile(path.join(folder, name), 'x'.repeat(200))
  expect(await store.read(sha256)).toBeUndefined()
  expect(await read([`${web.origin}/a`], {lock})).toEqual({images, lock})
  expect(web.asked).toEqual(['/a', '/a'])
})

test.each([
  ['a page of HTML', '<!doctype html><svg/>', {kind: 'fetch', failure: {why: 'content'}}],
  ['nothing', '', {kind: 'fetch', failure: {why: 'content'}}],
  ['a PDF', '%PDF-1.7', {kind: 'fetch', failure: {why: 'content'}}],
  [
    'too many pixels',
    Buffer.from('89504e470d0a1a0a0000000d494844520001000000010000', 'hex'),
    {kind: 'size', count: 65_536, most: 16_384, unit: 'pixels'},
  ],
])('what is no image that a course may have is not recorded: %s', async (_kind, contents, failure) => {
  await using web = await serveWeb({'/a.png': page(contents, 'image/png')})
  const {images, lock} = await read([`${web.origin}/a.png`])
  expect([...images.values()]).toMatchObject([failure])
  expect(lock).toEqual(none)
})

test('one that fails does not keep the others from being downloaded', async () => {
  await using web = await serveWeb({'/b': page(svg)})
  const {images, lock} = await read([`${web.origin}/a`, `${web.origin}/b`])
  expect(images.get(`${web.origin}/a`)).toEqual({kind: 'fetch', failure: {why: 'status', status: 404}})
  expect([...lock.keys()]).toEqual([`${web.origin}/b`])
})

test('an address with a password is never asked', async () => {
  await using web = await serveWeb({'/a': page(svg)})
  const name = `${web.origin.replace('//', '//name:word@')}/a`
  const failure = {kind: 'fetch', failure: {why: 'credentials'}}
  expect([...(await read([name])).images.values()]).toEqual([failure])
  expect([...(await read([name], {...offline, lock: new Map([[name, recorded]])})).images.values()]).toEqual([failure])
  expect(web.asked).toEqual([])
})

test('four are asked for at once, and no more', async () => {
  const held: (() => void)[] = []
  let most = 0
  await using web = await serveWeb()
  const names = Array.from({length: 12}, (_value, index) => {
    web.pages.set(`/${index}`, (response, request) => {
      held.push(() => {
        page(svg)(response, request)
      })
      most = Math.max(most, held.length)
      // Nobody is answered before the fourth has come.
      if (held.length === 4) setImmediate(() => held.splice(0).forEach((answer) => answer()))
    })
    return `${web.origin}/${index}`
  })
  expect((await read(names)).lock.size).toBe(12)
  expect(most).toBe(4)
  expect(steps.at(-1)).toBe('12/12')
})

test('a full record takes no more, and addresses that are too long are not asked for', async () => {
  await using web = await serveWeb({'/a': page(svg)})
  const name = `${web.origin}/a`
  const full: ImageLock = new Map(
    Array.from({length: limits.fetchedImages.most}, (_value, index) => [`https://a.org/${index}`, recorded] as const),
  )
  const failure = {kind: 'fetch', failure: {why: 'record full'}}
  expect(await read([name], {lock: full})).toEqual({images: new Map([[name, failure]]), lock: full})
  const long = `${name}?${'x'.repeat(limits.fetchAddress.most)}`
  expect(await read([long])).toEqual({images: new Map([[long, failure]]), lock: none})
  expect(web.asked).toEqual([])
})

test('an interrupt ends it, and nothing more is asked for', async () => {
  const control = new AbortController()
  await using web = await serveWeb()
  const names = Array.from({length: 12}, (_value, index) => {
    web.pages.set(`/${index}`, () => {
      control.abort(new Error('interrupted'))
    })
    return `${web.origin}/${index}`
  })
  await expect(read(names, {fetching: {...fetching, signal: control.signal}})).rejects.toThrow('interrupted')
  expect(web.asked.length).toBeLessThanOrEqual(4)
})
