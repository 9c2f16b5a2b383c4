import {execFile} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import {EnvironmentError, UsageError} from '../diagnostics/environment-error.ts'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {openTemporaryFolder} from '../process/temporary-folder.ts'

const run = promisify(execFile)

/** A course as it was in a commit, in a folder that is gone when this is disposed. */
export interface FormerEdition {
  readonly folder: string
  /** The commit in full. */
  readonly commit: string
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Reads a course folder as it was at a git revision: a tag, a branch, a commit. Neither the working tree nor the index of the
 * repository changes. A revision that is none, or had no such folder, is a `UsageError`; a folder that is in no repository, or
 * a machine without git, an `EnvironmentError`.
 */
export async function readFormerEdition(folder: string, revision: string, signal: AbortSignal): Promise<FormerEdition> {
  const git = (args: readonly string[]) => runGit(folder, args, {signal})
  const where = await git(['rev-parse', '--show-toplevel', '--show-prefix']).catch((cause: unknown) => {
    throw noRepository(folder, cause)
  })
  const [top = '', prefix = ''] = where.split('\n')
  const commit = await readCommit(revision, git)
  const tree = await git(['rev-parse', '--verify', '--quiet', `${commit}:${prefix.replace(/\/$/u, '')}`]).catch(
    (cause: unknown) => {
      const reason = `${revision} 里没有文件夹 ${prefix} / ${revision} has no folder ${prefix}`
      throw new UsageError(`${reason}\n选一个已有这门课的版本 / Choose a revision that has the course`, {cause})
    },
  )
  const temporary = await openTemporaryFolder('edition')
  const dispose = async () => temporary[Symbol.asyncDispose]()
  try {
    // An index of its own. `archive` would leave out what .gitattributes says, and needs tar.
    const env = {GIT_INDEX_FILE: path.join(temporary.folder, 'index')}
    const course = path.join(temporary.folder, 'course')
    await runGit(top, ['read-tree', tree.trim()], {env, signal})
    await runGit(top, ['checkout-index', '--all', '--quiet', `--prefix=${course}${path.sep}`], {env, signal})
    return {folder: course, commit, [Symbol.asyncDispose]: dispose}
  } catch (cause) {
    await dispose()
    throw cause
  }
}

type Git = (args: readonly string[]) => Promise<string>

async function readCommit(revision: string, git: Git): Promise<string> {
  // What begins with `-` would be an option of git.
  const found = revision.startsWith('-')
    ? undefined
    : await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).catch(() => undefined)
  if (found) return found.trim()
  const tags = (await git(['tag', '--list', '--sort=-creatordate'])).split('\n').filter(Boolean)
  const known =
    tags.length > 0 ? hintNearest(revision, tags) : '还没有标签 / There are no tags yet: git tag <name> <commit>'
  const more = '别处的版本先取来 / Fetch what is elsewhere: git fetch --tags'
  throw new UsageError(`git 不认得版本 ${revision} / Unexpected revision ${revision}: git has none\n${known}\n${more}`)
}

interface GitOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/** Runs git without a shell, and without the network: what a partial clone lacks is an error. */
async function runGit(folder: string, args: readonly string[], {env, signal}: GitOptions): Promise<string> {
  const offline = {GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0'}
  const options = {env: {...process.env, ...offline, ...env}, maxBuffer: 1e8, signal}
  try {
    const {stdout} = await run('git', ['-C', path.resolve(folder), ...args], options)
    return stdout
  } catch (cause) {
    signal.throwIfAborted()
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new EnvironmentError(`git ${args[0]}: ${said}`, {cause})
  }
}

function noRepository(folder: string, cause: unknown): EnvironmentError {
  const said = cause instanceof Error ? cause.message : String(cause)
  const reason = `${folder} 不在 git 仓库里，没有旧版可比 / is in no git repository, so there is no edition to compare with`
  return new EnvironmentError(`${reason}\n${said}`, {cause})
}
