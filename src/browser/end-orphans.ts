import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {ownerState} from '../process/owner.ts'
import {temporaryBase} from '../process/temporary-folder.ts'
import {profileIn} from './launch-browser.ts'

/**
 * Ends browsers of this user whose lectern has ended: shared ones, which no pipe holds, and those that were stopped. They are known by
 * their profile, whose path names their owner. Linux alone tells the command lines of processes; elsewhere nothing is done.
 */
export async function endOrphans(): Promise<void> {
  if (process.platform !== 'linux') return
  const names = await readdir('/proc').catch((): string[] => [])
  const pids = names.filter((name) => /^\d+$/u.test(name))
  await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      if (isOrphan(line.split('\0'))) end(Number(pid))
    }),
  )
}

function isOrphan(args: readonly string[]): boolean {
  const option = '--user-data-dir='
  const profile = args.find((arg) => arg.startsWith(option))?.slice(option.length)
  if (profile === undefined) return false
  const home = path.dirname(profile)
  return path.dirname(home) === temporaryBase() && profile === profileIn(home) && ownerState(home) === 'dead'
}

/** With all of its group. */
function end(pid: number): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL')
    } catch {
      // It has ended, or is not the first of its group.
    }
  }
}
