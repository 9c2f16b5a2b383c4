import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import {isInnerPath, workFolder} from './inner-path.ts'
import type {Publication} from './plan-publication.ts'

/** What a publication was about to do; it is finished when the next build finds it, however little had been done. */
export interface Journal extends Omit<Publication, 'markers'> {
  /** Name of the staging folder, inside the work folder, that holds what is placed. */
  readonly staging: string
  /** Hashes of what was in the output folder before. */
  readonly before: ReadonlyMap<string, string>
}

const innerPath = v.pipe(v.string(), v.check(isInnerPath))
const hashes = v.pipe(
  v.array(v.tuple([innerPath, v.string()])),
  v.transform((entries): ReadonlyMap<string, string> => new Map(entries)),
)
const journalSchema = v.object({
  staging: v.pipe(v.string(), v.regex(/^[\w-]+$/u)),
  placed: hashes,
  removed: v.array(innerPath),
  before: hashes,
})

const journalOf = (root: string) => path.join(root, workFolder, 'journal.json')

/** From here on the publication happens, also when the program is killed: the file appears whole or not at all. */
export async function writeJournal(root: string, {before, placed, removed, staging}: Journal): Promise<void> {
  const draft = path.join(root, workFolder, staging, '.journal')
  const text = JSON.stringify({staging, placed: [...placed], removed, before: [...before]})
  await writeFile(draft, text, {flush: true})
  await rename(draft, journalOf(root))
}

/** The journal of a publication that was not finished. */
export async function readJournal(root: string): Promise<Journal | undefined> {
  try {
    return v.parse(journalSchema, JSON.parse(await readFile(journalOf(root), 'utf8')))
  } catch {
    return undefined
  }
}

export async function removeJournal(root: string): Promise<void> {
  await rm(journalOf(root), {force: true})
}
