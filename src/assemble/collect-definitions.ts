import {reportProblem} from '../diagnostics/report-problem.ts'
import {collectFormulas} from '../model/collect-formulas.ts'
import type {Course} from '../model/course.ts'
import {selectEdition} from '../model/select-edition.ts'
import {definitionsIn} from '../model/tex-definitions.ts'
import type {ParsedChapter} from '../model/parsed.ts'

/**
 * What formulas define for all others, `\newcommand{\R}{\mathbb R}`, as books of other tools do in the first formula of a chapter.
 * Only what every reader sees counts: a formula of the teacher's changes none of a student's.
 */
export function collectDefinitions(course: Course, chapters: readonly ParsedChapter[]): string[] {
  const definitions = new Map<string, string>()
  for (const {chapter, position, tex} of collectFormulas(selectEdition(course, 'student'))) {
    for (const {name, tex: definition} of definitionsIn(tex)) {
      const known = definitions.get(name)
      const file = chapters.find((one) => one.file.path === chapter.sourcePath)?.file
      if (known === undefined) definitions.set(name, definition)
      else if (known !== definition && file)
        reportProblem(file, {
          ruleId: 'math-renders',
          reason: `\`${name}\` 在别处有另一个定义，其他公式用先写的那个 / Unexpected second definition of \`${name}\`: the other formulas have the first`,
          place: position,
          hint: '换一个名字 / give it another name',
        })
    }
  }
  return [...definitions.values()]
}
