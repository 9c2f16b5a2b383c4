import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createWriteStream, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'

export interface ProcessResult {
  /** Exit code; absent where it was ended. */
  readonly code: number | undefined
  readonly isTimedOut: boolean
  /** Seconds by the clock. */
  readonly seconds: number
  /** Of the process and all below it; absent where the system has no /proc. */
  readonly cpuSeconds: number | undefined
  readonly peakMegabytes: number | undefined
  /** The end of what it wrote to standard error. */
  readonly errorText: string
}

interface ProcessLimits {
  readonly seconds: number
  /** Both streams are kept here. */
  readonly log: string
}

/** Runs a Node script in a process of its own, for at most so long; measures it and all it starts, and ends those with it. */
export async function runProcess(args: readonly string[], {log, seconds}: ProcessLimits): Promise<ProcessResult> {
  const started = performance.now()
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe']})
  const file = createWriteStream(log)
  let errorText = ''
  child.stdout.on('data', (chunk: Buffer) => file.write(chunk))
  child.stderr.on('data', (chunk: Buffer) => {
    file.write(chunk)
    errorText = (errorText + chunk.toString()).slice(-4000)
  })
  const state = {isOver: false}
  const closed = once(child, 'close').finally(() => (state.isOver = true))
  const meter = createMeter(child.pid ?? 0)
  let isTimedOut = false
  while (!state.isOver) {
    // Sampling is the only way to see processes that end before their parent.
    // oxlint-disable-next-line no-await-in-loop
    await Promise.race([closed, wait(200)])
    meter.sample()
    isTimedOut ||= !state.isOver && performance.now() - started > seconds * 1000
    // Again each time: what is ended may have started more.
    if (isTimedOut) meter.end()
  }
  const [code] = (await closed) as [number | null]
  // A browser that a crashed build left behind.
  meter.end()
  file.end()
  const {cpuSeconds, peakMegabytes} = meter
  return {
    code: code ?? undefined,
    isTimedOut,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: cpuSeconds(),
    peakMegabytes: peakMegabytes(),
    errorText,
  }
}

interface Sample {
  readonly parent: number
  /** Clock ticks. */
  readonly cpu: number
  readonly pages: number
  /** When the process began, in ticks: a number may be another process's later. */
  readonly began: string
}

const ticksPerSecond = 100
const bytesPerPage = 4096

function createMeter(root: number) {
  /** Ticks by process, also of those that ended. */
  const ticks = new Map<string, number>()
  const known = new Map<number, string>()
  let peak = 0
  const sample = () => {
    const processes = readProcesses()
    const tree = treeOf(root, processes, known)
    const pages = tree.reduce((sum, pid) => sum + (processes.get(pid)?.pages ?? 0), 0)
    peak = Math.max(peak, pages * bytesPerPage)
    for (const pid of tree) {
      const found = processes.get(pid)
      if (!found) continue
      known.set(pid, found.began)
      ticks.set(`${pid} ${found.began}`, found.cpu)
    }
  }
  return {
    sample,
    /** Ends the processes of the tree, also those whose parent is gone, each by its number. */
    end() {
      sample()
      const processes = readProcesses()
      for (const [pid, began] of known) {
        if (processes.get(pid)?.began !== began) continue
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It ended by itself.
        }
      }
    },
    cpuSeconds: () =>
      ticks.size > 0 ? [...ticks.values()].reduce((sum, one) => sum + one, 0) / ticksPerSecond : undefined,
    peakMegabytes: () => (peak > 0 ? peak / 1e6 : undefined),
  }
}

/** Processes below the root, and those that were. */
function treeOf(root: number, processes: ReadonlyMap<number, Sample>, known: ReadonlyMap<number, string>): number[] {
  const tree = new Set([
    root,
    ...[...known].filter(([pid, began]) => processes.get(pid)?.began === began).map(([pid]) => pid),
  ])
  let size = 0
  while (size !== tree.size) {
    size = tree.size
    for (const [pid, {parent}] of processes) if (tree.has(parent)) tree.add(pid)
  }
  return [...tree]
}

function readProcesses(): Map<number, Sample> {
  const found = new Map<number, Sample>()
  for (const name of readOrNothing(() => readdirSync('/proc'), [])) {
    if (!/^\d+$/u.test(name)) continue
    const text = readOrNothing(() => readFileSync(path.join('/proc', name, 'stat'), 'utf8'), '')
    // The name of the program is in brackets and may have blanks.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    if (fields.length < 22) continue
    const [parent = '', user, system, began = '', pages] = [1, 11, 12, 19, 21].map((index) => fields[index])
    found.set(Number(name), {parent: Number(parent), cpu: Number(user) + Number(system), pages: Number(pages), began})
  }
  return found
}

function readOrNothing<T>(read: () => T, nothing: T): T {
  try {
    return read()
  } catch {
    return nothing
  }
}
