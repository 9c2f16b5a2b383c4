import * as v from 'valibot'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {imageLockName, type ImageLock} from '../model/image-lock.ts'
import {webAddress} from '../model/web-address.ts'
import {readYaml} from '../yaml/read-yaml.ts'
import {readSettings} from './read-settings.ts'

const recorded = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/u)),
  mediaType: v.string(),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
const address = v.pipe(
  v.string(),
  v.check((text) => webAddress(text) === text, 'an address of http or https, as URLs are written'),
)
const schema = v.strictObject({version: v.literal(1), images: v.record(address, recorded)})

export interface LoadedImageLock {
  /** Holds the diagnostics about `images.lock.json`; absent where there is none. */
  readonly file?: VFile
  /** Absent where the file is damaged. */
  readonly lock: ImageLock | undefined
}

/** Reads which images were downloaded for a course; one without `images.lock.json` has none. What is wrong with it is reported at its place. */
export async function loadImageLock(folder: string): Promise<LoadedImageLock> {
  const file = await readSettings(folder, imageLockName)
  if (!file) return {lock: new Map()}
  // A file that is refused has its message.
  const source = file.messages.length > 0 ? undefined : readYaml(file)
  if (!source) return {file, lock: undefined}
  const result = v.safeParse(schema, source.value)
  if (result.success) return {file, lock: new Map(Object.entries(result.output.images))}
  for (const issue of result.issues) {
    const keys = (issue.path ?? []).map((item) => item.key as string | number)
    const reason = `\`${keys.join(' ')}\` 不对 / Unexpected value in ${imageLockName}: ${issue.message}`
    const hint =
      '改回原样，或删去这一项后用 --fetch-images 再下载 / put it back, or delete the entry and download it again with --fetch-images'
    const place = source.positionOf(keys) ?? source.positionOf(keys.slice(0, -1)) ?? {line: 1, column: 1}
    reportProblem(file, {ruleId: 'front-matter-is-valid', reason, place, hint})
  }
  return {file, lock: undefined}
}
