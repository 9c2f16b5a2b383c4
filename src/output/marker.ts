import {readFile} from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import {hashOf, type HashesOf} from './entry-state.ts'
import {isInnerPath} from './inner-path.ts'

/** What an output folder says of itself: the course it was built from, and each file that lectern wrote there. */
export interface Marker {
  /** The `identifier` of the course. */
  readonly course: string
  /** SHA-256 in hexadecimal, by path below the output folder, with `/`. A marker that was read lists itself as well. */
  readonly files: ReadonlyMap<string, string>
}

export const markerName = '.lectern.json'

/**
 * Folders with a marker of their own. Everything outside `teacher/` is published, and a name of a file there can be the
 * teacher's text, so the marker of the output folder does not list the teacher's files.
 */
const markedFolders = ['', 'teacher/'] as const

const markerSchema = v.object({
  format: v.literal(1),
  course: v.string(),
  files: v.record(v.pipe(v.string(), v.check(isInnerPath)), v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u))),
})

/** The marker of an output folder; `undefined` where there is none that lectern wrote. */
export async function readMarker(folder: string): Promise<Marker | undefined> {
  const parts = await Promise.all(markedFolders.map((name) => readPart(folder, name)))
  const main = parts[0]
  if (!main) return undefined
  return {course: main.course, files: new Map(parts.flatMap((part) => (part ? [...part.files] : [])))}
}

async function readPart(folder: string, name: string): Promise<Marker | undefined> {
  try {
    const contents = await readFile(path.join(folder, name, markerName))
    const {course, files} = v.parse(markerSchema, JSON.parse(contents.toString('utf8')))
    const listed = Object.entries(files).map(([file, hash]) => [name + file, hash] as const)
    return {course, files: new Map([...listed, [name + markerName, hashOf(contents)]])}
  } catch {
    return undefined
  }
}

/** The contents of the marker's files, by path below the output folder; same input, same bytes. */
export function markerFiles({course, files}: Marker): ReadonlyMap<string, string> {
  const sorted = [...files].filter(([file]) => !isMarker(file)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(
    markedFolders.flatMap((name) => {
      const own = sorted.filter(([file]) => folderOf(file) === name)
      if (own.length === 0 && name !== '') return []
      const listed = Object.fromEntries(own.map(([file, hash]) => [file.slice(name.length), hash]))
      return [[name + markerName, `${JSON.stringify({format: 1, course, files: listed}, undefined, 2)}\n`] as const]
    }),
  )
}

const folderOf = (file: string) => markedFolders.findLast((name) => file.startsWith(name))

export const isMarker = (file: string): boolean => markedFolders.some((name) => file === name + markerName)

/** What lectern's files in the folder have to be like to be lectern's still. */
export const ownHashes =
  (marker: Pick<Marker, 'files'> | undefined): HashesOf =>
  (file) => {
    const hash = marker?.files.get(file)
    return hash === undefined ? [] : [hash]
  }
