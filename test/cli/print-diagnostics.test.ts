import path from 'node:path'
import {PassThrough} from 'node:stream'
import {stripVTControlCharacters} from 'node:util'
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {printDiagnostics} from '../../src/cli/print-diagnostics.ts'
import {reportProblem} from '../../src/diagnostics/report-problem.ts'

function printed(files: readonly VFile[], folder = '.'): string {
  const stream = new PassThrough({encoding: 'utf8'}) as unknown as PassThrough & NodeJS.WriteStream
  printDiagnostics(files, folder, stream)
  return stripVTControlCharacters(String(stream.read()))
}

test('problems of one rule and cause are one entry, with their number and first places', () => {
  const [one, two] = [new VFile({path: '1.md', value: 'a\nb\nc'}), new VFile({path: '2.md', value: 'd'})]
  const report = (file: VFile, line: number, name: string) => {
    reportProblem(file, {
      ruleId: 'attribute-is-known',
      reason: `unknown ${name}`,
      cause: 'single quotes',
      place: {line, column: 1},
      hint: 'write "…"',
    })
  }
  for (const line of [1, 2, 3]) report(one, line, `x${line}`)
  for (const line of [4, 5, 6]) report(two, line, `y${line}`)
  reportProblem(two, {ruleId: 'attribute-is-known', reason: 'unknown z', place: {line: 1, column: 1}})
  expect(printed([one, two])).toBe(`1.md:1:1 error unknown x1 attribute-is-known
> 1 | a
    | ^
  2 | b
  → write "…"
  + 另 5 处 / 5 more: 1.md:2:1 1.md:3:1 2.md:4:1 2.md:5:1 …

2.md:1:1 error unknown z attribute-is-known
> 1 | d
    | ^

`)
})

test('paths are those of the terminal, wherever the course is', () => {
  const file = new VFile({path: 'part/1.md', value: 'a'})
  reportProblem(file, {ruleId: 'attribute-is-known', reason: 'same', place: {line: 1, column: 1}})
  expect(printed([file], 'courses/one')).toMatch(/^courses\/one\/part\/1\.md:1:1 /u)
  expect(printed([file], path.resolve('..', 'other'))).toMatch(/^\.\.\/other\/part\/1\.md:1:1 /u)
})

test('an error and a warning of one cause are two entries', () => {
  const file = new VFile({path: '1.md', value: 'a'})
  reportProblem(file, {ruleId: 'attribute-is-known', reason: 'same'})
  file.data.severities = {'attribute-is-known': 'warn'}
  reportProblem(file, {ruleId: 'attribute-is-known', reason: 'same'})
  expect(printed([file])).toBe('1.md error same attribute-is-known\n\n1.md warning same attribute-is-known\n\n')
})
