/** Builds a course of many made-up chapters and says how many slides do not fit: `npm run stress [CHAPTERS] [lead|full]`. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {buildFor} from '../test/support/build-for.ts'
import {writeStressCourse} from '../test/support/write-stress-course.ts'

const count = Number(process.argv[2] ?? 300)
const slides = process.argv[3] ?? 'lead'
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-stress-'))
try {
  await writeStressCourse(path.join(folder, 'course'), count, {slides})
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
