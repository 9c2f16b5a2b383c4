import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Exercise} from '../../model/block.ts'
import type {Chapter} from '../../model/course.ts'
import type {ParsedChapter} from '../../model/parsed.ts'
import {allBlocks} from '../../model/walk.ts'

/** Reports solutions that name no exercise of the course. */
export function checkSolutions(chapters: readonly Chapter[], parsed: readonly ParsedChapter[]): void {
  const blocks = chapters.map((chapter) => [...allBlocks(chapter)])
  const exercises = new Set(
    blocks
      .flat()
      .filter((block): block is Exercise => block.type === 'exercise')
      .map((block) => block.id),
  )
  for (const [index, chapterBlocks] of blocks.entries()) {
    for (const block of chapterBlocks) {
      const file = parsed[index]?.file
      if (block.type !== 'solution' || exercises.has(block.exercise) || !file) continue
      reportProblem(file, {
        ruleId: 'solution-has-exercise',
        reason: `解答对应的练习 \`${block.exercise}\` 不存在 / Unexpected solution: there is no exercise \`${block.exercise}\``,
        place: block.position,
        hint: hintNearest(block.exercise, [...exercises]),
      })
    }
  }
}
