import {traceOutputs, type TracedUnit, type TraceQuery} from '../build.ts'
import {UsageError} from '../diagnostics/environment-error.ts'
import {print, printJson} from './terminal.ts'

export interface TraceCommand {
  /** `chapters/03.md:42`; empty when a page or slide is asked for. */
  readonly source: string
  readonly page: string
  readonly slide: string
  readonly out: string
  readonly isJson: boolean
}

/** Prints where a source line went in each output, or what stands on a page or slide. It has nothing to clean up when interrupted. */
export async function runTrace(command: TraceCommand, signal: AbortSignal): Promise<void> {
  const query = readQuery(command)
  const interrupt = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => {
    interrupt.reject(signal.reason)
  })
  const units = await Promise.race([traceOutputs(command.out, query), interrupt.promise])
  if (command.isJson) printJson(process.stdout, units)
  else if (units.length === 0) print(process.stdout, `没有内容 / Nothing there\n`)
  else print(process.stdout, units.map((unit) => describe(unit)).join('\n'))
}

function readQuery({page, slide, source}: TraceCommand): TraceQuery {
  const given = [source, page, slide].filter(Boolean)
  if (given.length !== 1)
    throw new UsageError(
      '写 文件:行，或 --page，或 --slide / Give file:line, or --page, or --slide: lectern trace chapters/03.md:42',
    )
  if (page) return {by: 'page', number: page}
  return slide ? {by: 'slide', number: slide} : readSourceQuery(source)
}

/** A query from what a person typed: `chapters/03.md:42`. */
export function readSourceQuery(text: string): TraceQuery {
  const {file, line} = /^(?<file>.+):(?<line>\d+)$/u.exec(text)?.groups ?? {}
  if (file === undefined || line === undefined)
    throw new UsageError(`应为 文件:行 / Expected file:line, for instance chapters/03.md:42, not “${text}”`)
  return {by: 'source', file, line: Number(line)}
}

function describe({kind, outputs, section, source}: TracedUnit): string {
  const lines = outputs.map(({edition, layout = '', output, places, reason, state}) => {
    const where = places.map(({text}) => text).join(' ')
    const name = layout === 'notes' ? output : layout || output
    const whose = edition === 'teacher' ? '教师 teacher' : ''
    return `  ${name.padEnd(9)} ${state.padEnd(9)} ${[where, reason && `(${reason})`, whose].filter(Boolean).join(' ')}`.trimEnd()
  })
  return [`${source} ${kind} · ${section}`, ...lines, ''].join('\n')
}
