import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import type {CoverageReport, UnitCoverage} from '../../model/coverage.ts'
import type {Chapter, Course, Section} from '../../model/course.ts'
import {renderTable, type Cell} from './table.ts'
import {placeName, stateNames, states, targetName} from './words.ts'

export interface ReportSection {
  readonly id: string
  readonly name: string
  /** Ids of the units of the section itself; those of its inner sections have rows of their own. */
  readonly rows: readonly (readonly UnitCoverage[])[]
}

/** What a page reports on, and how it leads to it. */
export interface ReportPlace {
  readonly targets: CoverageReport['targets']
  /** From the page to the output folder. */
  readonly home: string
}

/** The chapters and sections of a course with the units that stand in each. */
export function reportSections({chapters}: Course, report: CoverageReport): ReportSection[] {
  const byUnit = [...Map.groupBy(report.units, ({unit}) => unit.id).values()]
  const inChapter = Map.groupBy(byUnit, (rows) => rows[0]?.unit.chapter ?? '')
  return chapters.flatMap((chapter) => sectionsOf(chapter, inChapter.get(chapter.id) ?? []))
}

/** Units stand in the order of the chapter: those after a heading, up to the next one, are its section's. */
function sectionsOf(chapter: Chapter, rows: readonly (readonly UnitCoverage[])[]): ReportSection[] {
  const names = new Map([[chapter.id, `${chapter.label} ${toString([...chapter.title])}`.trim()]])
  const add = (section: Section): void => {
    names.set(section.id, `${section.number} ${toString([...section.title])}`.trim())
    section.sections.forEach(add)
  }
  chapter.sections.forEach(add)
  const sections: {id: string; name: string; rows: (readonly UnitCoverage[])[]}[] = []
  for (const row of rows) {
    const id = row[0]?.unit.id ?? ''
    const name = names.get(id)
    if (name !== undefined || sections.length === 0) sections.push({id, name: name ?? '', rows: []})
    sections.at(-1)?.rows.push(row)
  }
  return sections
}

/** Sections by outputs: how many blocks are in which state, with a link to where the section is. */
export function renderMatrix(sections: readonly ReportSection[], {home, targets}: ReportPlace): Element {
  const rows = sections.map(({id, name, rows: own}): Cell[] => [
    h('a', {href: `#s-${id}`}, name),
    ...targets.map((target): Cell => {
      const cells = own.flatMap((row) => row.filter((cell) => cell.target === target))
      const counts = states.flatMap((state) => {
        const count = cells.filter((cell) => cell.state === state).length
        return count > 0
          ? [h('span', {className: `count state-${state.replace(' ', '-')}`}, `${stateNames[state]} ${count}`), ' ']
          : []
      })
      const first = cells.flatMap(({locators}) => locators).at(0)
      return [...counts, ...(first ? [h('a', {href: `${home}${first.link}`}, placeName(first.text))] : [])]
    }),
  ])
  return renderTable('节与输出', ['节 Section', ...targets.map((target) => targetName(target))], rows)
}
