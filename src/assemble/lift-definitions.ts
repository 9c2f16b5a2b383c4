import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Block} from '../model/block.ts'
import {collectFormulas} from '../model/collect-formulas.ts'
import type {Chapter, Course, Section} from '../model/course.ts'
import {mapPhrasing} from '../model/map-blocks.ts'
import {mapCourse} from '../model/map-course.ts'
import type {ParsedChapter} from '../model/parsed.ts'
import {selectBlocks} from '../model/select-blocks.ts'
import {selectEdition} from '../model/select-edition.ts'
import {definitionsIn, onlyDefines} from '../model/tex-definitions.ts'

/**
 * Makes what formulas define known to all formulas of the course, as books for other tools expect: `\newcommand{\R}{\mathbb R}` in the first
 * formula of a chapter. A formula that only defines something shows nothing and is taken out.
 */
export function liftDefinitions(course: Course, chapters: readonly ParsedChapter[]): Course {
  const math = {...course.math, definitions: collectDefinitions(course, chapters)}
  if (![...collectFormulas(course)].some(({tex}) => onlyDefines(tex))) return {...course, math}
  const shown = mapCourse(course, {
    phrasing: (nodes) =>
      mapPhrasing(nodes, (node) => (node.type === 'inlineMath' && onlyDefines(node.value) ? [] : [node])),
    block: (block) => block,
  })
  const chaptersShown = shown.chapters.map((chapter) => ({
    ...withoutEmpty(chapter),
    footnotes: chapter.footnotes.map((footnote) => ({...footnote, blocks: selectBlocks(footnote.blocks, isShown)})),
  }))
  return {...shown, chapters: chaptersShown, math}
}

const withoutEmpty = <Outline extends Chapter | Section>(outline: Outline): Outline => ({
  ...outline,
  blocks: selectBlocks(outline.blocks, isShown),
  sections: outline.sections.map((section) => withoutEmpty(section)),
})

/** Whether anything is left of a block. */
function isShown(block: Block): boolean {
  if (block.type === 'equation') return !onlyDefines(block.tex)
  return block.type !== 'prose' || block.children.some((node) => node.type !== 'text' || node.value.trim() !== '')
}

/** Only what every reader sees counts: a formula of the teacher's changes none of a student's. */
function collectDefinitions(course: Course, chapters: readonly ParsedChapter[]): string[] {
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
