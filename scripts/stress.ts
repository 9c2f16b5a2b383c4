/**
 * Builds the slides of a course of many made-up chapters, as a deck and on paper, and says what is found: `npm run stress [CHAPTERS]
 * [lead|full]`; with `pauses` and a seed in the place of the mode, one of pauses, breaks and steps at random places.
 */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {buildFor} from '../test/support/build-for.ts'
import {writePausedCourse} from '../test/support/write-paused-course.ts'
import {writeStressCourse} from '../test/support/write-stress-course.ts'

const [chapters = '300', mode = 'lead', seed = '1'] = process.argv.slice(2)
const count = Number(chapters)
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-stress-'))
const course = path.join(folder, 'course')
try {
  if (mode === 'pauses') await writePausedCourse(course, {count, seed: Number(seed)})
  else await writeStressCourse(course, count, {slides: mode})
  const started = performance.now()
  const {files, report} = await buildFor(course, path.join(folder, 'dist'), {
    only: mode === 'pauses' ? ['deck', 'slides', 'handout'] : ['deck', 'slides'],
    editions: ['student'],
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const messages = files.flatMap((file) =>
    file.messages.map((message) => `${path.basename(file.path)}:${message.line} ${message.ruleId} ${message.reason}`),
  )
  for (const message of messages.slice(0, 40)) process.stdout.write(`${message}\n`)
  const outcome = report ? `${report.findings.length} findings` : 'not built'
  process.stdout.write(`${count} chapters, slides: ${mode}: ${outcome}, ${messages.length} messages, ${seconds} s\n`)
  process.exitCode = messages.length > 0 ? 1 : 0
} finally {
  await rm(folder, {recursive: true, force: true})
}
