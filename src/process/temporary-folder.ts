import {randomBytes} from 'node:crypto'
import {lstatSync, mkdirSync, type Stats} from 'node:fs'
import {chmod, mkdir, mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {EnvironmentError} from '../diagnostics/environment-error.ts'
import {currentOwner, isAbandoned} from './owner.ts'

/** A folder that only this user can enter, and that is gone when disposed. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly folder: string
}

/**
 * Opens a folder below lectern's own in the system's temporary folder, named `<kind>-<random>-<owner>`. Those of processes that have
 * ended, which left theirs behind when they were killed, are removed first. Where the system's cannot be used it throws an
 * `EnvironmentError` that says so.
 */
export async function openTemporaryFolder(kind: string): Promise<TemporaryFolder> {
  try {
    const base = await openBase()
    if (base) await removeAbandoned(base)
    const folder = base ? await makeFolder(base, kind) : await mkdtemp(`${temporaryBase()}-`)
    return {folder, [Symbol.asyncDispose]: () => removeFolder(folder)}
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new EnvironmentError(
      `临时文件夹 ${tmpdir()} 不能用 / The temporary folder ${tmpdir()} cannot be used: ${reason}\n用 TMPDIR 指定一个能写的 / Name one that you may write to with TMPDIR`,
      {cause},
    )
  }
}

/** lectern's folder in the system's temporary folder, whether it is there or not. */
export function temporaryBase(): string {
  return path.resolve(tmpdir(), ['lectern', process.getuid?.()].filter((part) => part !== undefined).join('-'))
}

/** Removes what processes that have ended left in a folder, by the owner that names end in. What cannot be removed stays. */
export async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => [])
  await Promise.all(
    names.map(async (name) => {
      const location = path.join(folder, name)
      if (await isAbandoned(location)) await removeFolder(location).catch(() => undefined)
    }),
  )
}

/** A process that has just been ended may still be writing into it. */
const removeFolder = (folder: string) => rm(folder, {recursive: true, force: true, maxRetries: 10, retryDelay: 50})

async function makeFolder(base: string, kind: string): Promise<string> {
  const folder = path.join(base, `${kind}-${randomBytes(4).toString('hex')}-${currentOwner()}`)
  await mkdir(folder, {mode: 0o700})
  return folder
}

/** None where another user has taken the name. */
async function openBase(): Promise<string | undefined> {
  const base = temporaryBase()
  try {
    mkdirSync(base, {mode: 0o700})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stats = lstatSync(base)
  if (!isOwn(stats)) return undefined
  if ((stats.mode & 0o077) !== 0 && process.platform !== 'win32') await chmod(base, 0o700)
  return base
}

const isOwn = (stats: Stats) => stats.isDirectory() && (process.getuid === undefined || stats.uid === process.getuid())
