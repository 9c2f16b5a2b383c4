import type {ArtifactObservation, CoverageFinding, PlainReading, WrittenFile} from '../../model/coverage.ts'
import {editions, outputs, type Target} from '../../model/output.ts'
import {asCodePoints} from './as-code-points.ts'
import {cutRuns, type WordRun} from './cut-runs.ts'
import {findLost} from './find-lost.ts'
import {longRows} from './long-rows.ts'
import {withNoteConditions} from './note-lines.ts'
import {scanLines, type ScannedLine} from './scan-lines.ts'
import {swallowedTexts} from './swallowed-texts.ts'
import {typedLines} from './typed-lines.ts'

/** At most so many findings are reported for one chapter: further ones often have the same cause. */
const mostReported = 12

/** A finished file that could be read. */
type Read = ArtifactObservation & {readonly plain: PlainReading}

/** A chapter with its lines, of which those that have a message are known already. */
interface Scanned {
  readonly file: WrittenFile
  readonly lines: readonly ScannedLine[]
}

/**
 * Holds the chapters as they were written against the finished files. Everything else that is read back is compared with what the parser
 * made of them; this knows no parser, and so sees what one loses or leaves as it was typed.
 */
export function checkWritten(
  files: readonly WrittenFile[],
  artifacts: readonly ArtifactObservation[],
): CoverageFinding[] {
  const read = artifacts.filter((one): one is Read => one.plain !== undefined)
  const scanned = files.map((file): Scanned => ({file, lines: scanLines(file.text)}))
  return [
    ...lostTexts(scanned, read),
    ...scanned.flatMap((one) => [...leftMarkup(one, read), ...rowFindings(one), ...addressFindings(one, read)]),
  ]
}

/** Sentences that no finished file has; only where one of them is a book, since slides leave out. */
function lostTexts(scanned: readonly Scanned[], read: readonly Read[]): CoverageFinding[] {
  const books = read.filter(({target}) => target.output === 'epub' || target.output === 'pdf')
  if (books.length === 0) return []
  // Text for some readers only may be in any one output, so all outputs are needed to judge it.
  const isComplete =
    outputs.every((output) => read.some(({target}) => target.output === output)) &&
    editions.every((edition) => read.some(({target}) => target.edition === edition))
  const others = read.filter((one) => !books.includes(one))
  const readings = [...books, ...others].map(({plain}) => plain.letters)
  const runsOf = ({file, lines}: Scanned) =>
    cutRuns(withNoteConditions(lines)).map((run) => ({
      ...run,
      file,
      isConditional: run.isConditional || file.isIncluded,
    }))
  const runs = scanned.flatMap((one) => runsOf(one)).filter(({isConditional}) => isComplete || !isConditional)
  const missing = findLost(runs, readings).filter(({file, line}) => !file.isReported(line))
  const lost = withoutReplaced(missing, readings)
  const [{path: artifact} = {path: ''}] = books
  return [...Map.groupBy(lost, ({file}) => file).values()].flatMap((ofFile) =>
    ofFile.slice(0, mostReported).map(({file, isConditional, line, written}): CoverageFinding => ({
      ...placed(file, line, artifact),
      // What may be the teacher's is not quoted in a public report.
      ...(isConditional ? {target: teachersDeck} : {}),
      ruleId: 'text-is-kept',
      reason: `源文件里的话哪份成品里都没有 / No finished file has these words of the chapter: “${written.slice(0, 60)}”`,
      hint: '看这一行被读成了什么；有意不显示的写成注释 / see what the line was read as; what is not to be shown is a comment',
    })),
  )
}

const teachersDeck: Target = {output: 'deck', edition: 'teacher'}

/** Without those that are there with code points in place of characters that no font has. */
function withoutReplaced<Run extends WordRun>(lost: readonly Run[], readings: readonly string[]): readonly Run[] {
  if (lost.length === 0) return lost
  const shown = new Set(readings.flatMap((reading) => [...new Set(reading)]))
  return findLost(
    lost.map((run) => ({...run, letters: asCodePoints(run.letters, shown)})),
    readings,
  )
}

function placed(file: WrittenFile, line: number, artifact: string) {
  return {sourcePath: file.path, line, artifact, unit: ''}
}

/** Markup that a finished file shows as it was typed: once for each kind. */
function leftMarkup({file, lines}: Scanned, read: readonly Read[]): CoverageFinding[] {
  const found = read.flatMap(({path, plain, target}) =>
    typedLines(lines, plain.leftovers, file.isReported).map((one) => ({...one, path, target})),
  )
  return [...Map.groupBy(found, ({syntax}) => syntax)].map(([syntax, places]): CoverageFinding => {
    const [first] = places
    const at = [...new Set(places.map(({line}) => line))].toSorted((a, b) => a - b)
    const others =
      at.length > 1
        ? `（${at.slice(0, mostReported).join('、')} 行 / lines ${at.slice(0, mostReported).join(', ')}）`
        : ''
    return {
      ...placed(file, first?.line ?? 0, first?.path ?? ''),
      ...(first ? {target: first.target} : {}),
      ruleId: 'markup-is-read',
      reason: `记号原样留在成品里 / Markup is shown as it is typed, ${syntax}: “${first?.text ?? ''}”${others}`,
      hint: '改正写法；有意显示的，写成代码或加反斜杠 / mend it; what is meant to be shown is code, or has a backslash',
    }
  })
}

function rowFindings({file, lines}: Scanned): CoverageFinding[] {
  return longRows(lines)
    .filter(({line}) => !file.isReported(line))
    .slice(0, mostReported)
    .map(({cells, expected, line}) => ({
      ...placed(file, line, file.path),
      ruleId: 'table-row-fits',
      reason: `这一行有 ${cells} 格，表头只有 ${expected} 格 / Unexpected ${cells} cells in a row, expected at most ${expected}`,
      hint: '格子里的竖线写成 \\| / write a pipe in a cell as \\|',
    }))
}

function addressFindings({file, lines}: Scanned, read: readonly Read[]): CoverageFinding[] {
  const found = read.flatMap(({path, plain, target}) =>
    swallowedTexts(lines, plain.addresses).map((one) => ({...one, path, target})),
  )
  return [...new Map(found.map((one) => [one.line, one])).values()]
    .filter(({line}) => !file.isReported(line))
    .slice(0, mostReported)
    .map(({address, found: taken, line, path, target}) => ({
      ...placed(file, line, path),
      target,
      ruleId: 'link-keeps-target',
      reason: `链接把网址后面的文字也带上了 / A link takes the text behind its address, ${address}: ${taken.slice(0, 120)}`,
      hint: '网址写在尖括号里 / write the address in angle brackets',
    }))
}
