import {mkdir, symlink, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {openTemporaryFolder} from '../process/temporary-folder.ts'

/** An entry of a git tree, by its path from the course folder. */
export interface TreeFile {
  readonly path: string
  readonly kind: 'file' | 'link'
  /** Of a link: what it leads to. */
  readonly contents: Uint8Array
}

/** A folder of the machine's own, and how to be rid of it. */
export interface WrittenEdition extends AsyncDisposable {
  readonly folder: string
}

/**
 * Writes the files of a course as a commit has them into a new temporary folder. Only what a course may read is written: no dotfiles, and
 * nothing that lies, or links, outside the folder. Links come last, so that no file is written through one.
 */
export async function writeEdition(files: AsyncIterable<TreeFile>): Promise<WrittenEdition> {
  const temporary = await openTemporaryFolder('edition')
  const dispose = async () => temporary[Symbol.asyncDispose]()
  const folder = path.join(temporary.folder, 'course')
  try {
    await mkdir(folder)
    const links: TreeFile[] = []
    for await (const file of files) {
      if (file.kind === 'link') links.push(file)
      else await writeBelow(folder, file)
    }
    for (const link of links) {
      // In turn, and after all files: a link that takes the place of another is left out.
      // oxlint-disable-next-line no-await-in-loop
      await linkBelow(folder, link)
    }
    return {folder, [Symbol.asyncDispose]: dispose}
  } catch (cause) {
    await dispose()
    throw cause
  }
}

/** Whether a course may read what has this path; a crafted tree may have any name in it. */
export function isReadable(name: string): boolean {
  const segments = name.split(/[/\\]/u)
  return segments.every((segment) => segment !== '' && !segment.startsWith('.') && !segment.includes(':'))
}

async function writeBelow(folder: string, {contents, path: name}: TreeFile): Promise<void> {
  const location = path.join(folder, ...name.split('/'))
  await mkdir(path.dirname(location), {recursive: true})
  await writeFile(location, contents, {flag: 'wx'}).catch(ignoreDoubles)
}

async function linkBelow(folder: string, {contents, path: name}: TreeFile): Promise<void> {
  const target = new TextDecoder().decode(contents)
  const reached = path.posix.join(path.posix.dirname(name), target)
  if (path.posix.isAbsolute(target) || !isReadable(path.posix.normalize(reached))) return
  const location = path.join(folder, ...name.split('/'))
  await mkdir(path.dirname(location), {recursive: true})
  await symlink(target, location).catch(ignoreDoubles)
}

/** Names that differ only in capitals are one file on some machines; the first stays. */
function ignoreDoubles(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
