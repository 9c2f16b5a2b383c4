import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {readResources} from '../../src/source/read-resources.ts'
import {mediaName} from '../../src/theme/media-name.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-source-'))
  await mkdir(path.join(folder, 'course', 'figures'), {recursive: true})
})

afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

const write = (name: string, contents: string) => writeFile(path.join(folder, 'course', name), contents)
const read = (name: string) => readResources(path.join(folder, 'course'), [name])

test('an image is read with its media type', async () => {
  await write('figures/图 一.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const {failures, resources} = await read('figures/图 一.svg')
  expect(resources.get('figures/图 一.svg')?.mediaType).toBe('image/svg+xml')
  expect(failures.size).toBe(0)
})

test('why an image is none is told', async () => {
  await write('figures/a.png', '<!doctype html>')
  await write('figures/b.bmp', 'BM')
  await write('figures/c.svg', '<svg/>')
  await writeFile(path.join(folder, 'secret.svg'), '<svg/>')
  await symlink(path.join(folder, 'secret.svg'), path.join(folder, 'course', 'link.svg'))
  const reason = async (name: string) => (await read(name)).failures.get(name)
  expect(await reason('figures/a.png')).toEqual({kind: 'broken'})
  expect(await reason('figures/b.bmp')).toEqual({kind: 'format'})
  expect(await reason('figures/C.svg')).toEqual({kind: 'case', actual: 'figures/c.svg'})
  expect(await reason('figures/d.svg')).toEqual({kind: 'missing'})
  expect(await reason('../secret.svg')).toEqual({kind: 'outside'})
  expect(await reason('link.svg')).toEqual({kind: 'outside'})
})

test.each([
  ['a.jpg', Buffer.from('\u0089PNG\r\n', 'latin1'), 'image/png'],
  ['a.png', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
  ['a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
  ['a', Buffer.from('GIF89a'), 'image/gif'],
])('%s is what its bytes say, and so is its name in outputs', async (name, contents, mediaType) => {
  await writeFile(path.join(folder, 'course', name), contents)
  const {failures, resources} = await read(name)
  expect(failures.size).toBe(0)
  const resource = resources.get(name)
  expect(resource).toMatchObject({mediaType, path: name})
  const extension = /^\w+/u.exec(mediaType.replace('image/', ''))?.[0].replace('jpeg', 'jpg')
  expect(resource && mediaName(resource)).toMatch(new RegExp(String.raw`^media/[\da-f]{12}\.${extension}$`, 'u'))
})

test('pages of HTML that have a drawing are no drawing', async () => {
  await write('figures/a.svg', '<!doctype html><html><body><svg/></body></html>')
  expect((await read('figures/a.svg')).failures.get('figures/a.svg')).toEqual({kind: 'broken'})
})

describe('an image that is named from the root of a site', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const readIn = async (files: readonly string[], chapter: string, name: string) => {
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop
      await mkdir(path.join(folder, 'course', path.dirname(file)), {recursive: true})
      // oxlint-disable-next-line no-await-in-loop
      await write(file, drawing)
    }
    const {failures, resources} = await readResources(path.join(folder, 'course'), [name], {chapters: [chapter]})
    return failures.get(name)?.kind ?? resources.get(name)?.path
  }

  test.each([
    ['/static/x.svg', '_2020/a.md', ['static/x.svg']],
    ['/img/x.svg', 'docs/a.md', ['static/img/x.svg', 'public/img/x.svg']],
    ['/x.svg', 'a.md', ['x.svg', 'static/x.svg']],
    ['/2019/files/x.png', 'a.md', ['_2019/files/x.png']],
    ['/logo.svg', 'packages/docs/guide/a.md', ['packages/docs/public/logo.svg']],
    ['/x.svg', 'site/content/a.md', ['site/static/x.svg', 'site/content/x.svg']],
  ])('%s in %s is the first of %j', async (name, chapter, files) => {
    // Its bytes say what it is, whatever its name.
    expect(await readIn(files, chapter, name)).toBe(files[0])
  })

  test('is missing where it is nowhere, and never outside of the course or hidden', async () => {
    await writeFile(path.join(folder, 'secret.svg'), drawing)
    await mkdir(path.join(folder, 'course', '.git'))
    expect(await readIn(['.git/x.svg'], 'a/b.md', '/secret.svg')).toBe('missing')
    expect(await readIn([], 'a/b.md', '/.git/x.svg')).toBe('hidden')
    expect(await readIn([], 'a/b.md', path.join(folder, 'secret.svg'))).toBe('missing')
  })
})
