import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {writeFormerEdition} from '../support/former-edition.ts'
import {processesIn} from '../support/processes.ts'
import {runLectern} from '../support/run-lectern.ts'

const small = path.resolve('test/fixtures/course-small')
let folder = ''
let temporary = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-interrupt-'))
  temporary = path.join(folder, 'tmp')
  await mkdir(temporary)
  await mkdir(path.join(folder, 'dist', 'coverage'), {recursive: true})
  await writeFile(path.join(folder, 'dist', 'index.html'), 'last good')
})
afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

/** What is below lectern's own folders in the temporary folder. */
async function leftIn(): Promise<string[]> {
  const bases = await readdir(temporary)
  const inside = await Promise.all(bases.map((base) => readdir(path.join(temporary, base))))
  return inside.flat()
}

const run = (args: readonly string[], says: string, signal: NodeJS.Signals) =>
  runLectern(args, {
    cwd: folder,
    env: {TMPDIR: temporary},
    once: {says, act: (child) => child.kill(signal)},
  })

async function expectNothingLeft(besides: readonly string[] = []): Promise<void> {
  expect(await processesIn(temporary)).toEqual([])
  expect(await leftIn()).toEqual([])
  expect((await readdir(folder)).toSorted()).toEqual(['dist', 'tmp', ...besides].toSorted())
  expect(await readFile(path.join(folder, 'dist', 'index.html'), 'utf8')).toBe('last good')
}

describe('a signal ends the run with nothing left, and the last good output as it was', () => {
  test.each<[string, string, NodeJS.Signals]>([
    ['build', '解析章节', 'SIGINT'],
    ['build', '启动浏览器', 'SIGTERM'],
    ['build', '公式', 'SIGHUP'],
    ['build', 'deck student', 'SIGINT'],
    ['build', 'pass 1', 'SIGHUP'],
    ['build', '打印', 'SIGTERM'],
    ['check', '解析章节', 'SIGTERM'],
    ['check', '启动浏览器', 'SIGINT'],
    ['check', '公式', 'SIGHUP'],
    ['verify', '解析章节', 'SIGHUP'],
    ['verify', '启动浏览器', 'SIGINT'],
    ['verify', '核对成品', 'SIGTERM'],
  ])('%s at %s, %s', async (command, says, signal) => {
    const {code, stderr} = await run([command, small], says, signal)
    expect(stderr).toContain('Interrupted')
    expect(code).toBe(2)
    await expectNothingLeft()
  })

  test('diff while git reads the old edition', async () => {
    const course = path.join(folder, 'course')
    await writeFormerEdition(small, course)
    const {code, stderr} = await run(['diff', 'v1', course], '读取旧版', 'SIGINT')
    expect(stderr).toContain('Interrupted')
    expect(code).toBe(2)
    await expectNothingLeft(['course'])
  })
})

test('the second time the signal itself ends the process', async () => {
  const script = `import {listenForInterrupt} from ${JSON.stringify(path.resolve('src/cli/interrupt.ts'))}
const signal = listenForInterrupt()
signal.addEventListener('abort', () => console.log('heard'))
console.log('ready')
setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script])
  const exit = once(child, 'exit')
  const line = async () => String((await once(child.stdout, 'data'))[0]).trim()
  expect(await line()).toBe('ready')
  child.kill('SIGTERM')
  expect(await line()).toBe('heard')
  child.kill('SIGINT')
  expect(await exit).toEqual([null, 'SIGINT'])
})
