import {spawn} from 'node:child_process'
import {hash} from 'node:crypto'
import {once} from 'node:events'
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {endOrphans} from '../../src/browser/end-orphans.ts'
import {openBrowser} from '../../src/browser/open-browser.ts'
import {unpackEmbedded} from '../../src/browser/unpack-embedded.ts'
import {withPage} from '../../src/browser/with-page.ts'
import {userCacheFolder} from '../../src/cache/user-cache-folder.ts'
import {lookThrough} from '../../src/coverage/look-through.ts'
import {EnvironmentError} from '../../src/diagnostics/environment-error.ts'
import {browsersIn, processesIn} from '../support/processes.ts'
import {runLectern} from '../support/run-lectern.ts'

const small = path.resolve('test/fixtures/course-small')
const {TMPDIR} = process.env
let folder = ''
let temporary = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-life-'))
  temporary = path.join(folder, 'tmp')
  await mkdir(temporary)
  process.env['TMPDIR'] = temporary
})
afterEach(async () => {
  if (TMPDIR === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = TMPDIR
  await rm(folder, {recursive: true, force: true, maxRetries: 10})
})

/** A browser that is killed whenever it is asked to load a page: what it is asked goes through this script. */
const dyingAtFirstPage = (executable: string) => `#!${process.execPath}
const {Socket} = require('node:net')
const {spawn} = require('node:child_process')
const args = ['--headless', ...process.argv.slice(2)]
const browser = spawn(${JSON.stringify(executable)}, args, {stdio: ['ignore', 'inherit', 'inherit', 'pipe', 4]})
browser.once('exit', () => process.exit(1))
new Socket({fd: 3, writable: false})
  .on('data', (asked) => (asked.includes('"Page.navigate"') ? browser.kill('SIGKILL') : browser.stdio[3].write(asked)))
  .on('end', () => browser.stdio[3].end())
`

async function leftIn(): Promise<string[]> {
  const bases = await readdir(temporary)
  const inside = await Promise.all(bases.map((base) => readdir(path.join(temporary, base))))
  return inside.flat()
}

/** Hashes of all files of a folder. */
async function filesIn(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const hashed = files.toSorted().map(async (file): Promise<[string, string]> => {
    return [path.relative(root, file), hash('sha256', await readFile(file))]
  })
  return new Map(await Promise.all(hashed))
}

const silent = {executable: '', cacheFolder: userCacheFolder(), log: () => undefined, warn: () => undefined}

describe('a browser ends with its parent, which is killed', () => {
  test.each(['启动浏览器', '公式', 'pass 1', '核对成品'])('at %s', async (says) => {
    const {code} = await runLectern(['build', small, '--out', 'dist'], {
      cwd: folder,
      env: {TMPDIR: temporary},
      once: {says, act: (child) => child.kill('SIGKILL')},
    })
    expect(code).toBeNull()
    await expect.poll(() => processesIn(temporary), {timeout: 60_000}).toEqual([])
    // What it could not clean up goes at the next start.
    await (await openBrowser(silent))[Symbol.asyncDispose]()
    expect(await leftIn()).toEqual([])
  })

  test.each([
    ['in a script that does not end', 'for (;;);'],
    ['while it prints', `document.body.innerHTML = '<h2>x</h2><p style="break-after: page">y</p>'.repeat(20000)`],
  ])('%s', async (_what, script) => {
    const program = `import {openBrowser} from ${JSON.stringify(path.resolve('src/browser/open-browser.ts'))}
const silent = {executable: '', cacheFolder: ${JSON.stringify(userCacheFolder())}, log() {}, warn() {}}
const browser = await openBrowser(silent)
const page = await browser.newPage()
const busy = page.evaluate(${JSON.stringify(script)})
console.log('busy')
await busy
await page.pdf({tagged: true, timeout: 0})`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program])
    const exit = once(child, 'exit')
    await once(child.stdout, 'data')
    expect(await browsersIn(temporary)).toHaveLength(1)
    child.kill('SIGKILL')
    await exit
    await expect.poll(() => processesIn(temporary), {timeout: 60_000}).toEqual([])
  })
})

test('a browser that never looks at its pipe ends with its parent, too', async () => {
  const deaf = path.join(folder, 'deaf')
  // The second one is of its group.
  await writeFile(deaf, '#!/bin/sh\nsleep 600 &\necho started > "$TMPDIR/started"\nwait\n')
  await chmod(deaf, 0o755)
  const run = spawn(process.execPath, [path.resolve('bin/lectern.js'), 'build', small, '--browser', deaf], {
    cwd: folder,
    env: {...process.env, TMPDIR: temporary},
    stdio: 'ignore',
  })
  const exit = once(run, 'exit')
  await expect.poll(() => readdir(temporary), {timeout: 60_000}).toContain('started')
  run.kill('SIGKILL')
  await exit
  await expect.poll(() => processesIn(temporary), {timeout: 10_000}).toEqual([])
})

