import {execFileSync} from 'node:child_process'
import {cp} from 'node:fs/promises'

/** A copy of a course in a git repository of its own, whose one commit has the tag `v1`. */
export async function writeFormerEdition(course: string, folder: string): Promise<void> {
  await cp(course, folder, {recursive: true})
  const git = (...args: readonly string[]) => {
    const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false']
    execFileSync('git', ['-C', folder, ...identity, ...args])
  }
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'one')
  git('tag', 'v1')
}
