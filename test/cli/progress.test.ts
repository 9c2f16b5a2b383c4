import {Writable} from 'node:stream'
import {expect, test} from 'vitest'
import {createProgress} from '../../src/cli/progress.ts'

/** What is written to a terminal or a log, without times and colours. */
function written(isTTY: boolean, use: (progress: ReturnType<typeof createProgress>) => void): string[] {
  const chunks: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString())
      done()
    },
  })
  use(createProgress('normal', Object.assign(stream, {isTTY}) as unknown as NodeJS.WriteStream))
  // oxlint-disable-next-line no-control-regex
  return chunks.map((chunk) => chunk.replaceAll(/\r?\u001B\[\d*[mK]/gu, '').replace(/^ *[\d.]+s /u, ''))
}

function print({part, step}: ReturnType<typeof createProgress>): void {
  step('pdf student', 1, 6)
  part({name: 'plan', done: 1})
  part({name: 'plan', done: 2})
  part({name: 'print', total: 23})
  for (let done = 1; done <= 23; done++) part({name: 'finish', done, total: 23})
}

test('a log says of a print which PDF it is, each pass, and how many pages, once', () => {
  expect(written(false, print)).toEqual([
    'pdf student 1/6\n',
    'pdf student 1/6 · 排页 planning pages, pass 1\n',
    'pdf student 1/6 · 排页 planning pages, pass 2\n',
    'pdf student 1/6 · 打印 printing, pages: 23\n',
    'pdf student 1/6 · 修整 finishing, page 23\n',
  ])
})

test('on a terminal pages are counted', () => {
  expect(written(true, print).slice(-4)).toEqual(
    [0, 10, 20, 23].map((page) => `pdf student 1/6 · 修整 finishing, page ${page}/23`),
  )
})

test('quiet is quiet', () => {
  const chunks: string[] = []
  const stream = {isTTY: true, write: (text: string) => chunks.push(text) > 0}
  print(createProgress('quiet', stream as unknown as NodeJS.WriteStream))
  expect(chunks).toEqual([])
})