test('a shared browser, which no pipe holds, is ended at the next start', async () => {
  const program = `import {openBrowser} from ${JSON.stringify(path.resolve('src/browser/open-browser.ts'))}
const silent = {executable: '', cacheFolder: ${JSON.stringify(userCacheFolder())}, log() {}, warn() {}}
const browser = await openBrowser({...silent, transport: 'socket'})
console.log(browser.address)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program])
  const exit = once(child, 'exit')
  expect(String((await once(child.stdout, 'data'))[0])).toMatch(/^ws:/u)
  // While its owner lives it is nobody’s orphan.
  await endOrphans()
  expect(await browsersIn(temporary)).toHaveLength(1)
  child.kill('SIGKILL')
  await exit
  expect(await browsersIn(temporary)).toHaveLength(1)
  await (await openBrowser(silent))[Symbol.asyncDispose]()
  await expect.poll(() => processesIn(temporary), {timeout: 60_000}).toEqual([])
  expect(await leftIn()).toEqual([])
})

describe('a browser that is killed', () => {
  /** What a build gives whose browser lives. */
  let expected = new Map<string, string>()
  beforeAll(async () => {
    const out = await mkdtemp(path.join(tmpdir(), 'lectern-undisturbed-'))
    await runLectern(['build', small, '--out', out, '--edition', 'student'])
    expected = await filesIn(out)
    await rm(out, {recursive: true})
  })
  const kill = async () => {
    for (const {pid} of await browsersIn(temporary)) process.kill(pid, 'SIGKILL')
  }

  test.each(['公式', 'deck student', 'pass 1', '核对成品'])(
    'at %s is started anew, and the output is the same',
    async (says) => {
      const {code, stderr} = await runLectern(['build', small, '--out', 'dist', '--edition', 'student'], {
        cwd: folder,
        env: {TMPDIR: temporary},
        once: {says, act: kill},
      })
      expect(stderr).not.toContain('    at ')
      expect(code).toBe(0)
      expect(expected.size).toBeGreaterThan(5)
      expect(await filesIn(path.join(folder, 'dist'))).toEqual(expected)
      expect(await leftIn()).toEqual([])
    },
  )

  test('each time is an error of the environment with its remedy', async () => {
    const {embedded} = await unpackEmbedded(userCacheFolder())
    const dying = path.join(folder, 'dying')
    await writeFile(dying, dyingAtFirstPage(embedded?.executable ?? ''))
    await chmod(dying, 0o755)
    const course = path.join(folder, 'course')
    await cp(small, course, {recursive: true})
    const {code, stderr} = await runLectern(['build', course, '--browser', dying], {
      cwd: folder,
      env: {TMPDIR: temporary},
    })
    expect(stderr).toMatch(/crashed twice/u)
    expect(stderr).not.toContain('    at ')
    expect(code).toBe(2)
    expect((await readdir(folder)).toSorted()).toEqual(['course', 'dying', 'tmp'])
    expect(await leftIn()).toEqual([])
  })

  test.each([
    [
      'withPage',
      (browser: Parameters<typeof lookThrough>[0], use: Parameters<typeof lookThrough<string>>[1]) =>
        withPage(browser, {html: '<!doctype html><p>x', files: new Map()}, use),
    ],
    ['lookThrough', lookThrough<string>],
  ])('under %s: the work is done again, once', async (_name, look) => {
    await using browser = await openBrowser(silent)
    let calls = 0
    const dyingBefore = (count: number) => async (page: {title: () => Promise<string>}) => {
      calls += 1
      if (calls <= count) await kill()
      return `${calls} ${await page.title()}`
    }
    expect(await look(browser, dyingBefore(1))).toBe('2 ')
    calls = 0
    await expect(look(browser, dyingBefore(9))).rejects.toBeInstanceOf(EnvironmentError)
    expect(calls).toBe(2)
  })
})

describe('the sandbox', () => {
  const isRoot = process.getuid?.() === 0
  const nobody = 65_534
  /** A user who is not root, with a cache that has the browser. */
  const asUser = async (env: NodeJS.ProcessEnv, ...args: readonly string[]) => {
    const cache = path.join(folder, 'cache')
    await chmod(folder, 0o777)
    await chmod(temporary, 0o777)
    await mkdir(cache, {mode: 0o777})
    await chmod(cache, 0o777)
    const {code, stderr} = await runLectern(['check', small, '--quiet', ...args], {
      cwd: folder,
      env: {...env, TMPDIR: temporary, HOME: cache, XDG_CACHE_HOME: cache},
      ...(isRoot ? {uid: nobody} : {}),
    })
    return {code, stderr}
  }

  test('is on for who is not root, also in CI', async () => {
    const {code, stderr} = await asUser({CI: '1'})
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })

  test('is off where it is asked to be, which is said even when all else is quiet', async () => {
    const {code, stderr} = await asUser({LECTERN_NO_SANDBOX: '1'})
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('LECTERN_NO_SANDBOX')
    expect(code).toBe(0)
  })

  test.runIf(isRoot)('is off for root, who cannot have one, which is said', async () => {
    const warnings: string[] = []
    const browser = await openBrowser({...silent, warn: (message) => warnings.push(message)})
    await browser[Symbol.asyncDispose]()
    expect(warnings).toEqual([expect.stringContaining('root')])
  })

  test('is tried first, and done without only where the browser says that there is none', async () => {
    const picky = path.join(folder, 'picky')
    const refuses = `case "$*" in *--no-sandbox*) ;; *) echo '[1:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox!' >&2; exit 1;; esac`
    await writeFile(picky, `#!/bin/sh\n${refuses}\nexec "$HOME"/lectern/chromium-*/chromium --headless "$@"\n`)
    await chmod(picky, 0o755)
    const {code, stderr} = await asUser({}, '--browser', picky)
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('this machine allows none')])
    expect(code).toBe(0)
  })
})

