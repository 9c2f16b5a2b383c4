import {readdir, realpath} from 'node:fs/promises'
import path from 'node:path'
import {UsageError} from '../diagnostics/environment-error.ts'
import {ignoreMissing} from './entry-state.ts'
import {workFolder} from './inner-path.ts'
import {markerName, ownHashes, readMarker, type Marker} from './marker.ts'
import {findObstacles, type Obstacle} from './plan-publication.ts'
import {chooseAnother, resolveOutput} from './resolve-output.ts'

/** Throws a `UsageError` when the output folder is the course folder or holds it. */
export async function assertApart(out: string, course: string): Promise<void> {
  const [target, sources] = [await resolveOutput(out), await realpath(course).catch(() => path.resolve(course))]
  const [first] = path.relative(target, sources).split(path.sep)
  if (first === '..' || path.isAbsolute(path.relative(target, sources))) return
  const reason = '成品会和课程的源文件混在一起 / The finished files would be mixed with the sources of the course'
  throw new UsageError(`${reason}: ${target} ⊇ ${sources}\n${chooseAnother}`)
}

/**
 * Throws a `UsageError` when an output folder holds files but is not marked as lectern's, or is marked as another course's:
 * before a build, so that nobody waits for one that cannot be put into its place.
 */
export async function assertOwnOutput(out: string, course: string): Promise<void> {
  await readOwnMarker(await resolveOutput(out), course)
}

/** Throws a `UsageError` when a file that a whole build replaces was changed since lectern wrote it. */
export async function assertUnchanged(out: string): Promise<void> {
  const root = await resolveOutput(out)
  const marker = await readMarker(root)
  if (!marker) return
  const publication = {placed: marker.files, removed: []}
  throwObstacles(root, await findObstacles(root, publication, ownHashes(marker)))
}

/** The marker of the folder, if it has one that names this course; `undefined` for an empty folder. Throws a `UsageError` for others. */
export async function readOwnMarker(root: string, course: string): Promise<Marker | undefined> {
  const marker = await readMarker(root)
  if (marker?.course === course) return marker
  if (marker) {
    const reason = `这里是另一门课程的成品 / These are the finished files of another course: ${marker.course}`
    throw new UsageError(`${root}: ${reason}\n${chooseAnother}`)
  }
  const names = (await readdir(root).catch(ignoreMissing)) ?? []
  const strangers = names.filter((name) => name !== workFolder && !inEmptyFolders.has(name))
  if (strangers.length === 0) return undefined
  throwObstacles(
    root,
    strangers.map((file) => ({file, reason: 'not written by lectern'})),
  )
  return undefined
}

/** What systems and people put into a folder that they call empty. None of it is ever touched. */
const inEmptyFolders: ReadonlySet<string> = new Set(['.DS_Store', '.gitignore', '.gitkeep', 'Thumbs.db', 'desktop.ini'])

const reasons: Readonly<Record<Obstacle['reason'], string>> = {
  changed: '写出之后被改动过 / changed since lectern wrote it',
  link: '是链接 / is a link',
  'not written by lectern': `不是 lectern 写的（没有列在 ${markerName} 里） / not written by lectern (not listed in ${markerName})`,
}

const mostNamed = 5

/** Throws a `UsageError` that names what is in the way, if anything is. */
export function throwObstacles(root: string, obstacles: readonly Obstacle[]): void {
  if (obstacles.length === 0) return
  const named = obstacles.slice(0, mostNamed).map(({file, reason}) => `  ${file}: ${reasons[reason]}`)
  const others = obstacles.length - named.length
  throw new UsageError(
    [
      `${root}: 这些文件不会被替换，所以没有写入 / Nothing was written, since these files are not lectern’s to replace:`,
      ...named,
      ...(others > 0 ? [`  … +${others}`] : []),
      '移走它们，或换一个文件夹 / Move them away, or choose another folder: --out <folder>',
    ].join('\n'),
  )
}
