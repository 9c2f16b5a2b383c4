import {bundledLanguages, isSpecialLang} from 'shiki'
import type {VFile} from 'vfile'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Course} from '../../model/course.ts'
import {allBlocks} from '../../model/walk.ts'

/** Reports listings whose language nobody can highlight: they stand in one colour. */
export function checkLanguages(course: Course, files: ReadonlyMap<string, VFile>): void {
  const known = Object.keys(bundledLanguages)
  for (const chapter of course.chapters) {
    const file = files.get(chapter.sourcePath)
    for (const block of allBlocks(chapter)) {
      if (block.type !== 'listing' || isSpecialLang(block.language) || known.includes(block.language)) continue
      if (!file) continue
      reportProblem(file, {
        ruleId: 'language-is-known',
        reason: `不认识代码语言 \`${block.language}\`，不着色 / Unexpected language \`${block.language}\`: the listing is not highlighted`,
        place: block.position,
        hint: hintNearest(block.language, known),
      })
    }
  }
}
