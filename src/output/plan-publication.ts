import {readdir} from 'node:fs/promises'
import path from 'node:path'
import {entryState, hashOf, ignoreMissing, type EntryState, type HashesOf} from './entry-state.ts'
import {isMarker, markerFiles, type Marker} from './marker.ts'

/** How a build changes an output folder. Paths are below it, with `/`. */
export interface Publication {
  /** Files that are put into place, with their hashes; the markers are last. */
  readonly placed: ReadonlyMap<string, string>
  /** Files of earlier builds that go, unless somebody changed them. */
  readonly removed: readonly string[]
  /** Contents of the markers, which say what is in the folder afterwards. */
  readonly markers: ReadonlyMap<string, string>
}

/**
 * `everything`: a whole build, after which nothing of earlier builds remains. `entries`: a build of some outputs, which replaces the
 * folders that it writes and leaves the others. `files`: nothing is removed.
 */
export type PublicationScope = 'everything' | 'entries' | 'files'

/** What has to be done to get from the files that `before` lists to `written`, in which each path has its hash. */
export function planPublication(before: Marker | undefined, written: Marker, scope: PublicationScope): Publication {
  const entries = new Set(Array.from(written.files.keys(), (file) => entryOf(file)))
  const isReplaced = (file: string) => scope === 'everything' || (scope === 'entries' && entries.has(entryOf(file)))
  const known = [...(before?.files ?? [])]
  const kept = known.filter(([file]) => !isMarker(file) && !isReplaced(file))
  const files = new Map([...kept, ...written.files])
  const markers = markerFiles({course: written.course, files})
  return {
    placed: new Map([
      ...written.files,
      ...Array.from(markers, ([file, text]) => [file, hashOf(encode(text))] as const),
    ]),
    removed: known.flatMap(([file]) => (files.has(file) || markers.has(file) ? [] : [file])),
    markers,
  }
}

const encode = (text: string) => new TextEncoder().encode(text)

/** The entry a file belongs to: `deck`, `teacher/deck`, or the file itself. */
function entryOf(file: string): string {
  const parts = file.split('/')
  return parts.slice(0, parts[0] === 'teacher' ? 2 : 1).join('/')
}

/** Something in the way of a build that lectern must not touch. */
export interface Obstacle {
  readonly file: string
  readonly reason: Extract<EntryState, {type: 'foreign'}>['reason']
}

/**
 * What a publication would replace although lectern did not write it, or somebody changed it since. A listed file that is
 * only to be removed and was changed is no obstacle: it is left where it is.
 */
export async function findObstacles(
  root: string,
  {placed, removed}: Pick<Publication, 'placed' | 'removed'>,
  hashesOf: HashesOf,
): Promise<Obstacle[]> {
  const gone = new Set(removed)
  const obstaclesAt = async (file: string): Promise<Obstacle[]> => {
    const state = await entryState(root, file, hashesOf)
    switch (state.type) {
      case 'absent':
        return []
      case 'foreign':
        return [{file: state.at, reason: state.reason}]
      case 'own':
        return state.at === file || gone.has(state.at) ? [] : [{file: state.at, reason: 'not written by lectern'}]
      case 'folder':
        return (await Promise.all((await filesIn(root, file)).map((inner) => stays(inner)))).flat()
      default:
        return state satisfies never
    }
  }
  /** In a folder where a file has to go, everything that does not go itself. */
  const stays = async (file: string): Promise<Obstacle[]> =>
    gone.has(file) ? obstaclesAt(file) : [{file, reason: 'not written by lectern'}]
  const found = (await Promise.all(Array.from(placed.keys(), (file) => obstaclesAt(file)))).flat()
  return [...new Map(found.map((obstacle) => [obstacle.file, obstacle])).values()]
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), {recursive: true, withFileTypes: true}).catch(ignoreMissing)
  return (entries ?? [])
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
