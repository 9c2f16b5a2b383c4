import {describe, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build.ts'
import {summarize} from '../../src/cli/summarize.ts'
import type {WrittenArtifact} from '../../src/model/artifact.ts'
import type {ContentUnit, CoverageReport, UnitState} from '../../src/model/coverage.ts'
import {editions, handoutLayouts, type Edition, type Target} from '../../src/model/output.ts'

const everyTarget = (edition: Edition): Target[] => [
  {output: 'deck', edition},
  {output: 'epub', edition},
  {output: 'pdf', edition},
  {output: 'slides', edition},
  ...handoutLayouts.map((layout): Target => ({output: 'handout', edition, layout})),
]

function artifactOf(target: Target): WrittenArtifact {
  const folder = target.edition === 'teacher' ? 'teacher/' : ''
  const layout = target.output === 'handout' ? `-${target.layout}` : ''
  const entry = target.output === 'deck' ? `${folder}deck/index.html` : `${folder}small-${target.output}${layout}`
  const single = {path: `${folder}deck/deck.html`, size: 2_500_000}
  return {
    target,
    entry,
    files: [{path: entry, size: 0}, ...(target.output === 'deck' ? [single] : [])],
  }
}

const unit: ContentUnit = {
  id: 'a',
  kind: 'prose',
  chapter: 'one',
  section: '1.1',
  number: '',
  sourcePath: '01.md',
  line: 1,
  texts: [],
  repeated: [],
  alternatives: [],
  readings: [],
  code: '',
  formulas: [],
  outputs: [],
  editions: [],
  rules: [],
}

function reportOf(states: readonly (readonly [Target, UnitState])[]): CoverageReport {
  const units = states.map(([target, state]) => ({unit, target, state, locators: [], reason: ''}))
  const targets = [...new Set(states.map(([target]) => target))]
  return {targets, units, findings: [], density: [], lectures: [], topics: [], objectives: []}
}

const resultOf = (targets: readonly Target[], report?: CoverageReport): BuildResult => {
  return {files: [], artifacts: targets.map((target) => artifactOf(target)), rejected: '', ...(report ? {report} : {})}
}

describe('the summary', () => {
  test('of every output in both editions leaves room for two lines more of ten', () => {
    const targets = editions.flatMap((edition) => everyTarget(edition))
    const lines = summarize(resultOf(targets, reportOf(targets.map((target) => [target, 'shown']))), 'dist')
    expect(lines.length).toBeLessThanOrEqual(8)
    expect(lines.filter((line) => line.includes('\n'))).toEqual([])
    const files = targets.map((target) => artifactOf(target).entry.replace('teacher/', ''))
    for (const file of files) expect(lines.join('\n')).toContain(file)
  })

  test('counts blocks in each state over the outputs of an edition, and names those that lack some', () => {
    const [deck, epub, pdf] = everyTarget('student')
    if (!deck || !epub || !pdf) throw new Error('There are more')
    const report = reportOf([
      [deck, 'condensed'],
      [deck, 'reading'],
      [epub, 'shown'],
      [epub, 'missing'],
      [pdf, 'left out'],
      [{output: 'deck', edition: 'teacher'}, 'shown'],
    ])
    expect(summarize(resultOf([], report), 'dist')).toEqual([
      '  学生版 student 3 个输出 outputs: 全文 shown 1 · 要点与阅读文本 condensed 2 · 按规则不出 left out 1 · 缺失 missing 1 (epub)',
      '  教师版 teacher 1 个输出 outputs: 全文 shown 1 · 要点与阅读文本 condensed 0 · 按规则不出 left out 0 · 缺失 missing 0',
    ])
  })

  test('of nothing is empty', () => {
    expect(summarize(resultOf([]), 'dist')).toEqual([])
  })
})
