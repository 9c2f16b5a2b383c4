import {chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {openCache} from '../../src/cache/open-cache.ts'
import {openCacheFolder} from '../../src/cache/open-cache-folder.ts'
import {openLastResults} from '../../src/cache/open-last-results.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-damaged-'))
})
afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

const contents = new Uint8Array(Array.from({length: 300}, (_value, index) => index % 251))

interface Kept {
  readonly ask: (key: string, made: unknown) => Promise<{found: unknown; isMade: boolean}>
  readonly value: unknown
}

/** Both caches, asked in the same way. */
const caches: readonly (readonly [string, () => Kept])[] = [
  [
    'of results',
    () => ({
      value: contents,
      async ask(key, made) {
        let isMade = false
        const found = await openCache(folder).bytes(key, () => {
          isMade = true
          return Promise.resolve(made as Uint8Array)
        })
        return {found, isMade}
      },
    }),
  ],
  [
    'of last results',
    () => ({
      value: {list: [1, 'a'], bytes: contents},
      async ask(key, made) {
        let isMade = false
        const make = () => {
          isMade = true
          return Promise.resolve({value: made, isLasting: true})
        }
        return {found: await openLastResults(folder).result<unknown>(key, () => Promise.resolve(key), make), isMade}
      },
    }),
  ],
]

async function entries(): Promise<string[]> {
  const all = await readdir(folder, {recursive: true, withFileTypes: true})
  return all.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name))
}

async function onlyEntry(): Promise<string> {
  const [file = ''] = await entries()
  return file
}

const flip = (bytes: Uint8Array, at: number, bit: number) =>
  bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << bit) : byte))

const damages: readonly (readonly [string, (file: string, bytes: Uint8Array) => Promise<unknown>])[] = [
  ['empty', (file) => writeFile(file, '')],
  ['cut off by one byte', (file, bytes) => writeFile(file, bytes.slice(0, -1))],
  ['cut off after its seal', (file, bytes) => writeFile(file, bytes.slice(0, 32))],
  ['longer', (file, bytes) => writeFile(file, Buffer.concat([bytes, Buffer.of(0)]))],
  [
    'a folder',
    async (file) => {
      await rm(file)
      await mkdir(path.join(file, 'x'), {recursive: true})
    },
  ],
  [
    'a link to what it was',
    async (file) => {
      await rename(file, `${file}.elsewhere`)
      await symlink(`${file}.elsewhere`, file)
    },
  ],
  [
    'a link in a circle',
    async (file) => {
      await rm(file)
      await symlink(file, file)
    },
  ],
  ['gone', (file) => rm(file)],
]

describe.each(caches)('in a cache %s', (_name, open) => {
  test.each(damages)('an entry that is %s is made again, and then found', async (_damage, damage) => {
    const {ask, value} = open()
    expect(await ask('key', value)).toEqual({found: value, isMade: true})
    const file = await onlyEntry()
    await damage(file, new Uint8Array(await readFile(file)))
    expect(await ask('key', value)).toEqual({found: value, isMade: true})
    expect(await ask('key', 'other')).toEqual({found: value, isMade: false})
  })

  test('any change of any byte makes the entry again', async () => {
    const {ask, value} = open()
    await ask('key', value)
    const file = await onlyEntry()
    const whole = new Uint8Array(await readFile(file))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        await writeFile(file, flip(whole, at, bit))
        expect(await ask('key', value)).toEqual({found: value, isMade: true})
        expect(new Uint8Array(await readFile(file))).toEqual(whole)
      }),
      {numRuns: 60},
    )
  })

  test('an entry in the place of another is none', async () => {
    const {ask, value} = open()
    await ask('one', value)
    const one = await onlyEntry()
    await ask('two', value)
    const two = (await entries()).find((file) => file !== one) ?? ''
    await writeFile(one, await readFile(two))
    expect(await ask('one', value)).toEqual({found: value, isMade: true})
  })

  test('one that cannot be written is made each time, and no draft is left', async () => {
    const {ask, value} = open()
    await writeFile(path.join(folder, 'drafts'), 'a file in place of the folder')
    expect(await ask('key', value)).toEqual({found: value, isMade: true})
    expect(await ask('key', value)).toEqual({found: value, isMade: true})
    expect(await entries()).toEqual([path.join(folder, 'drafts')])
  })
})

describe('the folder of the cache', () => {
  test('is made for this user alone', async () => {
    const wanted = path.join(folder, 'a', 'lectern')
    await using cache = await openCacheFolder(wanted)
    expect(cache.folder).toBe(wanted)
    expect((await stat(wanted)).mode & 0o777).toBe(0o700)
  })

  test.each<[string, (wanted: string) => Promise<unknown>]>([
    ['a file', (wanted) => writeFile(wanted, '')],
    ['below a file', (wanted) => writeFile(path.dirname(wanted), '')],
    [
      'a folder that others may write to',
      async (wanted) => {
        await mkdir(wanted, {recursive: true})
        await chmod(wanted, 0o777)
      },
    ],
    ['a link in a circle', (wanted) => symlink(wanted, wanted)],
  ])('that is %s is not used: one of this run takes its place', async (what, prepare) => {
    const wanted = path.join(folder, 'deep', 'lectern')
    if (what !== 'below a file') await mkdir(path.dirname(wanted))
    await prepare(wanted)
    let used = ''
    {
      await using cache = await openCacheFolder(wanted)
      used = cache.folder
      expect(cache.unusable).toBeTruthy()
      expect(used).not.toBe(wanted)
      expect((await stat(used)).isDirectory()).toBe(true)
    }
    await expect(stat(used)).rejects.toThrow('ENOENT')
  })
})
