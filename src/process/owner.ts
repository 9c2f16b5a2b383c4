import {readFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'

/**
 * A name for a running process that goes into the names of what it leaves on the disk. On Linux it has the start time
 * of the process (proc(5), field 22 of `stat`), so that a process id in use again is not mistaken for its former owner.
 */
export const currentOwner: string = `${process.pid}-${startTime(readOwnStat())}`

/** Whether the process that an owner's name names still runs. */
export async function isRunning(owner: string): Promise<boolean> {
  const [pid = 0, start] = owner.split('-').map(Number)
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return false
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // A process that ended and was not waited for, as happens in containers, still has an id.
  if (/\) [ZX] /u.test(stat)) return false
  return stat === '' || start === 0 || startTime(stat) === start
}

function readOwnStat(): string {
  try {
    return readFileSync('/proc/self/stat', 'utf8')
  } catch {
    return ''
  }
}

/** In clock ticks since the machine started; 0 where it is not known. The name in brackets may hold anything. */
function startTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[19] ?? 0)
}

/** A signal of 0 only asks. A process of somebody else's exists as well. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
