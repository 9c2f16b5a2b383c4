import {appendFile, cp, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readSourceQuery} from '../../src/cli/run-trace.ts'
import {traceOutputs, type BuildResult} from '../../src/build.ts'
import {buildFor} from '../support/build-for.ts'

/** Problems that only what renders finds, in the last file of a chapter. */
const late = `
\`\`\`pyhton
x = 1
\`\`\`

文 $x$，又 $\\nosuch$。

稀字𠮷。

| 甲 |
| --- |
| @fig-none |
`

let folder = ''
let out = ''
let lines = 0
let result: BuildResult
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-joined-'))
  out = path.join(folder, 'dist')
  const source = path.join(folder, 'course')
  await cp('test/fixtures/course-parts', source, {recursive: true})
  const last = path.join(source, 'attention/cost.md')
  lines = (await readFile(last, 'utf8')).split('\n').length - 1
  await appendFile(last, late)
  result = await buildFor(source, out)
})
afterAll(() => rm(folder, {recursive: true, force: true}))

test('a course whose chapters have several files builds, and nothing of it is lost or doubled', () => {
  expect(result.report?.findings).toEqual([])
  expect(result.rejected).toBe('')
})

test('what rendering finds is reported in the file and line that have it', () => {
  const messages = result.files.flatMap(({messages: own, path: file}) =>
    own.map(({line, ruleId}) => `${file}:${line} ${ruleId}`),
  )
  const at = (below: number, rule: string) => `attention/cost.md:${lines + below} ${rule}`
  expect(messages.toSorted()).toEqual(
    [at(2, 'language-is-known'), at(6, 'math-renders'), at(8, 'glyph-exists'), at(12, 'reference-resolves')].toSorted(),
  )
})

test('a line of a later file is traced into the outputs', async () => {
  const places = async (query: string) =>
    (await traceOutputs(out, readSourceQuery(query))).map(({kind, section, source}) => `${kind} ${section} ${source}`)
  expect(await places('course/attention/heads.md:8')).toEqual(['section 2.2 attention/heads.md:8'])
  expect(await places('course/attention/heads.md:15')).toEqual(['section 2.2.1 attention/heads.md:14'])
  expect(await places('attention/index.md:11')).toEqual(['prose 第 2 章 attention/index.md:10'])
  expect(await places('attention/cost.md:19')).toEqual(['footnote 第 2 章 [^1 attention/cost.md] attention/cost.md:18'])
})
