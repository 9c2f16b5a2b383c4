/**
 * How long a long book takes to print, and in how much memory: `npm run bench:print [CHAPTERS]`. Memory is the proportional set
 * size of this process and its browser (Linux), the largest of what is looked at every 200 ms.
 */
import {readdir, readFile, rm, mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {PDFDocument} from '@cantoo/pdf-lib'
import type {StagePart} from '../src/model/progress.ts'
import {buildFor} from '../test/support/build-for.ts'
import {writeStressCourse} from '../test/support/write-stress-course.ts'

const count = Number(process.argv[2] ?? 120)
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-print-'))
let peak = 0
const watch = setInterval(() => void look(), 200)
try {
  await writeStressCourse(path.join(folder, 'course'), count)
  const started = performance.now()
  const times: string[] = []
  const step = (stage: string) => times.push(`${((performance.now() - started) / 1000).toFixed(1)} s ${stage}`)
  const part = ({done, name}: StagePart) =>
    name === 'finish' && done !== 1 ? undefined : step(`${name} ${done ?? ''}`)
  const {files, report} = await buildFor(path.join(folder, 'course'), path.join(folder, 'dist'), {
    only: ['pdf'],
    editions: ['student'],
    progress: {step, part, log: () => undefined, warn: step},
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const messages = files.flatMap((file) => file.messages.map(String))
  const printed = await readFile(path.join(folder, 'dist/stress.pdf')).catch(() => undefined)
  const pages = printed ? (await PDFDocument.load(printed, {updateMetadata: false})).getPageCount() : 0
  for (const message of [...times, ...messages.slice(0, 20)]) process.stdout.write(`${message}\n`)
  const size = printed ? (printed.length / 1e6).toFixed(1) : '0'
  process.stdout.write(
    `${count} chapters, ${pages} pages, ${size} MB: ${seconds} s, ${Math.round(peak / 1024)} MB at most, ${report?.findings.length ?? '?'} findings\n`,
  )
} finally {
  clearInterval(watch)
  await rm(folder, {recursive: true, force: true})
}

async function look(): Promise<void> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    // oxlint-disable-next-line no-await-in-loop
    const stat = /^\d+$/u.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : ''
    const parent = /\) \S (?<parent>\d+)/u.exec(stat)?.groups?.['parent']
    if (parent) parents.set(Number(name), Number(parent))
  }
  const isOurs = (pid: number): boolean => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0))
  const ours = [...parents.keys()].filter((pid) => isOurs(pid))
  const sizes = await Promise.all(ours.map((pid) => pssOf(pid)))
  peak = Math.max(
    peak,
    sizes.reduce((sum, size) => sum + size, 0),
  )
}

/** In KiB. */
async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss: +(?<size>\d+)/mu.exec(rollup)?.groups?.['size'] ?? 0)
}
