import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {reportUnusedSuppressions} from '../../src/diagnostics/report-unused-suppressions.ts'
import type {ResourceFailure} from '../../src/model/course.ts'
import type {FetchFailure} from '../../src/model/fetch-failure.ts'
import {rules} from '../../src/diagnostics/rules.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'

const folder = 'test/fixtures/rules'

/** Rules that a chapter alone cannot break; each has its test elsewhere. */
const elsewhere: readonly string[] = [
  'artifact-opens',
  'bibliography-is-valid',
  'chapter-has-bearable-size',
  'block-is-covered',
  'diagram-renders',
  'epub-is-valid',
  'block-is-in-place',
  'nothing-is-added',
  'nothing-runs',
  'link-keeps-target',
  'file-is-described',
  'font-has-bold',
  'font-is-embedded',
  'font-is-usable',
  'font-is-used',
  'font-licence-is-open',
  'page-fits',
  'page-number-is-right',
  'formula-is-whole',
  'glyph-exists',
  'language-is-known',
  'lecture-fits-time',
  'link-responds',
  'listing-has-bearable-size',
  'markup-is-read',
  'math-renders',
  'no-network-request',
  'objective-is-covered',
  'objective-is-exercised',
  'objective-is-known',
  'paragraph-has-bearable-size',
  'pdf-is-accessible',
  'private-content-stays-private',
  'slide-fits',
  'slide-is-readable',
  'slide-layout-fits',
  'text-is-kept',
  'theme-has-contrast',
  'theme-is-valid',
  'topic-is-covered',
  'topic-is-known',
]

/** What `source` would find in the folder of the fixtures. */
const failures = new Map<string, ResourceFailure>([
  ['A.svg', {kind: 'case', actual: 'a.svg'}],
  ['c.bmp', {kind: 'format'}],
  ['d.png', {kind: 'broken'}],
  ['e.png', {kind: 'size', count: 50_000, most: 16_384, unit: 'pixels', of: 'one side of an image'}],
])

const fetch = (failure: FetchFailure): ResourceFailure => ({kind: 'fetch', failure})
const onWeb: Readonly<Record<string, ResourceFailure>> = {
  'b.png': {kind: 'unfetched', state: 'uncached'},
  'c.png': {kind: 'unfetched', state: 'record damaged'},
  'status.png': fetch({why: 'status', status: 404}),
  'private.png': fetch({why: 'private', host: 'example.org'}),
  'changed.png': fetch({
    why: 'changed',
    recorded: '0'.repeat(64),
    received: 'f'.repeat(64),
    address: 'https://example.org/changed.png',
  }),
}
for (const [name, failure] of Object.entries(onWeb)) failures.set(`https://example.org/${name}`, failure)

const works = [{id: 'vaswani2017', title: 'Attention Is All You Need'}]

function reportOf(path: string): string {
  const {files} = courseFrom([readFileSync(path, 'utf8')], [svgResource('a.svg')], {failures, works})
  for (const file of files) reportUnusedSuppressions(file)
  return files
    .flatMap((file) => file.messages)
    .map(
      ({column, fatal, line, reason, ruleId}) =>
        `${line ?? 0}:${column ?? 0} ${fatal ? 'error' : 'warning'} ${ruleId} ${reason}\n`,
    )
    .join('')
}

describe('each rule', () => {
  test('has a fixture, or a test elsewhere', () => {
    expect([...readdirSync(folder), ...elsewhere].toSorted()).toEqual(Object.keys(rules).toSorted())
  })

  test.each(readdirSync(folder))('%s', async (rule) => {
    expect(reportOf(`${folder}/${rule}/valid.md`)).toBe('')
    const report = reportOf(`${folder}/${rule}/error.md`)
    expect(report).toContain(` ${rule} `)
    expect(existsSync(`${folder}/${rule}/report.txt`) || process.env['CI'] === undefined).toBe(true)
    await expect(report).toMatchFileSnapshot(`../fixtures/rules/${rule}/report.txt`)
  })
})
