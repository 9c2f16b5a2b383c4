import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Artifact} from '../../model/artifact.ts'
import type {Course} from '../../model/course.ts'
import type {CoverageReport, UnitCoverage, UnitState} from '../../model/coverage.ts'
import {targetName, type Target} from '../../model/output.ts'

const stateNames: Readonly<Record<UnitState, string>> = {
  shown: '全文',
  condensed: '要点',
  reading: '阅读文本',
  'left out': '—',
  missing: '缺失',
}

/** `coverage/index.html` for people and `coverage/coverage.json` for programs. */
export function renderReport(course: Course, report: CoverageReport, style: string): Artifact {
  const encoder = new TextEncoder()
  return {
    target: 'coverage',
    entry: 'coverage/index.html',
    files: [
      {path: 'coverage/index.html', contents: encoder.encode(renderPage(course, report, style))},
      {
        path: 'coverage/coverage.json',
        contents: encoder.encode(`${JSON.stringify(toJson(course, report), undefined, 1)}\n`),
      },
    ],
  }
}

function toJson(course: Course, report: CoverageReport) {
  return {
    course: course.title,
    targets: report.targets,
    findings: report.findings,
    density: report.density,
    lectures: report.lectures,
    units: Array.from(groupByUnit(report), ([id, rows]) => ({
      id,
      kind: rows[0]?.unit.kind,
      section: rows[0]?.unit.section,
      source: `${rows[0]?.unit.sourcePath}:${rows[0]?.unit.line}`,
      outputs: rows
        // Where teacher material stands is nothing for a public file.
        .filter(({target}) => target.edition === 'student')
        .map(({locators, reason, state, target}) => ({
          ...target,
          state,
          reason,
          places: locators.map(({text}) => text),
        })),
    })),
  }
}

function groupByUnit(report: CoverageReport): Map<string, UnitCoverage[]> {
  return Map.groupBy(report.units, ({unit}) => unit.id)
}

const nameOf = (target: Target) => `${targetName(target)}${target.edition === 'teacher' ? '（教师）' : ''}`

function renderPage(course: Course, report: CoverageReport, style: string): string {
  const failed = report.findings.length > 0
  const verdict = failed
    ? `${report.findings.length} 处问题 / findings`
    : `${groupByUnit(report).size} 个内容块在 ${report.targets.length} 个输出中全部核对无误 / all blocks accounted for`
  const body = [
    h('header', [
      h('h1', `${course.title} · 覆盖报告`),
      h('p', {className: 'subtitle'}, '由成品文件逐一读回核对 / read back from the finished files'),
    ]),
    h('main', [
      h('p', {className: failed ? ['verdict', 'failed'] : ['verdict']}, verdict),
      ...(failed ? [renderFindings(report)] : []),
      h('h2', '小结 / Summary'),
      h('div', {className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: '小结'}, [renderSummary(report)]),
      ...(report.density.length > 0 ? [h('h2', '最满的幻灯片 / Densest slides'), renderDensity(report)] : []),
      ...(report.lectures.length > 0 ? [h('h2', '每讲的时间 / Time'), renderLectures(course, report)] : []),
      h('h2', '每一块 / Every block'),
      h('div', {className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: '每一块'}, [renderMatrix(report)]),
    ]),
  ]
  const tree = {
    type: 'root' as const,
    children: [
      {type: 'doctype' as const},
      h('html', {lang: course.language}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
          h('title', `${course.title} · 覆盖报告`),
          h('style', style),
        ]),
        h('body', body),
      ]),
    ],
  }
  return unified().use(rehypeStringify).stringify(tree)
}

function renderFindings(report: CoverageReport): Element {
  return h(
    'ul',
    report.findings.map(({artifact, line, reason, ruleId, sourcePath}) =>
      h('li', [`${sourcePath}:${line} `, h('strong', artifact), ` ${reason} `, h('code', ruleId)]),
    ),
  )
}

const states: readonly UnitState[] = ['shown', 'condensed', 'reading', 'left out', 'missing']

