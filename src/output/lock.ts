import {readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {UsageError} from '../diagnostics/environment-error.ts'
import {currentOwner, ownerState} from '../process/owner.ts'
import {workFolder} from './inner-path.ts'

const lockOf = (root: string) => path.join(root, workFolder, 'lock')

/**
 * Does something with the sole right to change an output folder, which one process has at a time, for the moment in which files
 * are renamed. The lock of a process that died is taken over. Throws a `UsageError` while another build publishes there.
 */
export async function withLock(root: string, work: () => Promise<void>): Promise<void> {
  const file = lockOf(root)
  if (!(await create(file)) && !(await takeOver(file))) {
    throw new UsageError(
      `另一个构建正在写入这里，请稍后再试 / Another build is publishing there; try again in a moment: ${root}`,
    )
  }
  try {
    await work()
  } finally {
    await rm(file, {force: true})
  }
}

/** Whether the owner is dead and the lock is ours now. Of two that find it, one can rename it. */
async function takeOver(file: string): Promise<boolean> {
  if (await isHeld(file)) return false
  const stale = `${file}-${currentOwner()}`
  await rename(file, stale).then(
    () => rm(stale, {force: true}),
    () => undefined,
  )
  return create(file)
}

/** Longer than files are renamed anywhere. */
const hour = 3_600_000

/** One of another machine cannot be asked for: its lock holds while it is fresh. One without a name was just made, or its maker was killed. */
async function isHeld(file: string): Promise<boolean> {
  const [owner, stats] = await Promise.all([readFile(file, 'utf8').catch(() => ''), stat(file).catch(() => undefined)])
  if (!stats) return false
  const state = owner === '' ? 'dead' : ownerState(owner)
  return state === 'alive' || (state === 'unknown' && Date.now() - stats.mtimeMs < hour)
}

async function create(file: string): Promise<boolean> {
  return writeFile(file, currentOwner(), {flag: 'wx'}).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    },
  )
}
