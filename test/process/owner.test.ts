import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdir, mkdtemp, readdir, readFile, rm, utimes} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {currentOwner, isAbandoned, ownerState} from '../../src/process/owner.ts'
import {openTemporaryFolder, removeAbandoned} from '../../src/process/temporary-folder.ts'

let folder = ''
const {TMPDIR} = process.env
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-owner-'))
  process.env['TMPDIR'] = folder
})
afterEach(async () => {
  if (TMPDIR === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = TMPDIR
  await rm(folder, {recursive: true})
})

/** The name that another process gives itself, which then ends, or waits until it is told to. */
async function ownerOfAnother(waits: boolean) {
  const script = `import {currentOwner} from ${JSON.stringify(path.resolve('src/process/owner.ts'))}
console.log(currentOwner())
if (${waits}) process.stdin.resume()`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const end = async () => {
    child.stdin.end()
    await exit
  }
  if (!waits) await exit
  return {owner: chunk.toString().trim(), end}
}

const [pid = '', start = '', machine = '', boot = '', namespace = ''] = currentOwner().split('-')
const named = (...parts: string[]) => `dist.building-${parts.join('-')}`

test('a process that runs is alive, and dead once it has ended', async () => {
  expect(ownerState(named(currentOwner()))).toBe('alive')
  const other = await ownerOfAnother(true)
  expect(other.owner).not.toBe(currentOwner())
  expect(ownerState(named(other.owner))).toBe('alive')
  await other.end()
  expect(ownerState(named(other.owner))).toBe('dead')
})

test.each([
  ['of a pid that another process has now', named(pid, `${start}1`, machine, boot, namespace), 'dead'],
  ['of a boot before', named(pid, start, machine, boot === '0000' ? '0001' : '0000', namespace), 'dead'],
  ['of another machine', named(pid, start, machine === '0000' ? '0001' : '0000', boot, namespace), 'unknown'],
  ['of another container', named(pid, start, machine, boot, namespace === '0000' ? '0001' : '0000'), 'unknown'],
  ['of nobody', 'dist.building-123', 'unknown'],
  ['with a random part of digits alone before', `browser-12345678-${currentOwner()}`, 'alive'],
])('a name %s', (_what, name, state) => {
  expect(ownerState(name)).toBe(state)
})

test('a zombie, which nobody has waited for, is dead', async () => {
  // The shell becomes a process that never waits for its child.
  const shell = spawn('/bin/sh', ['-c', 'tail -f /dev/null & echo $!; exec tail -f /dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const [chunk] = (await once(shell.stdout, 'data')) as [Buffer]
    const child = chunk.toString().trim()
    const state = async () => {
      const stat = await readFile(`/proc/${child}/stat`, 'utf8')
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    }
    const {19: startOfChild = ''} = await state()
    // Until then the shell may still wait for it.
    await expect.poll(() => readFile(`/proc/${shell.pid}/cmdline`, 'utf8')).toContain('tail')
    process.kill(Number(child), 'SIGKILL')
    await expect.poll(async () => (await state())[0]).toBe('Z')
    expect(ownerState(named(child, startOfChild, machine, boot, namespace))).toBe('dead')
  } finally {
    shell.kill('SIGKILL')
  }
})

test('what cannot be asked is abandoned when nobody has touched it for a day', async () => {
  const elsewhere = path.join(folder, named(pid, start, machine === '0000' ? '0001' : '0000', boot, namespace))
  expect(await isAbandoned(elsewhere)).toBe(false)
  await mkdir(elsewhere)
  expect(await isAbandoned(elsewhere)).toBe(false)
  const old = Date.now() / 1000 - 90_000
  await utimes(elsewhere, old, old)
  expect(await isAbandoned(elsewhere)).toBe(true)
  const unowned = path.join(folder, 'dist.old')
  await mkdir(unowned)
  await utimes(unowned, old, old)
  expect(await isAbandoned(unowned)).toBe(false)
})

test('opening a temporary folder removes those of processes that have ended, and no others', async () => {
  const {owner} = await ownerOfAnother(false)
  await using mine = await openTemporaryFolder('edition')
  const base = path.dirname(mine.folder)
  await mkdir(path.join(base, `browser-0011aabb-${owner}`, 'profile'), {recursive: true})
  await mkdir(path.join(base, 'of-somebody'))
  await using next = await openTemporaryFolder('browser')
  expect((await readdir(base)).toSorted()).toEqual(
    [path.basename(mine.folder), path.basename(next.folder), 'of-somebody'].toSorted(),
  )
  await next[Symbol.asyncDispose]()
  expect(await readdir(base)).not.toContain(path.basename(next.folder))
})

test('what is abandoned is known by the end of its name anywhere', async () => {
  const {owner} = await ownerOfAnother(false)
  for (const name of [named(owner), named(currentOwner()), `${owner}.txt`]) {
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.join(folder, name))
  }
  await removeAbandoned(folder)
  expect((await readdir(folder)).toSorted()).toEqual([named(currentOwner()), `${owner}.txt`].toSorted())
})
