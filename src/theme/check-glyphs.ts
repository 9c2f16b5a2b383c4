import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** Reports, at its first place in each chapter, every character that no font of the theme has. */
export function checkGlyphs(files: readonly VFile[], missing: readonly string[]): void {
  for (const file of files) {
    const text = String(file)
    for (const character of missing) {
      const offset = text.indexOf(character)
      if (offset < 0) continue
      const before = text.slice(0, offset).split('\n')
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
      reportProblem(file, {
        ruleId: 'glyph-exists',
        reason: `主题的字体里没有“${character}”(U+${code}) / Unexpected character: no font of the theme has it`,
        place: {line: before.length, column: (before.at(-1)?.length ?? 0) + 1},
        hint: '换一个字，或用图片 / use another character, or an image',
      })
    }
  }
}
