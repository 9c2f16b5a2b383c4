import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Artifact} from '../../model/artifact.ts'
import type {Course} from '../../model/course.ts'
import type {CoverageReport} from '../../model/coverage.ts'
import {renderBlocks} from './block-list.ts'
import {coverageJson} from './coverage-json.ts'
import {reportScript} from './filter-script.ts'
import {reportPage} from './report-page.ts'
import {renderMatrix, reportSections, type ReportSection} from './section-matrix.ts'
import {
  renderDensity,
  renderFindings,
  renderLectures,
  renderObjectives,
  renderSummary,
  renderTopics,
} from './summaries.ts'
import {stateNames, states} from './words.ts'

/** `coverage/index.html` for people and `coverage/coverage.json` for programs. */
export function renderReport(course: Course, report: CoverageReport, style: string): Artifact {
  const encoder = new TextEncoder()
  const json = `${JSON.stringify(coverageJson(course, report), undefined, 1)}\n`
  return {
    target: 'coverage',
    entry: 'coverage/index.html',
    files: [
      {path: 'coverage/index.html', contents: encoder.encode(renderPage(course, report, style))},
      {path: 'coverage/coverage.json', contents: encoder.encode(json)},
    ],
  }
}

function renderPage(course: Course, report: CoverageReport, style: string): string {
  const subtitle = '由成品文件逐一读回核对 / read back from the finished files'
  return reportPage(course, {style, subtitle, main: renderBody(course, report), script: reportScript})
}

function renderBody(course: Course, report: CoverageReport): Element[] {
  const sections = reportSections(course, report)
  const isFailed = report.findings.length > 0
  const blocks = sections.reduce((sum, {rows}) => sum + rows.length, 0)
  const verdict = isFailed
    ? `${report.findings.length} 处问题 / findings`
    : `${blocks} 个内容块在 ${report.targets.length} 个输出中全部核对无误 / all blocks accounted for`
  return [
    h('p', {className: isFailed ? ['verdict', 'failed'] : ['verdict']}, verdict),
    ...(isFailed ? [renderFindings(report)] : []),
    ...chapterOf('小结 / Summary', [renderSummary(report)]),
    ...chapterOf('各节 / Sections', [renderMatrix(sections, report)]),
    ...chapterOf('每一块 / Every block', [renderFilter(blocks), ...renderBlocks(sections, report)]),
    ...(report.topics.length > 0 ? chapterOf('大纲 / Syllabus', [renderTopics(course, report)]) : []),
    ...(report.objectives.length > 0
      ? chapterOf('目标 / Objectives', [renderObjectives(report, names(sections))])
      : []),
    ...(report.lectures.length > 0 ? chapterOf('每讲的时间 / Time', [renderLectures(course, report)]) : []),
    ...(report.density.length > 0 ? chapterOf('最满的幻灯片 / Densest slides', [renderDensity(report)]) : []),
  ]
}

const chapterOf = (title: string, content: readonly Element[]): Element[] => [h('h2', title), ...content]

const names = (sections: readonly ReportSection[]) => new Map(sections.map(({id, name}) => [id, name]))

function renderFilter(count: number): Element {
  return h('p', {className: 'filter'}, [
    h('label', ['找字句 Words ', h('input', {id: 'words', type: 'search'})]),
    ' ',
    h('label', [
      '状态 State ',
      h('select', {id: 'state'}, [
        h('option', {value: ''}, '全部 all'),
        ...states.map((state) => h('option', {value: state.replace(' ', '-')}, `${stateNames[state]} ${state}`)),
      ]),
    ]),
    ' ',
    h('span', {id: 'count', ariaLive: 'polite'}, String(count)),
  ])
}
