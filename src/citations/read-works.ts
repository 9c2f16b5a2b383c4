import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import * as v from 'valibot'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Work} from '../model/bibliography.ts'

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
export function readWorks(file: VFile): Map<string, Work> {
  const works = new Map<string, Work>()
  const found = file.extname === '.bib' ? readBibtex(file) : readJson(file)
  const result = v.safeParse(schema, found)
  for (const issue of result.issues ?? []) report(file, `${v.getDotPath(issue) ?? ''} ${issue.message}`)
  for (const work of result.success ? (result.output as Work[]) : []) {
    if (works.has(work.id)) report(file, `${work.id} 有两条 / there are two entries of this key`)
    works.set(work.id, work)
  }
  return works
}

function readJson(file: VFile): unknown {
  try {
    return JSON.parse(String(file))
  } catch (error) {
    report(file, error instanceof Error ? error.message : String(error))
    return []
  }
}

function readBibtex(file: VFile): unknown {
  try {
    // The type is named, so that nothing in the file is taken for an address to fetch.
    return plugins.input.chain(String(file), {generateGraph: false, forceType: '@bibtex/text'})
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    report(file, message.split('\n')[0] ?? message, Number(/line (?<line>\d+)/u.exec(message)?.groups?.['line']) || 1)
    return []
  }
}

function report(file: VFile, reason: string, line = 1): void {
  reportProblem(file, {
    ruleId: 'bibliography-is-valid',
    reason: `文献读不懂：${reason} / Unexpected bibliography, expected CSL-JSON or BibTeX`,
    place: {line, column: 1},
  })
}
