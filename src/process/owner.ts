import {hash} from 'node:crypto'
import {readFileSync, readlinkSync} from 'node:fs'
import {lstat} from 'node:fs/promises'
import {hostname} from 'node:os'

/** `unknown`: on another machine or in another container, which cannot be asked from here. */
export type OwnerState = 'alive' | 'dead' | 'unknown'

/**
 * Names the running process, for what it leaves on a disk while it runs: `<pid>-<start>-<machine>-<boot>-<namespace>`. A pid is used
 * again, so its start tells one process from another; pids of another boot or container name other processes.
 */
export function currentOwner(): string {
  return [process.pid, startOf('self') ?? Math.round(performance.timeOrigin), ...place()].join('-')
}

/** Whether the process that a name ending in `currentOwner()` names still runs; `unknown` for a name with no owner. */
export function ownerState(name: string): OwnerState {
  const {boot, machine, namespace, pid, start} = ownerAtEnd.exec(name)?.groups ?? {}
  if (pid === undefined) return 'unknown'
  const here = place()
  if (machine !== here[0]) return 'unknown'
  if (boot !== here[1]) return 'dead'
  if (namespace !== here[2]) return 'unknown'
  const started = startOf(pid)
  if (started !== undefined) return started === start ? 'alive' : 'dead'
  if (!isThere(Number(pid))) return 'dead'
  // Linux hides other users’ processes where /proc says so; other systems tell no start.
  return process.platform === 'linux' ? 'unknown' : 'alive'
}

/** Longer than any build takes. */
const day = 86_400_000

/**
 * Whether a file or folder, whose name ends in its owner, belongs to nobody any more: its process has ended, or cannot be asked
 * and has not touched it for a day. What is not there is not abandoned.
 */
export async function isAbandoned(location: string): Promise<boolean> {
  if (!ownerAtEnd.test(location)) return false
  const state = ownerState(location)
  if (state !== 'unknown') return state === 'dead'
  const stats = await lstat(location).catch(() => undefined)
  return stats !== undefined && Date.now() - stats.mtimeMs > day
}

const ownerAtEnd =
  /(?:^|\D)(?<pid>\d+)-(?<start>\d+)-(?<machine>[\da-f]{4})-(?<boot>[\da-f]{4})-(?<namespace>[\da-f]{4})$/u

/** Where pids mean the same: machine, boot, pid namespace (pid_namespaces(7)). */
function place(): readonly [string, string, string] {
  const machine = `${hostname()} ${read('/etc/machine-id')}`
  return [short(machine), short(read('/proc/sys/kernel/random/boot_id')), short(link('/proc/self/ns/pid'))]
}

/** In clock ticks since boot (proc_pid_stat(5), field 22); of a process that has ended, also one that nobody has waited for, none. */
function startOf(pid: string): string | undefined {
  const stat = read(`/proc/${pid}/stat`)
  // The second field is a file name in parentheses and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : fields[19]
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

const short = (text: string) => hash('sha256', text).slice(0, 4)

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}