function renderSummary(report: CoverageReport): Element {
  const count = (target: Target, state: UnitState) =>
    report.units.filter((row) => row.target === target && row.state === state).length
  return h('table', [
    h('thead', [
      h('tr', [h('th', {scope: 'col'}, '输出'), ...states.map((state) => h('th', {scope: 'col'}, stateNames[state]))]),
    ]),
    h(
      'tbody',
      report.targets.map((target) =>
        h('tr', [
          h('th', {scope: 'row'}, nameOf(target)),
          ...states.map((state) => h('td', String(count(target, state)))),
        ]),
      ),
    ),
  ])
}

function renderMatrix(report: CoverageReport): Element {
  // The report is public: rows of teacher material give no text, and no links into teacher files.
  const rows = Array.from(groupByUnit(report).values(), (row) =>
    h('tr', [
      h('th', {scope: 'row'}, row[0]?.unit.section ?? ''),
      h('td', `${row[0]?.unit.sourcePath}:${row[0]?.unit.line}`),
      h('td', row[0]?.unit.kind ?? ''),
      ...report.targets.map((target) => renderCell(row.find((cell) => cell.target === target))),
    ]),
  )
  return h('table', [
    h('thead', [
      h('tr', [
        ...['节', '源', '类型'].map((name) => h('th', {scope: 'col'}, name)),
        ...report.targets.map((target) => h('th', {scope: 'col'}, nameOf(target))),
      ]),
    ]),
    h('tbody', rows),
  ])
}

function renderCell(cell: UnitCoverage | undefined): Element {
  if (!cell) return h('td')
  const isPublic = cell.target.edition === 'student'
  const places = cell.locators
    .slice(0, 4)
    .flatMap(({link, text}) => [' ', isPublic ? h('a', {href: `../${link}`}, text) : text])
  const className = cell.state === 'missing' ? 'state-missing' : cell.state === 'left out' ? 'state-left' : ''
  return h('td', {...(className ? {className} : {}), ...(cell.reason ? {title: cell.reason} : {})}, [
    stateNames[cell.state],
    ...places,
  ])
}

function renderLectures({chapters, lectures: plan}: Course, {lectures}: CoverageReport): Element {
  const rows = lectures.map(({from, seconds, slides}) => {
    const lecture = plan?.find((one) => one.from === from)
    const chapter = chapters.find(({id}) => id === from)
    const title = lecture?.title ?? `${chapter?.label ?? ''} ${toString([...(chapter?.title ?? [])])}`.trim()
    const planned = lecture?.minutes ?? chapter?.minutes ?? '—'
    return [title, String(slides), String(Math.round(seconds / 60)), String(planned)]
  })
  return renderTable(['讲 Lecture', '张 Slides', '分钟 Minutes', '计划 Plan'], rows, '每讲的时间')
}

function renderTable(
  head: readonly string[],
  rows: readonly (readonly ElementContent[] | readonly string[])[],
  label: string,
): Element {
  return h('div', {className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: label}, [
    h('table', [
      h('thead', [
        h(
          'tr',
          head.map((name) => h('th', {scope: 'col'}, name)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            row.map((cell) => h('td', cell)),
          ),
        ),
      ),
    ]),
  ])
}

/** So many slides are shown: those an author would look at first. */
const densest = 10

function renderDensity({density}: CoverageReport): Element {
  const loads = density.map((slide) => ({...slide, load: slide.characters + 2 * slide.words}))
  const rows = loads.toSorted((a, b) => b.load - a.load).slice(0, densest)
  return renderTable(
    ['幻灯片 Slide', '汉字 Characters', '词与数 Words', '行 Lines'],
    rows.map(({characters, heading, id, lines, slide, words}) => [
      h('a', {href: `../deck/index.html#/${id}`}, `${slide} ${heading}`),
      ...[characters, words, lines].map((count) => ({type: 'text' as const, value: String(count)})),
    ]),
    '最满的幻灯片',
  )
}
