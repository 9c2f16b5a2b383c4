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
        place: block.position,
        ...problemOf(block.exercise, exercises),
      })
    }
  }
}

/** The name is empty if a solution is outside any exercise and names none. */
function problemOf(
  name: string,
  exercises: ReadonlySet<string>,
): {readonly reason: string; readonly hint: string | undefined} {
  if (name === '') {
    return {
      reason: '解答不在练习里，也没有写明是哪个练习的 / Unexpected solution: it is in no exercise and names none',
      hint: '放进 :::exercise，或写成 :::solution{for="id"}；人人可看的写成 :::details / put it inside :::exercise, or write :::solution{for="id"}; :::details is for everybody',
    }
  }
  return {
    reason: `解答对应的练习 \`${name}\` 不存在 / Unexpected solution: there is no exercise \`${name}\``,
    hint: hintNearest(name, [...exercises]),
  }
}
