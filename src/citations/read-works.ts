import * as v from 'valibot'
import type {VFile} from 'vfile'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {engineModule, startEngine} from '../engines/start-engine.ts'
import type {Work} from '../model/bibliography.ts'
import type {open} from './bibtex-engine.ts'

const person = v.looseObject({
  family: v.optional(v.string()),
  given: v.optional(v.string()),
  literal: v.optional(v.string()),
})
const schema = v.array(
  v.looseObject({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
    type: v.string(),
    title: v.optional(v.string()),
    language: v.optional(v.string()),
    issued: v.optional(v.looseObject({})),
    author: v.optional(v.array(person)),
    editor: v.optional(v.array(person)),
  }),
)

/** The works of a file in CSL-JSON (`.json`) or BibTeX (`.bib`), by their keys; mistakes become messages of the file. */
export async function readWorks(file: VFile, signal?: AbortSignal): Promise<Map<string, Work>> {
  const works = new Map<string, Work>()
  const found = await parseFile(file, signal)
  const result = v.safeParse(schema, found)
  for (const issue of result.issues ?? []) report(file, `${v.getDotPath(issue) ?? ''} ${issue.message}`)
  for (const work of result.success ? (result.output as Work[]) : []) {
    if (works.has(work.id)) report(file, `${work.id} 有两条 / there are two entries of this key`)
    works.set(work.id, work)
  }
  return works
}

function parseFile(file: VFile, signal: AbortSignal | undefined): unknown {
  const size = Buffer.byteLength(String(file))
  const {most} = limits.bibliographyBytes
  if (size > most) {
    report(file, `它有 ${size} 个字节，最多 ${most} / it has ${size} bytes, at most ${most} are read`)
    return []
  }
  return file.extname === '.bib' ? readBibtex(file, signal) : readJson(file)
}

function readJson(file: VFile): unknown {
  try {
    return JSON.parse(String(file))
  } catch (error) {
    report(file, error instanceof Error ? error.message : String(error))
    return []
  }
}

async function readBibtex(file: VFile, signal: AbortSignal | undefined): Promise<unknown> {
  const {most} = limits.bibliographySeconds
  const module = engineModule('bibtex-engine', import.meta.url)
  await using bibtex = startEngine<typeof open>({module, settings: undefined, seconds: most, signal})
  const outcome = await bibtex.run(String(file))
  if (outcome.type === 'done') return outcome.value
  const reason =
    outcome.type === 'failed'
      ? outcome.reason
      : `${most} 秒还没有读完，拆成几个文件 / it is not read within ${most} s, split it`
  report(file, reason.split('\n')[0] ?? reason, Number(/line (?<line>\d+)/u.exec(reason)?.groups?.['line']) || 1)
  return []
}

function report(file: VFile, reason: string, line = 1): void {
  reportProblem(file, {
    ruleId: 'bibliography-is-valid',
    reason: `文献读不懂：${reason} / Unexpected bibliography, expected CSL-JSON or BibTeX`,
    place: {line, column: 1},
  })
}
