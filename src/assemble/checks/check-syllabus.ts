import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem, type Problem} from '../../diagnostics/report-problem.ts'
import type {Chapter, Course, Section} from '../../model/course.ts'
import type {ParsedChapter} from '../../model/parsed.ts'
import type {Syllabus} from '../../model/syllabus.ts'
import {allBlocks} from '../../model/walk.ts'
import type {VFile} from 'vfile'

/** Reports topics that no chapter covers, objectives that nothing teaches or tests, and names that are neither. */
export function checkSyllabus(course: Course, parsed: readonly ParsedChapter[], syllabusFile: VFile): void {
  const {syllabus} = course
  if (!syllabus) return
  checkTopics(course, syllabus, {parsed, syllabusFile})
  const taught = course.chapters.flatMap((chapter) => teaching(chapter))
  const tested = course.chapters.flatMap((chapter) => testing(chapter))
  const own = course.chapters.flatMap(({objectives}, index) => objectives.map(({id}) => ({id, line: 1, index})))
  const known = [...own, ...syllabus.objectives].map(({id}) => id)
  for (const {chapter, id, line} of [...taught, ...tested]) {
    if (known.includes(id)) continue
    report(fileOf(chapter, parsed), line, {
      ruleId: 'objective-is-known',
      reason: `没有目标 \`${id}\` / Unexpected objective \`${id}\``,
      hint: hintNearest(id, known),
    })
  }
  const checkObjective = (id: string, file: VFile | undefined, line: number) => {
    if (!taught.some((entry) => entry.id === id)) {
      const reason = `没有一节讲目标 \`${id}\` / No section teaches the objective \`${id}\``
      report(file, line, {
        ruleId: 'objective-is-covered',
        reason,
        hint: `在讲它的标题上写 {teaches="${id}"} / write it on a heading`,
      })
    }
    if (!tested.some((entry) => entry.id === id)) {
      const reason = `没有练习考目标 \`${id}\` / No exercise tests the objective \`${id}\``
      report(file, line, {
        ruleId: 'objective-is-exercised',
        reason,
        hint: `在练习上写 {tests="${id}"} / write it on an exercise`,
      })
    }
  }
  for (const {id, index} of own) checkObjective(id, parsed[index]?.file, lineOf(parsed[index]?.file, id))
  for (const {id, line} of syllabus.objectives) checkObjective(id, syllabusFile, line)
}

function checkTopics(
  course: Course,
  {topics}: Syllabus,
  {parsed, syllabusFile}: {parsed: readonly ParsedChapter[]; syllabusFile: VFile},
): void {
  const known = topics.map(({id}) => id)
  const covered = new Set(course.chapters.flatMap(({covers}) => covers))
  for (const {id, line, title} of topics) {
    if (covered.has(id)) continue
    const reason = `没有一章讲 \`${id}\` ${title} / No chapter covers the topic \`${id}\``
    report(syllabusFile, line, {
      ruleId: 'topic-is-covered',
      reason,
      hint: '写进讲它的那一章的 covers / add it to `covers` of the chapter that does',
    })
  }
  for (const chapter of course.chapters) {
    const file = fileOf(chapter, parsed)
    for (const id of chapter.covers.filter((topic) => !known.includes(topic))) {
      const reason = `syllabus.yml 里没有 \`${id}\` / Unexpected topic \`${id}\`: syllabus.yml does not list it`
      report(file, lineOf(file, id), {ruleId: 'topic-is-known', reason, hint: hintNearest(id, known)})
    }
  }
}

interface Mention {
  readonly chapter: Chapter
  readonly id: string
  readonly line: number
}

function teaching(chapter: Chapter): Mention[] {
  const inSection = (section: Section): Mention[] => [
    ...section.teaches.map((id) => ({chapter, id, line: section.position.start.line})),
    ...section.sections.flatMap((child) => inSection(child)),
  ]
  const own = chapter.teaches.map((id) => ({chapter, id, line: 1}))
  return [...own, ...chapter.sections.flatMap((section) => inSection(section))]
}

function testing(chapter: Chapter): Mention[] {
  return [...allBlocks(chapter)].flatMap((block) =>
    block.type === 'exercise' ? block.tests.map((id) => ({chapter, id, line: block.position.start.line})) : [],
  )
}

const fileOf = (chapter: Chapter, parsed: readonly ParsedChapter[]) =>
  parsed.find(({file}) => file.path === chapter.sourcePath)?.file

/** Front matter has no positions any more: the first line that has the word. */
function lineOf(file: VFile | undefined, word: string): number {
  const files = file ? [{file, firstLine: 1}, ...(file.data.laterFiles ?? [])] : []
  for (const {file: one, firstLine} of files) {
    const index = String(one)
      .split('\n')
      .findIndex((line) => line.includes(word))
    if (index >= 0) return firstLine + index
  }
  return 1
}

function report(file: VFile | undefined, line: number, problem: Omit<Problem, 'place'>): void {
  if (file) reportProblem(file, {...problem, place: {line, column: 1}})
}
