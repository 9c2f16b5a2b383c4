import {EnvironmentError, UsageError} from '../diagnostics/environment-error.ts'

/**
 * What ended a run, as people need it: cause and remedy of what the command or the machine is to blame for, also of a system call
 * that failed anywhere; the stack of what is a bug, or where all is wanted.
 */
export function describeFailure(error: unknown, isVerbose: boolean): string {
  const first = firstOf(error)
  const system = systemErrorIn(first)
  if (isExpected(first) || system) {
    const text = isExpected(first) || !system ? messageOf(first) : describe(system)
    const below = isExpected(first) ? first.cause : first
    return isVerbose && below !== undefined ? `${text}\n${stackOf(below)}` : text
  }
  return `${stackOf(first)}\n这是 lectern 的错误，请把以上各行报告给我们 / This is a bug of lectern: please report it with the lines above`
}

const isExpected = (error: unknown): error is EnvironmentError | UsageError =>
  error instanceof EnvironmentError || error instanceof UsageError

/** Cleaning up may fail too, after what it cleaned up for. Node.js 22 has no `SuppressedError` to ask for. */
function firstOf(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return firstOf(error.errors[0])
  return error instanceof Error && 'suppressed' in error ? firstOf(error.suppressed) : error
}

interface SystemError {
  readonly code: string
  readonly syscall: string
  readonly path: string
}

/** A system call that failed, or of what a failure is a consequence. */
function systemErrorIn(error: unknown): SystemError | undefined {
  if (!(error instanceof Error)) return undefined
  const {code, dest, path, syscall} = error as NodeJS.ErrnoException & {dest?: string}
  if (code && syscall && /^E[A-Z\d]+$/u.test(code)) return {code, syscall, path: dest ?? path ?? ''}
  return systemErrorIn(error.cause)
}

const full = {
  cause: '空间满了 / no space is left',
  remedy:
    '腾出空间，或换一个地方：--out、TMPDIR、XDG_CACHE_HOME / Free some, or use another place: --out, TMPDIR, XDG_CACHE_HOME',
}
const forbidden = {
  cause: '没有权限 / permission is denied',
  remedy:
    '改权限，或换一个地方：--out、TMPDIR、XDG_CACHE_HOME / Change the permissions, or use another place: --out, TMPDIR, XDG_CACHE_HOME',
}
const files = {cause: '打开的文件太多 / too many files are open', remedy: '提高上限 / Raise the limit: ulimit -n 4096'}
const other = {cause: '系统调用失败 / a system call failed', remedy: '查看这个路径 / Look at this path'}

/** Cause and remedy by errno(3). */
const causes: Readonly<Record<string, typeof other>> = {
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: {...forbidden, cause: '这里只读 / this place is read-only'},
  ENOSPC: full,
  EDQUOT: {...full, cause: '配额用完了 / the quota is used up'},
  EFBIG: {...full, cause: '文件太大 / the file is too large'},
  EMFILE: files,
  ENFILE: files,
  ENOMEM: {cause: '内存不够 / there is too little memory', remedy: '关掉别的程序 / Close other programs'},
  ENOENT: {cause: '不存在 / it does not exist', remedy: '查看这个路径 / Look at this path'},
  ENOTDIR: {
    cause: '应为文件夹的地方是文件 / a file is where a folder should be',
    remedy: '移走它，或换一个地方 / Move it, or use another place',
  },
  EISDIR: {
    cause: '应为文件的地方是文件夹 / a folder is where a file should be',
    remedy: '移走它，或换一个地方 / Move it, or use another place',
  },
  EEXIST: {
    cause: '这里已有同名的东西 / something of this name is here already',
    remedy: '移走它，或换一个地方 / Move it, or use another place',
  },
  ENAMETOOLONG: {cause: '名字太长 / the name is too long', remedy: '用短一些的 / Use a shorter one'},
  ELOOP: {cause: '链接成环 / links form a loop', remedy: '删掉其中一个 / Delete one of them'},
  EIO: {cause: '磁盘读写出错 / the disk cannot be read or written', remedy: '检查磁盘 / Check the disk'},
}

function describe({code, path, syscall}: SystemError): string {
  const {cause, remedy} = causes[code] ?? other
  return `${[path, cause].filter(Boolean).join(': ')} (${code}, ${syscall})\n${remedy}`
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
