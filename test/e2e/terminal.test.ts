import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {runLectern, type Run} from '../support/run-lectern.ts'
import {payloads, unsafeLines} from '../support/terminal-payloads.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-terminal-'))
})
afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

const course = {title: 'x', date: '2026-01-01', identifier: 'urn:x', slug: 'c', language: 'en', chapters: ['a.md']}
const chapter = '# One\n\n## Two\n\nText.\n'

/** A course that says a payload at some place; JSON is YAML. */
async function write(changes: object, text = chapter, files: Readonly<Record<string, string>> = {}): Promise<void> {
  await writeFile(path.join(folder, 'course.yml'), JSON.stringify({...course, ...changes}))
  await writeFile(path.join(folder, 'a.md'), text)
  for (const [name, contents] of Object.entries(files)) {
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.dirname(path.join(folder, name)), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(path.join(folder, name), contents)
  }
}

const build = (...args: readonly string[]) => runLectern(['build', folder, ...args], {cwd: folder})

/** Each place makes lectern say something with the payload in it, before any browser is needed. */
const places: Readonly<Record<string, (payload: string) => Promise<Run>>> = {
  title: async (payload) => (await write({title: [payload]}), build()),
  theme: async (payload) => (await write({theme: `./${payload}`}), build()),
  'name of a theme': async (payload) => (await write({theme: payload.replaceAll('/', '')}), build()),
  slug: async (payload) => (await write({slug: payload}), build()),
  chapter: async (payload) => (await write({chapters: [`${payload}.md`]}), build()),
  license: async (payload) => (await write({license: [payload]}), build()),
  'unknown key': async (payload) => (await write({[payload]: 1}), build()),
  'name of a rule': async (payload) => (await write({rules: {[payload]: 'off'}}), build()),
  'name of a token': async (payload) => (await write({tokens: {[payload]: '#000'}}), build()),
  'value of a token': async (payload) => (await write({tokens: {ink: payload}}), build()),
  'style of citations': async (payload) => (await write({csl: `${payload}.csl`}), build()),
  bibliography: async (payload) => (
    await write({bibliography: 'b.bib'}, chapter, {'b.bib': `@article{a, title = {${payload}}, ${payload}`}),
    build()
  ),
  'broken course.yml': async (payload) => {
    await write({})
    await writeFile(path.join(folder, 'course.yml'), `title: [${payload}\n${payload}: {`)
    return build()
  },
  'a chapter': async (payload) => (
    await write({}, `# ${payload}\n\n:::${payload}\n\n[x](${payload}.md) @fig-${payload}\n`),
    build()
  ),
  'front matter': async (payload) => (await write({}, `---\nid: [${payload}\n---\n\n${chapter}`), build()),
  syllabus: async (payload) => (await write({}, chapter, {'syllabus.yml': `topics: [${payload}\n`}), build()),
  'diagnostics as JSON': async (payload) => (await write({theme: `./${payload}`}), build('--json')),
  'diagnostics as SARIF': async (payload) => (await write({theme: `./${payload}`}), build('--sarif')),
  '--out': async (payload) => {
    await write({})
    return runLectern(['trace', 'a.md:1', '--out', payload], {cwd: folder})
  },
  '--only': (payload) => build('--only', payload),
  '--edition': (payload) => build('--edition', payload),
  '--browser': async (payload) => (await write({}), build('--browser', payload)),
  'unknown option': (payload) => build(`--${payload}`),
  'unknown command': (payload) => runLectern([payload], {cwd: folder}),
  'course folder': (payload) => runLectern(['check', payload], {cwd: folder}),
  trace: (payload) => runLectern(['trace', payload], {cwd: folder}),
  SOURCE_DATE_EPOCH: async (payload) => {
    await write({})
    return runLectern(['build', folder], {cwd: folder, env: {SOURCE_DATE_EPOCH: payload}})
  },
  'git revision': async (payload) => {
    await write({})
    execFileSync('git', ['-C', folder, 'init', '--quiet'])
    return runLectern(['diff', payload, folder], {cwd: folder})
  },
}

/** All of them in one place, where a process may be given them: no argument holds half of a character. */
const everything = Object.values(payloads)
  .join(' ')
  .replaceAll(/\p{Surrogate}/gu, '')

describe('whatever a course or a command line says, the terminal is told words', () => {
  test.each(Object.entries(places))('%s', async (place, say) => {
    const {code, stderr, stdout} = await say(everything)
    // Something was said: else nothing was tried.
    expect(stderr + stdout).not.toBe('')
    expect(code).not.toBe(0)
    expect(unsafeLines(stderr)).toEqual([])
    expect(unsafeLines(stdout)).toEqual([])
    expect(stderr).not.toContain('This is a bug')
    if (place.includes(' as ')) expect(() => JSON.parse(stdout) as unknown).not.toThrow()
  })
})
