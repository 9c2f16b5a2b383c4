import path from 'node:path'
import {EnvironmentError, UsageError} from '../diagnostics/environment-error.ts'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {readLargeFile} from './read-large-file.ts'
import {readBlobs, runGit, type GitPlace} from './run-git.ts'
import {isReadable, writeEdition, type TreeFile, type WrittenEdition} from './write-edition.ts'

/** A course as it was in a commit, in a folder that is gone when this is disposed. */
export interface FormerEdition extends WrittenEdition {
  /** The commit in full. */
  readonly commit: string
}

/**
 * Reads a course folder as it was at a git revision: a tag, a branch, a commit. Neither the working tree nor the index of the
 * repository changes, and nothing that its configuration or attributes name is run: objects are read as they are stored. Of submodules
 * nothing is read. A revision that is none, or had no such folder, is a `UsageError`; a folder that is in no repository, or a machine
 * without git, an `EnvironmentError`.
 */
export async function readFormerEdition(folder: string, revision: string, signal: AbortSignal): Promise<FormerEdition> {
  const place: GitPlace = {folder, signal}
  const git: Git = (args) => runGit(args, place)
  const where = await git(['rev-parse', '--git-common-dir', '--show-prefix']).catch((cause: unknown) => {
    throw noRepository(folder, cause)
  })
  const [gitFolder = '', prefix = ''] = where.split('\n')
  const commit = await readCommit(revision, git)
  const tree = await git(['rev-parse', '--verify', '--quiet', `${commit}:${prefix.replace(/\/$/u, '')}`]).catch(
    (cause: unknown) => {
      const reason = `${revision} 里没有文件夹 ${prefix} / ${revision} has no folder ${prefix}`
      throw new UsageError(`${reason}\n选一个已有这门课的版本 / Choose a revision that has the course`, {cause})
    },
  )
  const written = await writeEdition(filesOf(tree.trim(), path.resolve(folder, gitFolder), place))
  return {...written, commit}
}

type Git = (args: readonly string[]) => Promise<string>

/** What a course may read of a tree, in its order. */
async function* filesOf(tree: string, gitFolder: string, place: GitPlace): AsyncGenerator<TreeFile> {
  const entries = entriesIn(await runGit(['ls-tree', '-r', '-z', '--full-tree', tree], place))
  let index = 0
  const ids = entries.map(({id}) => id)
  for await (const contents of readBlobs(ids, place)) {
    const entry = entries[index++]
    if (!entry) return
    const {kind, path: name} = entry
    yield {path: name, kind, contents: kind === 'link' ? contents : await readLargeFile(contents, gitFolder)}
  }
}

interface TreeEntry extends Pick<TreeFile, 'kind' | 'path'> {
  readonly id: string
}

/** From `<mode> <type> <id>\t<path>\0` (git-ls-tree, OUTPUT FORMAT). */
function entriesIn(listing: string): TreeEntry[] {
  return listing.split('\0').flatMap((line): TreeEntry[] => {
    const {id = '', mode, name = ''} = /^(?<mode>\d+) blob (?<id>[\da-f]+)\t(?<name>.*)$/su.exec(line)?.groups ?? {}
    return mode !== undefined && isReadable(name) ? [{kind: mode === '120000' ? 'link' : 'file', id, path: name}] : []
  })
}

async function readCommit(revision: string, git: Git): Promise<string> {
  // What begins with `-` would be an option of git.
  const found = revision.startsWith('-')
    ? undefined
    : await git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).catch(() => undefined)
  if (found) return found.trim()
  const listed = await git(['for-each-ref', '--sort=-creatordate', '--format=%(refname:strip=2)', 'refs/tags'])
  const tags = listed.split('\n').filter(Boolean)
  const known =
    tags.length > 0 ? hintNearest(revision, tags) : '还没有标签 / There are no tags yet: git tag <name> <commit>'
  const more = '别处的版本先取来 / Fetch what is elsewhere: git fetch --tags'
  throw new UsageError(`git 不认得版本 ${revision} / Unexpected revision ${revision}: git has none\n${known}\n${more}`)
}

function noRepository(folder: string, cause: unknown): EnvironmentError {
  const said = cause instanceof Error ? cause.message : String(cause)
  const reason = `${folder} 不在 git 仓库里，没有旧版可比 / is in no git repository, so there is no edition to compare with`
  return new EnvironmentError(`${reason}\n${said}`, {cause})
}
