import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {FoundPlaces} from '../model/changes.ts'

export interface PlacesOptions {
  /** The output folder. */
  readonly folder: string
  /** Name of the course's files. */
  readonly slug: string
  /** Paths of everything that the course is made from. */
  readonly sources: readonly string[]
}

/**
 * Where blocks stand in the finished files of students, as the coverage report of the last build found them; unknown if there
 * is none, or if a source is newer.
 */
export async function readPlaces({folder, slug, sources}: PlacesOptions): Promise<FoundPlaces> {
  const location = path.join(folder, 'coverage', 'coverage.json')
  const built = await stat(location).catch(() => undefined)
  if (!built) return {type: 'unknown', reason: 'absent'}
  const changed = await Promise.all(sources.map(async (source) => (await stat(source)).mtimeMs))
  if (Math.max(...changed) > built.mtimeMs) return {type: 'unknown', reason: 'older'}
  const report = readReport(await readFile(location, 'utf8'))
  if (!report) return {type: 'unknown', reason: 'unreadable'}
  if (report.verified === false) return {type: 'unknown', reason: 'unverified'}
  const labels = await readPageLabels(path.join(folder, `${slug}.pdf`))
  const numbers = (output: string) =>
    report.units.flatMap(({id, outputs}) => {
      const found = outputs.find((one) => one.output === output && one.edition === 'student')
      // As observers write them: #12, p.7.
      const places = (found?.places ?? []).flatMap((place) => /^(?:#|p\.)(\d+)$/u.exec(place)?.[1] ?? [])
      return places.length > 0 ? [[id, [...new Set(places.map(Number))]] as const] : []
    })
  return {
    type: 'known',
    slides: new Map(numbers('deck')),
    pages: new Map(numbers('pdf').map(([id, pages]) => [id, pages.map((page) => labels[page - 1] ?? String(page))])),
  }
}

/** What is read of a report. */
interface Report {
  readonly verified?: boolean
  readonly units: readonly {
    readonly id: string
    readonly outputs: readonly {output: string; edition: string; places: readonly string[]}[]
  }[]
}

/** A report, if it is one. */
function readReport(text: string): Report | undefined {
  try {
    const report = JSON.parse(text) as Report
    return Array.isArray(report.units) && report.units.every(({id, outputs}) => id && Array.isArray(outputs))
      ? report
      : undefined
  } catch {
    return undefined
  }
}

/** What the pages of a PDF are called, which is what is printed on them; empty where there is no PDF or it does not say. */
async function readPageLabels(location: string): Promise<readonly string[]> {
  const contents = await readFile(location).catch(() => undefined)
  if (!contents) return []
  const loading = getDocument({data: new Uint8Array(contents), useSystemFonts: false, verbosity: 0})
  try {
    const pdf = await loading.promise
    return (await pdf.getPageLabels()) ?? []
  } catch {
    return []
  } finally {
    await loading.destroy()
  }
}