describe('the unpacked browser is unpacked again when it is not as it was', () => {
  let cache = ''
  beforeAll(async () => {
    cache = await mkdtemp(path.join(tmpdir(), 'lectern-unpacked-'))
  })
  afterAll(async () => {
    await rm(cache, {recursive: true, force: true})
  })
  const unpackedFolder = async () => {
    const {embedded} = await unpackEmbedded(cache)
    return path.dirname(embedded?.executable ?? '')
  }
  const flipAt = async (file: string, at: number) => {
    await using handle = await open(file, 'r+')
    const byte = Buffer.alloc(1)
    await handle.read(byte, 0, 1, at)
    await handle.write(Buffer.of((byte[0] ?? 0) ^ 16), 0, 1, at)
  }

  test.each<[string, (unpacked: string) => Promise<unknown>]>([
    ['one bit of the program is another', (unpacked) => flipAt(path.join(unpacked, 'chromium'), 123_456_789)],
    ['the program is cut off', (unpacked) => truncate(path.join(unpacked, 'chromium'), 1000)],
    ['the program is gone', (unpacked) => unlink(path.join(unpacked, 'chromium'))],
    ['the program cannot be run', (unpacked) => chmod(path.join(unpacked, 'chromium'), 0o600)],
    ['a library is gone', (unpacked) => unlink(path.join(unpacked, 'lib/libnss3.so'))],
    ['a font is another', (unpacked) => appendFile(path.join(unpacked, 'fonts/Open_Sans/OpenSans-Bold.ttf'), 'x')],
    ['its inventory is empty', (unpacked) => writeFile(path.join(unpacked, 'complete'), '')],
    [
      'it is a link to nothing',
      async (unpacked) => {
        await rm(unpacked, {recursive: true})
        await symlink('/nowhere', unpacked)
      },
    ],
  ])('%s', async (_what, damage) => {
    const unpacked = await unpackedFolder()
    const before = await stat(path.join(unpacked, 'chromium'))
    await unpackedFolder()
    expect((await stat(path.join(unpacked, 'chromium'))).ino).toBe(before.ino)
    await damage(unpacked)
    await unpackedFolder()
    const after = await stat(path.join(unpacked, 'chromium'))
    expect(after.ino).not.toBe(before.ino)
    expect({size: after.size, mode: after.mode & 0o777}).toEqual({size: before.size, mode: 0o700})
    expect((await readdir(cache)).filter((name) => name.startsWith('chromium-'))).toHaveLength(1)
    expect(await readFile(path.join(unpacked, 'complete'), 'utf8')).toContain('"chromium" program')
  })

  test('where it cannot be unpacked into the cache, it is in a folder of this run', async () => {
    const file = path.join(cache, 'file')
    await writeFile(file, '')
    const unpacked = await unpackEmbedded(path.join(file, 'x'))
    const executable = unpacked.embedded?.executable ?? ''
    expect(executable.startsWith(temporary)).toBe(true)
    await unpacked[Symbol.asyncDispose]()
    await expect(stat(executable)).rejects.toThrow('ENOENT')
  })
})
