import {execFileSync} from 'node:child_process'
import {chmod, mkdir, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {userCacheFolder} from '../../src/cache/user-cache-folder.ts'
import {runLectern} from '../support/run-lectern.ts'

const small = path.resolve('test/fixtures/course-small')
let folder = ''
let mounted: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-environment-'))
  mounted = []
  await mkdir(path.join(folder, 'tmp'))
  await writeFile(path.join(folder, 'file'), '')
})
afterEach(async () => {
  for (const place of mounted) execFileSync('/bin/umount', [place])
  await rm(folder, {recursive: true, force: true})
})

/** A file system of its own, with options of mount(8). */
async function mount(options: string): Promise<string> {
  const place = path.join(folder, options)
  await mkdir(place)
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], {stdio: 'pipe'})
  mounted.push(place)
  return place
}

/** Whether this machine lets us mount: in most containers it does not, and then these are not run. */
const mayMount = (() => {
  try {
    execFileSync('/usr/bin/unshare', ['--mount', '/bin/mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], {stdio: 'pipe'})
    return true
  } catch {
    return false
  }
})()

const run = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  runLectern(args, {cwd: folder, env: {TMPDIR: path.join(folder, 'tmp'), ...env}})

/** A cause with what it is about, and a remedy; no stack. */
function expectExplained({code, stderr}: {code: number | null; stderr: string}, about: RegExp): void {
  expect(stderr).not.toMatch(/^ {4}at /mu)
  expect(stderr).toMatch(about)
  expect(stderr.trim().split('\n').length).toBeGreaterThan(1)
  expect(code).toBe(2)
}

const unusable: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['a file', () => path.join(folder, 'file')],
  ['below a file', () => path.join(folder, 'file', 'x')],
  ['too long', () => path.join(folder, 'x'.repeat(300))],
]
const mountable: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['read-only', async () => path.join(await mount('ro'), 'x')],
  ['full', async () => path.join(await mount('size=64k'), 'x')],
]
const places = [...unusable, ...(mayMount ? mountable : [])]

describe('a temporary folder that cannot be used', () => {
  test.each([['missing', () => path.join(folder, 'none', 'x')] as const, ...places])('%s', async (_what, place) => {
    const at = await place()
    // The part of it that is there.
    if (path.basename(at) === 'x' && !at.includes('none') && !at.includes('file'))
      await mkdir(at).catch(() => undefined)
    const result = await run(['check', small], {TMPDIR: at})
    expectExplained(result, /TMPDIR/u)
  })
})

describe('an output folder that cannot be written', () => {
  test.each(places)('%s', async (_what, place) => {
    const args = ['build', small, '--out', await place(), '--only', 'epub', '--edition', 'student', '--no-verify']
    const result = await run(args, {})
    expectExplained(result, / \/ /u)
    const left = await readdir(path.join(folder, 'tmp'), {recursive: true})
    expect(left.filter((name) => !/^lectern-\d+$/u.test(name))).toEqual([])
  })
})

describe('a cache that cannot be used only makes the run slower', () => {
  test.each<[string, () => Promise<NodeJS.ProcessEnv>]>([
    ['XDG_CACHE_HOME is a file', () => Promise.resolve({XDG_CACHE_HOME: path.join(folder, 'file')})],
    ['HOME is a file', () => Promise.resolve({XDG_CACHE_HOME: '', HOME: path.join(folder, 'file')})],
    ['HOME is missing', () => Promise.resolve({XDG_CACHE_HOME: '', HOME: path.join(folder, 'file', 'x')})],
    [
      'others may write to it',
      async () => {
        const cache = path.join(folder, 'cache', 'lectern')
        await mkdir(cache, {recursive: true})
        await chmod(cache, 0o777)
        return {XDG_CACHE_HOME: path.dirname(cache)}
      },
    ],
  ])('%s', async (_what, prepare) => {
    const {code, stderr} = await run(['check', small, '--quiet'], await prepare())
    expect(stderr).toContain('The cache cannot be used')
    expect(stderr).not.toMatch(/^ {4}at /mu)
    expect(code).toBe(0)
    const [base = ''] = await readdir(path.join(folder, 'tmp'))
    expect(await readdir(path.join(folder, 'tmp', base))).toEqual([])
  })

  test.runIf(mayMount)('it is full', async () => {
    const {code, stderr} = await run(['check', small, '--quiet'], {XDG_CACHE_HOME: await mount('size=64k')})
    expect(stderr).not.toMatch(/^ {4}at /mu)
    expect(code).toBe(0)
  })
})

test('what stops reading has heard enough', () => {
  const lectern = `'${process.execPath}' '${path.resolve('bin/lectern.js')}'`
  const out = execFileSync('sh', ['-c', `${lectern} rules 2>err | head -c 1; cat err`], {cwd: folder, encoding: 'utf8'})
  expect(out).toHaveLength(1)
})

test('a bug is reported as one, with its stack', async () => {
  const broken = path.join(folder, 'broken.mjs')
  await writeFile(
    broken,
    `const {toSorted} = Array.prototype
Array.prototype.toSorted = function (...args) { if (this.length > 60) throw new TypeError('planted'); return toSorted.apply(this, args) }
`,
  )
  const env = {NODE_OPTIONS: `--import ${broken}`, XDG_CACHE_HOME: path.dirname(userCacheFolder())}
  const {code, stderr} = await run(['check', small], env)
  expect(stderr).toMatch(/^ {4}at /mu)
  expect(stderr).toContain('planted')
  expect(stderr.trim().split('\n').at(-1)).toContain('report it')
  expect(code).toBe(2)
})
