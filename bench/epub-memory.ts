/**
 * How much more memory writing the EPUB takes than the course itself, by the number of its chapters: `npm run bench:epub`. Flat means
 * that a chapter is gone before the next one is made. Measured after a collection at every 16th piece of the file; the first line has the
 * compressor and other code in it.
 */
import {projectElectronicBook} from '../src/book/project-book.ts'
import {renderEpub} from '../src/epub/render-epub.ts'
import {createCourseHighlighter} from '../src/html/code/create-highlighter.ts'
import {collectFormulas} from '../src/model/collect-formulas.ts'
import {createFormulas} from '../src/html/math/create-formulas.ts'
import {loadTheme} from '../src/theme/load-theme.ts'
import {courseFrom} from '../test/support/course-from.ts'
import {mathSettings} from '../test/support/math-settings.ts'
import {stressChapter} from '../test/support/stress-course.ts'

if (!globalThis.gc) throw new Error('Run it with --expose-gc')
const collect = globalThis.gc
const theme = await loadTheme({name: 'lectern', own: []})

function held(): number {
  collect()
  const {external, heapUsed} = process.memoryUsage()
  return (external + heapUsed) / 1e6
}

for (const count of [40, 40, 160, 640]) {
  const {course} = courseFrom(Array.from({length: count}, (_, index) => stressChapter(index + 1)))
  const [{formulas}, highlight] = [
    // oxlint-disable-next-line no-await-in-loop
    await createFormulas(collectFormulas(course), mathSettings),
    // oxlint-disable-next-line no-await-in-loop
    await createCourseHighlighter(course),
  ]
  const {files} = renderEpub(projectElectronicBook(course, 'student'), course, {
    theme,
    renderers: {formulas, highlight, inkOn: () => 'own'},
    modified: '2026-01-01T00:00:00Z',
    cover: new Uint8Array(),
    fonts: [],
    licences: new Map(),
    pageBreaks: new Map(),
  })
  const contents = files[0]?.contents
  if (!contents || contents instanceof Uint8Array) throw new Error('An EPUB comes in pieces')
  const before = held()
  const started = performance.now()
  let [peak, pieces, size] = [0, 0, 0]
  // oxlint-disable-next-line no-await-in-loop
  for await (const piece of contents) {
    size += piece.length
    if (pieces++ % 16 === 0) peak = Math.max(peak, held())
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(
    `${count} chapters, ${(size / 1e6).toFixed(2)} MB: ${(peak - before).toFixed(1)} MB above ${before.toFixed(0)} MB, ${seconds} s with collections\n`,
  )
}
