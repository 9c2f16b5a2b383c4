import {bundledLanguages, isSpecialLang} from 'shiki'
import type {VFile} from 'vfile'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {limits} from '../../diagnostics/limits.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Listing} from '../../model/block.ts'
import type {Course} from '../../model/course.ts'
import {allBlocks} from '../../model/walk.ts'
import {isUnbearable} from './create-highlighter.ts'

/** What names no language: that there is none, or what a program said (The Carpentries, knitr, highlight.js). */
const plain: ReadonlySet<string> = new Set(
  'error no-highlight nohighlight none output source stderr stdout warning'.split(' '),
)
const isPlain = (language: string) => isSpecialLang(language) || plain.has(language)

/** Reports listings that stand in one colour: their language is none that can be highlighted, or they are too long. */
export function checkLanguages(course: Course, files: ReadonlyMap<string, VFile>): void {
  const known = Object.keys(bundledLanguages)
  for (const chapter of course.chapters) {
    const file = files.get(chapter.sourcePath)
    for (const block of allBlocks(chapter)) {
      if (block.type !== 'listing' || isPlain(block.language) || !file) continue
      if (isUnbearable(block.code)) reportTooLong(file, block)
      if (known.includes(block.language)) continue
      reportProblem(file, {
        ruleId: 'language-is-known',
        reason: `不认识代码语言 \`${block.language}\`，不着色 / Unexpected language \`${block.language}\`: the listing is not highlighted`,
        place: block.position,
        hint: hintNearest(block.language, known),
      })
    }
  }
}

function reportTooLong(file: VFile, {position}: Listing): void {
  const {codeCharacters, codeLine} = limits
  reportProblem(file, {
    ruleId: 'listing-has-bearable-size',
    reason: `代码太长，不着色 / Unexpected length of a listing, expected at most ${codeLine.most} characters in a line and ${codeCharacters.most} in all: it is not highlighted`,
    place: position,
    hint: '折行或拆开；不必着色就把语言写成 text / break its lines or split it; write `text` as its language where it needs no colours',
  })
}
