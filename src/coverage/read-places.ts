import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import {greatest} from '../model/greatest.ts'
import type {FoundPlace, FoundPlaces} from '../model/changes.ts'
import type {Output} from '../model/output.ts'
import {coverageSchema, type CoverageJson} from './report/coverage-schema.ts'

export interface PlacesOptions {
  /** The output folder. */
  readonly folder: string
  /** Paths of everything that the course is made from. */
  readonly sources: readonly string[]
}

/**
 * Where blocks stand in the finished files of students, as the coverage report of the last build found them; unknown if there
 * is none, if it is of another version of lectern, or if a source is newer.
 */
export async function readPlaces({folder, sources}: PlacesOptions): Promise<FoundPlaces> {
  const location = path.join(folder, 'coverage', 'coverage.json')
  const built = await stat(location).catch(() => undefined)
  if (!built) return {type: 'unknown', reason: 'absent'}
  const changed = await Promise.all(sources.map(async (source) => (await stat(source)).mtimeMs))
  if (greatest(changed) > built.mtimeMs) return {type: 'unknown', reason: 'older'}
  const report = readReport(await readFile(location, 'utf8'))
  if (!report) return {type: 'unknown', reason: 'unreadable'}
  if (!report.isVerified) return {type: 'unknown', reason: 'unverified'}
  return {type: 'known', slides: placesIn('deck', '#', report), pages: placesIn('pdf', 'p.', report)}
}

/** A report, if it is one. */
function readReport(text: string): CoverageJson | undefined {
  try {
    const result = v.safeParse(coverageSchema, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

/** The places of each unit in an output, each once, named as readers see them. */
function placesIn(output: Output, sign: '#' | 'p.', {units}: CoverageJson): Map<string, readonly FoundPlace[]> {
  return new Map(
    units.flatMap(({id, outputs}) => {
      const found = outputs.find((one) => one.output === output && one.edition === 'student')
      const places = new Map(found?.places.map(({link, text}) => [text, {name: text.slice(sign.length), link}]))
      return places.size > 0 ? [[id, [...places.values()]] as const] : []
    }),
  )
}
