import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {CoverageReport, UnitCoverage} from '../../model/coverage.ts'
import {placeholder} from '../normalize-text.ts'
import type {ReportSection} from './section-matrix.ts'
import {placeName, stateNames, targetName} from './words.ts'

/** Places that a cell names; more are in coverage.json. */
const mostPlaces = 4

/** Every block with its text and where it is in each output: section by section, so that two clicks lead to it. */
export function renderBlocks(sections: readonly ReportSection[], {targets}: CoverageReport): Element[] {
  const head = h('thead', [
    h(
      'tr',
      ['源 Source', '内容 Content', ...targets.map((target) => targetName(target))].map((name) =>
        h('th', {scope: 'col'}, name),
      ),
    ),
  ])
  return sections.map(({id, name, rows}) =>
    h('details', {id: `s-${id}`, className: 'blocks', dataSection: id}, [
      h('summary', [name, ' ', h('small', String(rows.length))]),
      h('div', {className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: name}, [
        h('table', [
          structuredClone(head),
          h(
            'tbody',
            rows.map((row) => renderRow(row, targets)),
          ),
        ]),
      ]),
    ]),
  )
}

function renderRow(row: readonly UnitCoverage[], targets: CoverageReport['targets']): Element {
  const unit = row[0]?.unit
  const isPublic = unit?.editions.includes('student') ?? false
  const states = [...new Set(row.map(({state}) => state.replace(' ', '-')))].join(' ')
  return h('tr', {dataStates: states}, [
    h('th', {scope: 'row'}, [`${unit?.sourcePath}:${unit?.line}`, h('br'), h('small', unit?.kind ?? '')]),
    // The report is public: it says nothing of what is the teacher's.
    h('td', {className: 'text'}, isPublic ? textOf(row) : '（教师内容 / the teacher’s）'),
    ...targets.map((target) => renderCell(row.find((cell) => cell.target === target))),
  ])
}

function textOf([first]: readonly UnitCoverage[]): string {
  const unit = first?.unit
  return [...(unit?.texts ?? []), unit?.code ?? ''].filter(Boolean).join(' ').replaceAll(placeholder, '…').trim()
}

function renderCell(cell: UnitCoverage | undefined): Element {
  if (!cell) return h('td')
  const isPublic = cell.target.edition === 'student'
  const places = cell.locators
    .slice(0, mostPlaces)
    .flatMap(({link, text}): (ElementContent | string)[] => [
      ' ',
      isPublic ? h('a', {href: `../${link}`}, placeName(text)) : placeName(text),
    ])
  return h('td', {className: `state-${cell.state.replace(' ', '-')}`}, [
    stateNames[cell.state],
    ...places,
    ...(cell.reason ? [h('br'), h('small', cell.reason)] : []),
  ])
}
