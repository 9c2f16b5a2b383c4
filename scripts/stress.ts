/** Builds a course of many made-up chapters and says how many slides do not fit: `npm run stress [CHAPTERS] [lead|full]`. */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {buildFor} from '../test/support/build-for.ts'
import {stressChapter} from '../test/support/stress-course.ts'

const count = Number(process.argv[2] ?? 300)
const slides = process.argv[3] ?? 'lead'
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-stress-'))
try {
  await mkdir(path.join(folder, 'course'))
  const chapters = Array.from({length: count}, (_value, index) => `${String(index + 1).padStart(3, '0')}.md`)
  await Promise.all(
    chapters.map((name, index) => writeFile(path.join(folder, 'course', name), stressChapter(index + 1))),
  )
  const config = {
    title: 'stress',
    date: '2026-01-01',
    identifier: 'https://example.org/stress',
    slug: 'stress',
    slides,
    chapters,
    rules: {'heading-level-increments': 'off'},
  }
  await writeFile(path.join(folder, 'course/course.yml'), JSON.stringify(config))
  const started = performance.now()
  const {files, report} = await buildFor(path.join(folder, 'course'), path.join(folder, 'dist'), {
    only: ['deck'],
    editions: ['student'],
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const messages = files.flatMap((file) =>
    file.messages.map((message) => `${path.basename(file.path)}:${message.line} ${message.ruleId} ${message.reason}`),
  )
  for (const message of messages.slice(0, 40)) process.stdout.write(`${message}\n`)
  const outcome = report ? `${report.findings.length} findings` : 'not built'
  process.stdout.write(`${count} chapters, slides: ${slides}: ${outcome}, ${messages.length} messages, ${seconds} s\n`)
  process.exitCode = messages.length > 0 ? 1 : 0
} finally {
  await rm(folder, {recursive: true, force: true})
}
