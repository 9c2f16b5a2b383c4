import {textHeights} from './text-heights.ts'
import {append} from '../../model/append.ts'

export interface MarkedStream {
  readonly content: string
  /** Numbers of marked content that was decoration and is content no more. */
  readonly dropped: readonly number[]
}

const painted = /(?:^| )(?:f|F|f\*|B|B\*|b|b\*|S|s)$/u
const pathBegins = / (?:re|m)$/u
const pathEnds = /(?:^| )n$/u
const paintsObject = / (?:Do|sh)$/u
const beginsContent = /\/MCID (?<number>\d+) *>> ?BDC$/u

/** What of a page's content is more than paths. */
export interface PageContent {
  /** Whether marked content of a number is part of a picture or formula. */
  readonly isDrawing: (number: number) => boolean
  /** Whether an object of a name, such as `X12`, has marked content of its own. */
  readonly holdsContent: (name: string) => boolean
  /** What text outside of marked content is, so many points above the foot of the sheet: in the margins, a running head or folio. */
  readonly runningPart: (height: number | undefined) => RunningPart | undefined
}

export type RunningPart = 'Header' | 'Footer'

/**
 * Marks as artifact what a page paints without saying what it is: running heads, folios, backgrounds and rules (PDF 1.7, 14.8.2.2).
 * What it says in the margins is pagination (PDF 32000-1, 14.8.2.2.2), a head or foot in one piece.
 * Marked content that only paints paths and is no part of a drawing (`isDrawing`) is decoration as well.
 * Skia writes an operator or a few on each line, and hexadecimal strings, so that lines can be told apart.
 */
export function markArtifacts(content: string, page: PageContent): MarkedStream {
  const lines = content.split('\n')
  const heights = textHeights(lines)
  const out: string[] = []
  const dropped: number[] = []
  let index = 0
  // The last artifact that is more than decoration, and the line of `out` after it.
  let last: Artifact = {begin: '', end: 0}
  while (index < lines.length) {
    const number = beginsContent.exec(lines[index] ?? '')?.groups?.['number']
    const end = number === undefined ? endOfUnmarked(lines, index, page) : endOfContent(lines, index)
    const part = lines.slice(index, (end ?? index) + 1)
    if (number !== undefined && isDecoration(part, Number(number), page)) {
      dropped.push(Number(number))
      append(out, ['/Artifact BMC', ...part.slice(1)])
    } else if (number === undefined && end !== undefined) {
      last = addArtifact(out, {begin: beginArtifact(page.runningPart(heights.get(index))), part, last})
    } else append(out, part)
    index = (end ?? index) + 1
  }
  return {content: out.join('\n'), dropped}
}

interface Artifact {
  readonly begin: string
  /** Line of the output after it. */
  readonly end: number
}

/** One that begins where another of its kind ends is part of that. */
function addArtifact(
  out: string[],
  {begin, last, part}: {readonly begin: string; readonly part: readonly string[]; readonly last: Artifact},
): Artifact {
  if (last.begin === begin && last.end === out.length) out.pop()
  else out.push(begin)
  append(out, [...part, 'EMC'])
  return {begin, end: out.length}
}

const beginArtifact = (part: RunningPart | undefined) =>
  part === undefined ? '/Artifact BMC' : `/Artifact <</Type /Pagination /Subtype /${part}>> BDC`

/** The last line of what paints here without being marked; `undefined` where nothing does. */
function endOfUnmarked(lines: readonly string[], begin: number, {holdsContent}: PageContent): number | undefined {
  const object = /^\/(?<name>\S+) Do$/u.exec(lines[begin] ?? '')?.groups?.['name']
  return object !== undefined && holdsContent(object) ? undefined : endOfPainting(lines, begin)
}

/** Whether marked content only paints paths, and is part of no drawing. */
function isDecoration([, ...inside]: readonly string[], number: number, {isDrawing}: PageContent): boolean {
  return !isDrawing(number) && !inside.some((line) => says(line) || beginsContent.test(line))
}

/** Whether a line shows text, an image or a shading. */
const says = (line: string) => /(?:Tj|TJ|'|")$/u.test(line) || paintsObject.test(line)

function endOfContent(lines: readonly string[], begin: number): number {
  let depth = 0
  for (let index = begin; index < lines.length; index++) {
    if (/B[MD]C$/u.test(lines[index] ?? '')) depth++
    if (lines[index] === 'EMC' && --depth === 0) return index
  }
  throw new Error('A page of the print ends within marked content')
}

/** The last line of what begins here and paints: a text object, a path, an image; `undefined` where nothing does. */
function endOfPainting(lines: readonly string[], begin: number): number | undefined {
  const first = lines[begin] ?? ''
  if (first === 'BT') return lines.indexOf('ET', begin)
  if (paintsObject.test(first)) return begin
  if (!pathBegins.test(first)) return undefined
  for (let index = begin; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (painted.test(line)) return index
    if (pathEnds.test(line)) return undefined
  }
  return undefined
}
