import {mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Artifact, ArtifactFile, WrittenArtifact, WrittenFile} from '../model/artifact.ts'

/** A folder beside the output folder in which a build is put together and checked before anyone sees it. */
export interface Staging {
  readonly folder: string
  readonly write: (artifact: Artifact) => Promise<WrittenArtifact>
  /**
   * Moves everything into place: the whole folder, or only the entries that were written, or those beside a build as it is. `some`: what was
   * written beside outputs of other builds, whose home page goes on naming all of them.
   */
  readonly publish: (scope: 'everything' | 'written' | 'some' | 'beside') => Promise<void>
  /** Keeps the result for looking at, beside an output folder that stays as it was. Gives its path. */
  readonly reject: () => Promise<string>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Opens a staging folder on the same file system as `out`, so that moving is renaming. It is gone when disposed,
 * also after an error or Ctrl-C: a build that fails leaves the last good output untouched.
 */
export async function openStaging(out: string): Promise<Staging> {
  const target = path.resolve(out)
  const folder = `${target}.building-${process.pid}`
  const failed = `${target}-failed`
  const written = new Set<string>()
  await rm(folder, {recursive: true, force: true})
  await mkdir(folder, {recursive: true})
  return {
    folder,
    async write({entry, files, target: of}) {
      for (const file of files) written.add(rootOf(file.path))
      return {target: of, entry, files: await Promise.all(files.map((file) => writeInside(folder, file)))}
    },
    async publish(scope) {
      if (scope !== 'beside') await rm(failed, {recursive: true, force: true})
      const there = scope === 'some' ? await readdir(target).catch(() => []) : []
      const isKept = (entry: string) => homeFiles.has(entry) && there.includes(entry)
      const entries = scope === 'everything' ? [''] : [...written].filter((entry) => !isKept(entry))
      await Promise.all(entries.map((entry) => replaceFolder(path.join(folder, entry), path.join(target, entry))))
    },
    async reject() {
      await replaceFolder(folder, failed)
      return failed
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, {recursive: true, force: true})
    },
  }
}

/** What names the outputs of a folder. */
const homeFiles: ReadonlySet<string> = new Set(['index.html', 'README.md'])

/** The entry a file belongs to: `deck`, `teacher/deck`, or the file itself. */
function rootOf(file: string): string {
  const parts = file.split('/')
  return parts.slice(0, parts[0] === 'teacher' ? 2 : 1).join('/')
}

async function writeInside(folder: string, {contents, path: file}: ArtifactFile): Promise<WrittenFile> {
  const location = path.join(folder, file)
  if (!location.startsWith(folder + path.sep)) throw new Error(`${file} lies outside the output folder`)
  await mkdir(path.dirname(location), {recursive: true})
  await writeFile(location, contents)
  return {path: file, size: (await stat(location)).size}
}

/** Renames `from` to `to`, with what was there out of the way first, and gone last. */
async function replaceFolder(from: string, to: string): Promise<void> {
  const old = `${to}.old-${process.pid}`
  await mkdir(path.dirname(to), {recursive: true})
  const exists = await readdir(path.dirname(to)).then((names) => names.includes(path.basename(to)))
  if (exists) await rename(to, old)
  await rename(from, to)
  await rm(old, {recursive: true, force: true})
}
