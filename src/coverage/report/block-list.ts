import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {UnitCoverage} from '../../model/coverage.ts'
import {placeholder} from '../normalize-text.ts'
import type {ReportPlace, ReportSection} from './section-matrix.ts'
import {placeName, stateNames, targetName} from './words.ts'

/** Places that a cell names; more are in coverage.json. */
const mostPlaces = 4

/** Every block with its text and where it is in each output: section by section, so that two clicks lead to it. */
export function renderBlocks(sections: readonly ReportSection[], place: ReportPlace): Element[] {
  const head = h('thead', [
    h(
      'tr',
      ['源 Source', '内容 Content', ...place.targets.map((target) => targetName(target))].map((name) =>
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
            rows.map((row) => renderRow(row, place)),
          ),
        ]),
      ]),
    ]),
  )
}

function renderRow(row: readonly UnitCoverage[], {home, targets}: ReportPlace): Element {
  const unit = row[0]?.unit
  const states = [...new Set(row.map(({state}) => state.replace(' ', '-')))].join(' ')
  return h('tr', {dataStates: states}, [
    h('th', {scope: 'row'}, [`${unit?.sourcePath}:${unit?.line}`, h('br'), h('small', unit?.kind ?? '')]),
    h('td', {className: 'text'}, textOf(row)),
    ...targets.map((target) =>
      renderCell(
        row.find((cell) => cell.target === target),
        home,
      ),
    ),
  ])
}

function textOf([first]: readonly UnitCoverage[]): string {
  const unit = first?.unit
  return [...(unit?.texts ?? []), unit?.code ?? ''].filter(Boolean).join(' ').replaceAll(placeholder, '…').trim()
}

function renderCell(cell: UnitCoverage | undefined, home: string): Element {
  if (!cell) return h('td')
  const places = cell.locators
    .slice(0, mostPlaces)
    .flatMap(({link, text}): (ElementContent | string)[] => [' ', h('a', {href: `${home}${link}`}, placeName(text))])
  return h('td', {className: `state-${cell.state.replace(' ', '-')}`}, [
    stateNames[cell.state],
    ...places,
    ...(cell.reason ? [h('br'), h('small', cell.reason)] : []),
  ])
}
