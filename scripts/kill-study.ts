/**
 * Builds a small course again and again, and ends each build at a random moment: the program by SIGKILL, SIGINT, SIGTERM or SIGHUP, its
 * browser by SIGKILL, or both by a disk that is full. After each the output must be one whole edition, that of before or the new one, with nothing
 * beside it, and no process and no temporary file may be left when the next build has started.
 *
 *   npm run kill-study [ROUNDS]    100 by default; 20 of the browser for each 100, as many of signals, and of a full disk
 */
/* oxlint-disable no-await-in-loop -- one build after the other: each is judged alone */
import {execFileSync, spawn} from 'node:child_process'
import {hash} from 'node:crypto'
import {once} from 'node:events'
import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {endOrphans} from '../src/browser/end-orphans.ts'
import {recoverOutput} from '../src/output/recover-output.ts'
import {openTemporaryFolder} from '../src/process/temporary-folder.ts'
import {browsersIn, processesIn} from '../test/support/processes.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

type Edition = 'old' | 'new'
type Files = ReadonlyMap<string, string>

const rounds = Number(process.argv[2] ?? 100)
const root = await mkdtemp(path.join(tmpdir(), 'lectern-kill-'))
const temporary = path.join(root, 'tmp')
await mkdir(temporary)
process.env['TMPDIR'] = temporary

/** Two editions of one course. */
async function writeCourses(): Promise<void> {
  for (const edition of ['old', 'new'] as const) {
    await cp('test/fixtures/course-small', path.join(root, edition), {recursive: true})
  }
  const chapter = (await readdir(path.join(root, 'new'))).find((name) => name.endsWith('.md')) ?? ''
  const file = path.join(root, 'new', chapter)
  await writeFile(file, `${await readFile(file, 'utf8')}\n另一版多这一段。\n`)
}

function startBuild(edition: Edition, out: string) {
  const child = spawn(process.execPath, [path.resolve('bin/lectern.js'), 'build', edition, '--out', out], {
    cwd: root,
    env: {...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: '1764547200'},
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const exit = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  return {child, exit, said: () => said}
}

/** Every file of a folder with its hash. */
async function filesOf(folder: string): Promise<Files> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const hashed = files.toSorted().map(async (file): Promise<[string, string]> => {
    return [path.relative(folder, file), hash('sha256', await readFile(file))]
  })
  return new Map(await Promise.all(hashed))
}

const isSame = (one: Files, other: Files) =>
  one.size === other.size && [...one].every(([name, digest]) => other.get(name) === digest)

const faults: string[] = []
const counts = new Map<string, number>()
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)

/** Judges what a build that was ended left. */
async function judge(what: string, out: string, editions: readonly Files[]): Promise<void> {
  await recoverOutput(out)
  const files = await filesOf(out)
  const found = editions.findIndex((edition) => isSame(edition, files))
  if (found < 0) faults.push(`${what}: ${out} is no whole edition: ${[...files.keys()].join(' ')}`)
  count(`${what}: ${found === 0 ? 'the old edition' : 'the new edition'}`)
  const others = async () => (await processesIn(temporary)).filter(({pid}) => pid !== process.pid)
  for (let waited = 0; (await others()).length > 0 && waited < 50; waited++) await wait(100)
  if ((await others()).length > 0) count(`${what}: a browser that the next start had to end`)
  // As the next build does at its start.
  await endOrphans()
  for (let waited = 0; (await others()).length > 0 && waited < 50; waited++) await wait(100)
  await (await openTemporaryFolder('study'))[Symbol.asyncDispose]()
  const processes = await others()
  if (processes.length > 0) faults.push(`${what}: processes are left: ${JSON.stringify(processes)}`)
  const left = (await readdir(temporary, {recursive: true})).filter((name) => !/^lectern-\d+$/u.test(name))
  if (left.length > 0) faults.push(`${what}: temporary files are left: ${left.slice(0, 5).join(' ')}`)
  const beside = (await readdir(path.dirname(out))).filter((name) => !known.has(name))
  if (beside.length > 0) faults.push(`${what}: beside the output: ${beside.join(' ')}`)
}

const known = new Set(['old', 'new', 'tmp', 'out', 'old-out', 'new-out', 'disk'])

/** Half of the moments are in the last sixth of a build, where it publishes. */
const momentIn = (length: number, round: number) =>
  round % 2 === 0 ? Math.random() * length : length * (5 / 6 + Math.random() / 4)

await writeCourses()
const reference = new Map<Edition, Files>()
let length = 0
for (const edition of ['old', 'new'] as const) {
  const start = Date.now()
  const out = path.join(root, `${edition}-out`)
  const [code] = await startBuild(edition, out).exit
  if (code !== 0) throw new Error(`The ${edition} edition does not build`)
  length = Date.now() - start
  reference.set(edition, await filesOf(out))
}
const [older = new Map<string, string>(), newer = new Map<string, string>()] = [
  reference.get('old'),
  reference.get('new'),
]
if (isSame(older, newer)) throw new Error('The editions do not differ')

const out = path.join(root, 'out')
async function restore(to = out): Promise<void> {
  await rm(to, {recursive: true, force: true})
  await cp(path.join(root, 'old-out'), to, {recursive: true})
}

async function stopProgram(what: string, signal: NodeJS.Signals, round: number): Promise<void> {
  await restore()
  const {child, exit} = startBuild('new', out)
  await Promise.race([wait(momentIn(length, round)), exit])
  child.kill(signal)
  await exit
  await judge(what, out, [older, newer])
}

for (let round = 0; round < rounds; round++) {
  await stopProgram('SIGKILL', 'SIGKILL', round)
  print(`SIGKILL ${round + 1}/${rounds}`)
}
for (let round = 0; round < Math.ceil(rounds / 5); round++) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) await stopProgram(signal, signal, round)
}
for (let round = 0; round < Math.ceil(rounds / 5); round++) {
  await restore()
  const {exit, said} = startBuild('new', out)
  await Promise.race([wait(momentIn(length, 0)), exit])
  for (const {pid} of await browsersIn(temporary)) {
    try {
      process.kill(pid, 'SIGKILL')
      count('browser: killed')
    } catch {
      // It has ended by itself.
    }
  }
  const [code] = await exit
  if (code !== 0) faults.push(`browser: the build ended with ${code}: ${said().slice(-500)}`)
  await judge('browser', out, [older, newer])
}
const isRoot = process.getuid?.() === 0
if (isRoot) {
  const disk = path.join(root, 'disk')
  const needed = Number(execFileSync('du', ['-sb', path.join(root, 'old-out')], {encoding: 'utf8'}).split('\t')[0])
  for (let round = 0; round < Math.ceil(rounds / 5); round++) {
    await mkdir(disk, {recursive: true})
    const size = Math.ceil(needed * (1.02 + 1.6 * Math.random()))
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk])
    try {
      const full = path.join(disk, 'out')
      await restore(full)
      const {exit, said} = startBuild('new', full)
      const [code] = await exit
      count(`full disk: ended with ${code}`)
      if (code !== 0 && !said().includes('ENOSPC')) faults.push(`full disk: ${said().slice(-500)}`)
      await judge('full disk', full, [older, newer])
    } finally {
      execFileSync('/bin/umount', [disk])
    }
  }
} else print('full disk: not run, only root may mount one')
await rm(root, {recursive: true, force: true})
for (const [what, times] of counts) print(`${what}: ${times}`)
for (const fault of faults) print(`FAULT ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
