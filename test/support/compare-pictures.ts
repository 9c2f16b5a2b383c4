import {existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import {PNG, type Picture} from 'pngjs'

export interface Comparison {
  /** Empty when the pictures are alike; else what differs, and where the new picture and the difference are to be seen. */
  readonly complaint: string
  /** Share of the pixels, 0 to 1, that differ; 1 for pictures of different sizes. */
  readonly share: number
}

export interface ComparisonOptions {
  /** Share of the pixels, 0 to 1, that may differ: fonts are smoothed a little differently by each renderer. */
  readonly tolerance: number
  /** Where the approved pictures are. */
  readonly folder?: string
  /** Whether the new picture becomes the approved one: `UPDATE_PICTURES=1` in the environment. */
  readonly approves?: boolean
}

/**
 * Compares a PNG with the approved one of that name. A picture that nobody has approved is a complaint too, so that no test
 * passes without having compared anything.
 */
export function comparePicture(name: string, png: Uint8Array, options: ComparisonOptions): Comparison {
  const {approves = process.env['UPDATE_PICTURES'] === '1', folder = 'test/fixtures/pages', tolerance} = options
  const file = path.join(folder, `${name}.png`)
  if (approves) {
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, png)
    return {complaint: '', share: 0}
  }
  if (!existsSync(file)) {
    const place = keep(name, {new: png})
    return {complaint: `${file} is missing; the new picture is in ${place}; UPDATE_PICTURES=1 approves it`, share: 1}
  }
  return compare({name, approved: readFileSync(file), png}, tolerance)
}

function compare(pictures: {name: string; approved: Uint8Array; png: Uint8Array}, tolerance: number): Comparison {
  const {name, png} = pictures
  const [before, after] = [PNG.sync.read(Buffer.from(pictures.approved)), PNG.sync.read(Buffer.from(png))]
  if (before.width !== after.width || before.height !== after.height) {
    const place = keep(name, {approved: pictures.approved, new: png})
    const sizes = [before, after].map(({height, width}) => `${width}x${height}`)
    return {complaint: `${name} is ${sizes[1]} px and was ${sizes[0]} px; both are in ${place}`, share: 1}
  }
  const {picture, share} = differenceOf(before, after)
  if (share <= tolerance) return {complaint: '', share}
  const place = keep(name, {approved: pictures.approved, new: png, difference: PNG.sync.write(picture)})
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`
  const complaint = `${name}: ${percent(share)} of the pixels differ, ${percent(tolerance)} may; see ${place}`
  return {complaint, share}
}

function differenceOf(before: Picture, after: Picture): {picture: Picture; share: number} {
  const {height, width} = before
  const picture = new PNG({width, height})
  const count = pixelmatch(before.data, after.data, picture.data, width, height, {threshold: 0.1})
  return {picture, share: count / (width * height)}
}

/** Writes pictures into a new temporary folder, for a person to look at. */
function keep(name: string, pictures: Readonly<Record<string, Uint8Array>>): string {
  const place = mkdtempSync(path.join(tmpdir(), 'lectern-pictures-'))
  for (const [kind, png] of Object.entries(pictures)) {
    writeFileSync(path.join(place, `${name.replaceAll('/', '-')}.${kind}.png`), png)
  }
  return place
}
