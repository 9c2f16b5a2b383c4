import type {VFile} from 'vfile'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Course} from '../model/course.ts'
import type {Slide} from '../model/deck.ts'

/** A tenth more than planned is what a lecturer makes up for; of less than this share, students notice. */
const most = 1.1
const least = 0.7

/**
 * Compares the time that slides take with the plan: of the lectures of `course.yml`, each from the slide that it begins with
 * to the next one's, and of chapters that have `minutes`.
 */
export function checkLectures(slides: readonly Slide[], course: Course, files: ReadonlyMap<string, VFile>): void {
  for (const {id, minutes, sourcePath} of course.chapters) {
    const file = files.get(sourcePath)
    const takes = minutesOf(slides.filter(({chapter}) => chapter === id))
    if (file && minutes !== undefined && takes > minutes * most) reportTime(file, {line: 1, takes, minutes})
  }
  const plan = files.get('course.yml')
  if (plan) checkPlan(slides, course, plan)
}

function checkPlan(slides: readonly Slide[], {lectures = [], references}: Course, file: VFile): void {
  const starts = lectures.map(({from}) => slides.findIndex(({id}) => id === from))
  for (const [index, {from, line, minutes}] of lectures.entries()) {
    const start = starts[index] ?? -1
    if (start < 0) {
      const reason = `没有从 \`${from}\` 开始的幻灯片 / Unexpected \`from: ${from}\`: no slide begins there`
      const hint = hintNearest(from, [...references.keys()])
      reportProblem(file, {ruleId: 'reference-resolves', reason, hint, place: {line, column: 1}})
      continue
    }
    const end = starts.slice(index + 1).find((one) => one >= 0)
    const takes = minutesOf(slides.slice(index === 0 ? 0 : start, end))
    if (takes > minutes * most || takes < minutes * least) reportTime(file, {line, takes, minutes})
  }
}

const minutesOf = (slides: readonly Slide[]) => slides.reduce((sum, {seconds}) => sum + seconds, 0) / 60

function reportTime(
  file: VFile,
  {line, minutes, takes}: {readonly line: number; readonly minutes: number; readonly takes: number},
): void {
  reportProblem(file, {
    ruleId: 'lecture-fits-time',
    reason: `这一讲约需 ${Math.round(takes)} 分钟，计划 ${minutes} 分钟 / Unexpected length of ${Math.round(takes)} minutes, expected ${minutes}`,
    place: {line, column: 1},
    hint:
      takes > minutes
        ? '删减，或改 minutes / say less, or change `minutes`'
        : '多讲一些，或改 minutes / say more, or change `minutes`',
  })
}
