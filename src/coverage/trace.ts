import {readFile} from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import {EnvironmentError, UsageError} from '../diagnostics/environment-error.ts'
import {coverageSchema, type CoverageJson} from './report/coverage-schema.ts'
import {greatest} from '../model/greatest.ts'

/** What one wants to find again. */
export type TraceQuery =
  | {readonly by: 'source'; readonly file: string; readonly line: number}
  | {readonly by: 'page' | 'slide'; readonly number: string}

export type TracedUnit = CoverageJson['units'][number]

/**
 * The units of the finished course in `out`, as its last verification wrote them down: what students have, and where there is a report for
 * the teacher, what only that one names, and where all of it is in the teacher's files.
 */
export async function readTrace(out: string): Promise<readonly TracedUnit[]> {
  const units = await readUnits(path.join(out, 'coverage', 'coverage.json'))
  const ofTeacher = await readUnits(path.join(out, 'teacher', 'coverage', 'coverage.json')).catch(() => [])
  const open = new Map(units.map((unit) => [unit.id, unit]))
  const named = new Set(ofTeacher.map(({id}) => id))
  // The public report is the newer one where only the student edition was built again.
  const joined = ofTeacher.map((unit) => {
    const own = open.get(unit.id)
    return own
      ? {...own, outputs: [...own.outputs, ...unit.outputs.filter(({edition}) => edition === 'teacher')]}
      : unit
  })
  return [...joined, ...units.filter(({id}) => !named.has(id))]
}

async function readUnits(location: string): Promise<readonly TracedUnit[]> {
  const text = await readFile(location, 'utf8').catch((cause: unknown) => {
    throw new EnvironmentError(`没有 ${location}：先构建 / There is none: build first`, {cause})
  })
  const result = v.safeParse(coverageSchema, parse(text))
  if (!result.success)
    throw new EnvironmentError(
      `${location} 是别的版本写的，或不完整：重新构建 / is of another version, or not whole: build again`,
    )
  if (!result.output.isVerified)
    throw new EnvironmentError(
      `${location} 没有核对过：不带 --no-verify 重新构建 / is not verified: build without --no-verify`,
    )
  return result.output.units
}

/** Nothing for what is cut off or no JSON at all. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether the build that stands in `out` was read back; there may be none. */
export async function isVerifiedOutput(out: string): Promise<boolean> {
  return readUnits(path.join(out, 'coverage', 'coverage.json')).then(
    () => true,
    () => false,
  )
}

/**
 * The blocks that a line of a chapter belongs to, or that stand on a page of the book or on a slide. A line inside a block is
 * that block's: the last one that begins at or before it.
 */
export function trace(units: readonly TracedUnit[], query: TraceQuery): TracedUnit[] {
  if (query.by === 'source') return atLine(units, query.file, query.line)
  const [output, place] = query.by === 'page' ? ['pdf', `p.${query.number}`] : ['deck', `#${query.number}`]
  return units.filter(({outputs}) =>
    outputs.some(
      (one) => one.output === output && one.edition === 'student' && one.places.some(({text}) => text === place),
    ),
  )
}

function atLine(units: readonly TracedUnit[], file: string, line: number): TracedUnit[] {
  const lines = units.flatMap((unit) => {
    const [, name = '', at = ''] = /^(?<name>.*):(?<at>\d+)$/u.exec(unit.source) ?? []
    return isSameFile(name, file) ? [{unit, at: Number(at)}] : []
  })
  if (lines.length === 0)
    throw new UsageError(`成品里没有 ${file} 的内容 / Nothing of ${file} is in the finished files`)
  const last = greatest(lines.map(({at}) => at).filter((at) => at <= line))
  return lines.filter(({at}) => at === last).map(({unit}) => unit)
}

/** A path as a person types it: with or without the course folder. */
function isSameFile(name: string, typed: string): boolean {
  const clean = path.normalize(typed)
  return name === clean || clean.endsWith(`${path.sep}${name}`)
}
