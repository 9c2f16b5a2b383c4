/**
 * Builds courses that were not written for lectern: `npm run corpus [FOLDER…]`, each a folder of Markdown files; without
 * one, the traits of real books in test/fixtures/wild and chapters too large for a file. Prints a line for each: it
 * builds, or it says what is wrong and where. Fails when something is neither.
 */
import {cp, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {BuildResult} from '../src/build.ts'
import {adjustableRules} from '../src/config/course-schema.ts'
import {buildFor} from '../test/support/build-for.ts'
import {generatedChapters} from '../test/support/generated-chapters.ts'

type Prepare = (folder: string) => Promise<readonly string[]>

/** A folder's Markdown files in the order of their names. */
const copyOf =
  (source: string): Prepare =>
  async (folder) => {
    await cp(source, folder, {recursive: true})
    const names = await readdir(folder, {recursive: true})
    return names.filter((name) => name.endsWith('.md')).toSorted()
  }

const generated =
  (text: string): Prepare =>
  async (folder) => {
    await writeFile(path.join(folder, 'chapter.md'), text)
    return ['chapter.md']
  }

async function build(name: string, prepare: Prepare): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-corpus-'))
  const started = performance.now()
  try {
    const chapters = await prepare(folder)
    await writeFile(path.join(folder, 'course.yml'), JSON.stringify(configOf(name, chapters)))
    const result = await buildFor(folder, path.join(folder, 'dist'))
    const {isGood, text} = outcomeOf(result)
    process.stdout.write(`${isGood ? '✓' : '✗'} ${name}: ${text}, ${secondsSince(started)} s\n`)
    return isGood
  } catch (error) {
    process.stdout.write(`✗ ${name}: ${error instanceof Error ? error.stack : String(error)}\n`)
    return false
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** What a course may lower is lowered, so that as much as can be is built. */
function configOf(title: string, chapters: readonly string[]) {
  return {
    title,
    date: '2026-01-01',
    identifier: 'https://example.org/corpus',
    slug: 'corpus',
    chapters,
    rules: Object.fromEntries(adjustableRules.map((rule) => [rule, 'warn'])),
  }
}

function outcomeOf({artifacts, files, report}: BuildResult): {isGood: boolean; text: string} {
  const messages = files.flatMap((file) => file.messages.map((message) => ({message, path: file.path})))
  const errors = messages.filter(({message}) => message.fatal)
  const warnings = `${messages.length - errors.length} warnings`
  if (artifacts.length > 0)
    return {isGood: errors.length === 0, text: `built, ${report?.units.length} states, ${warnings}`}
  const list = errors
    .slice(0, 3)
    .map(({message, path: file}) => `\n    ${path.basename(file)}:${message.line} ${message.reason}`)
  const isTold = errors.length > 0 && report === undefined && errors.every(({message}) => message.line !== undefined)
  const found =
    report?.findings.slice(0, 5).map(({artifact, line, reason}) => `\n    ${artifact} :${line} ${reason}`) ?? []
  return {isGood: isTold, text: `not built, ${errors.length} errors, ${warnings}${[...list, ...found].join('')}`}
}

const secondsSince = (started: number) => ((performance.now() - started) / 1000).toFixed(1)

const folders = process.argv.slice(2)
const courses: [string, Prepare][] =
  folders.length > 0
    ? folders.map((folder) => [path.basename(folder), copyOf(folder)])
    : [
        ['wild', copyOf('test/fixtures/wild')],
        ...Object.entries(generatedChapters).map(([name, text]): [string, Prepare] => [name, generated(text())]),
      ]
let failures = 0
// In turn: each has a browser of its own.
// oxlint-disable-next-line no-await-in-loop
for (const [name, prepare] of courses) if (!(await build(name, prepare))) failures++
process.exitCode = failures > 0 ? 1 : 0
