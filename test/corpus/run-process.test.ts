import {once} from 'node:events'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer, type AddressInfo, type Socket} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runProcess} from '../../scripts/corpus/run-process.ts'

let work = ''
beforeEach(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'lectern-run-process-'))
})
afterEach(() => rm(work, {recursive: true, force: true}))

async function run(code: string, seconds: number) {
  const script = path.join(work, 'script.mjs')
  await writeFile(script, code)
  return runProcess([script], {seconds, log: path.join(work, 'log')})
}

test('a crash leaves its stack', async () => {
  const result = await run('throw new RangeError("deep")', 60)
  expect(result).toMatchObject({code: 1, isTimedOut: false})
  expect(result.errorText).toContain('RangeError: deep')
})

test('a hang is ended, with the process of its own group that it started', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  // The system closes the connection when the process ends, and not before.
  const connected = once(server, 'connection') as Promise<[Socket]>
  const ended = connected.then(([socket]) => once(socket.on('error', () => undefined).resume(), 'close'))
  const result = await run(
    `import {spawn} from 'node:child_process'
     spawn(process.execPath, ['-e', 'net.connect(${port}, "127.0.0.1")'], {detached: true, stdio: 'ignore'})
     for (;;) {}`,
    10,
  )
  expect(result).toMatchObject({code: undefined, isTimedOut: true})
  await ended
  server.close()
})

test.runIf(process.platform === 'linux')('the time and memory of what it starts are counted', async () => {
  const code = `const held = Buffer.alloc(2e8, 1); const end = process.cpuUsage().user + 1.5e6; while (process.cpuUsage().user < end); process.exitCode = held[1] - 1`
  const result = await run(
    `import {execFileSync} from 'node:child_process'
     execFileSync(process.execPath, ['-e', ${JSON.stringify(code)}])`,
    60,
  )
  expect(result.code).toBe(0)
  expect(result.cpuSeconds).toBeGreaterThan(0.5)
  expect(result.peakMegabytes).toBeGreaterThan(200)
})
