/**
 * Time and memory of reading: Markdown to a course, without browser or fonts. Prints medians; linear means that the time
 * and the heap for each megabyte stay the same as chapters grow.
 */
import {courseFrom} from '../test/support/course-from.ts'

const paragraph = (index: number) =>
  `第 ${index} 段：**参数**决定本事，公式 $x^2$ 与 \`code\`，见@sec-a。English words and a [link](https://example.org).\n\n`
const list = '- 一项\n- 又一项\n  - 里面\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n\n```python\nprint(1)\n```\n\n'
const runs = 5

function chapterOf(bytes: number): string {
  const parts = ['# 章 {#sec-a}\n\n']
  let size = 0
  for (let index = 1; size < bytes; index++) {
    const part = index % 50 === 0 ? `## 节 ${index}\n\n${list}` : paragraph(index)
    parts.push(part)
    size += Buffer.byteLength(part)
  }
  return parts.join('')
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

for (const megabytes of [0.1, 0.5, 1, 2, 4]) {
  const text = chapterOf(megabytes * 1e6)
  const samples = Array.from({length: runs}, () => {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const started = performance.now()
    const {course} = courseFrom([text])
    const seconds = (performance.now() - started) / 1000
    globalThis.gc?.()
    const heap = (process.memoryUsage().heapUsed - before) / 1e6
    return {seconds, heap, chapters: course.chapters.length}
  })
  const seconds = median(samples.map((sample) => sample.seconds))
  const heap = median(samples.map((sample) => sample.heap))
  process.stdout.write(
    `${megabytes} MB: ${seconds.toFixed(2)} s, ${(seconds / megabytes).toFixed(2)} s/MB, heap ${(heap / megabytes).toFixed(0)} MB/MB\n`,
  )
}
