import {execFile} from 'node:child_process'
import {cp, mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {recoverOutput} from '../../src/output/recover-output.ts'

const run = promisify(execFile)
let home = ''

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'lectern-interrupted-'))
})

afterEach(() => rm(home, {recursive: true, force: true}))

const first = ['index.html', 'README.md', 'deck/index.html', 'deck/gone.html', 'teacher/deck/index.html', 'old.pdf']
const second = ['index.html', 'README.md', 'deck/index.html', 'deck/media/new.svg', 'new.epub', 'teacher/notes.pdf']

/** The program in a process of its own, killed at a call; gives what it printed. */
async function publish(out: string, args: readonly string[], stopAt?: number): Promise<string> {
  const program = ['--import', './test/support/stop-at-call.ts', 'test/support/publish-edition.ts', out, ...args]
  const env = {...process.env, NODE_NO_WARNINGS: '1', ...(stopAt === undefined ? {} : {STOP_AT: String(stopAt)})}
  return run(process.execPath, program, {env}).then(
    ({stdout}) => stdout,
    (error: unknown) => {
      if (error instanceof Error && 'signal' in error && error.signal === 'SIGKILL') return 'killed'
      throw error
    },
  )
}

/** Every file and folder below `root`, with the contents of files. */
async function tree(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true})
  const read = entries.map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return [path.relative(root, file), entry.isDirectory() ? 'folder' : await readFile(file, 'utf8')] as const
  })
  return Object.fromEntries((await Promise.all(read)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What must hold wherever the program was killed: after the next start there is one whole edition, old or new, and nothing else. */
async function assertWhole(args: readonly string[], hasFormer: boolean): Promise<void> {
  const former = path.join(home, 'former')
  const [oldTree, newTree] = [path.join(home, 'a', 'dist'), path.join(home, 'b', 'dist')]
  await publish(path.join(former, 'dist'), ['old', 'everything', ...first])
  if (hasFormer) {
    await cp(former, path.dirname(oldTree), {recursive: true})
    await cp(former, path.dirname(newTree), {recursive: true})
  }
  const calls = Number(await publish(newTree, args))
  expect(calls).toBeGreaterThan(20)
  const [before, after] = [hasFormer ? await tree(path.dirname(oldTree)) : {}, await tree(path.dirname(newTree))]
  const outcomes = new Set<string>()
  // Two at a time: there are a hundred, each with a process of its own.
  const stopAt = async (call: number): Promise<void> => {
    if (call > calls) return
    const place = path.join(home, `stopped-${call}`)
    if (hasFormer) await cp(former, place, {recursive: true})
    expect(await publish(path.join(place, 'dist'), args, call)).toBe('killed')
    await recoverOutput(path.join(place, 'dist'))
    const found = await tree(place).catch(() => ({}))
    const isNew = JSON.stringify(found) === JSON.stringify(after)
    outcomes.add(isNew ? 'new' : 'old')
    expect([call, found]).toEqual([call, isNew ? after : before])
    await stopAt(call + 2)
  }
  await Promise.all([stopAt(1), stopAt(2)])
  expect([...outcomes].toSorted()).toEqual(['new', 'old'])
}

describe('killed at any file-system call, a build leaves one whole edition after the next start', () => {
  test('of everything', () => assertWhole(['new', 'everything', ...second], true))

  test('of some outputs', () =>
    assertWhole(['new', 'some', 'deck/index.html', 'deck/media/new.svg', 'index.html'], true))

  test('that is rejected, after the next good one', async () => {
    const [out, clean] = [path.join(home, 'dist'), path.join(home, 'clean')]
    await publish(path.join(clean, 'dist'), ['good', 'everything', ...second])
    const good = await tree(clean)
    const calls = Number(await publish(out, ['bad', 'reject', 'index.html', 'teacher/x.pdf']))
    await rm(home + '/dist-failed', {recursive: true})
    const stopAt = async (call: number): Promise<void> => {
      if (call > calls) return
      const place = path.join(home, `stopped-${call}`)
      expect(await publish(path.join(place, 'dist'), ['bad', 'reject', 'index.html', 'teacher/x.pdf'], call)).toBe(
        'killed',
      )
      await publish(path.join(place, 'dist'), ['good', 'everything', ...second])
      expect([call, await tree(place)]).toEqual([call, good])
      await stopAt(call + 1)
    }
    await stopAt(1)
  })
})
