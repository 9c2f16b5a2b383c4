import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'

const run = promisify(execFile)

interface Assertion {
  readonly 'earl:test': {readonly 'dct:title': string; readonly 'earl:impact': string}
  readonly 'earl:result': {readonly 'earl:outcome': string; readonly 'dct:description': string}
}

interface Report {
  readonly 'earl:result': {readonly 'earl:outcome': string}
  readonly assertions: readonly {
    readonly 'earl:testSubject': {readonly url: string}
    readonly assertions: readonly Assertion[]
  }[]
}

/** What Ace by DAISY says of an EPUB: a line a violation. Without a report it did not run, and that is an error. */
export async function runAce(file: string, browser: string): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-ace-'))
  try {
    const env = {...process.env, PUPPETEER_EXECUTABLE_PATH: browser, ACE_TIMEOUT_INITIAL: '60000'}
    await run(
      process.execPath,
      [path.resolve('node_modules/@daisy/ace-cli/bin/ace.js'), '-o', folder, '-f', '-s', file],
      {env},
    )
    const report = JSON.parse(await readFile(path.join(folder, 'report.json'), 'utf8')) as Report
    const failed = report.assertions.flatMap(({assertions, 'earl:testSubject': {url}}) =>
      assertions.map(
        ({'earl:result': result, 'earl:test': test}) =>
          `${url} ${test['earl:impact']} ${test['dct:title']} ${result['dct:description']}`,
      ),
    )
    if (failed.length === 0 && report['earl:result']['earl:outcome'] !== 'pass')
      throw new Error('Ace did not pass the book')
    return failed
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
