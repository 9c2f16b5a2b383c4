import path from 'node:path'
import type {BuildResult} from '../build.ts'
import type {WrittenArtifact} from '../model/artifact.ts'
import type {CoverageReport, UnitState} from '../model/coverage.ts'
import {editions, targetName, type Edition} from '../model/output.ts'

/** What was written and what was found in it: two lines for each edition, however many files it has, and two for all. */
export function summarize({artifacts, report}: BuildResult, out: string): string[] {
  return [
    ...editions.flatMap((edition) => [
      ...fileLines(artifacts, edition, out),
      ...(report ? coverageLines(report, edition) : []),
    ]),
    ...singleFileLines(artifacts, out),
    ...(artifacts.length > 0
      ? [`  打开 open    ${path.join(out, 'index.html')} · ${path.join(out, 'coverage', 'index.html')}`]
      : []),
  ]
}

const names = {student: '学生版 student', teacher: '教师版 teacher'} as const

/** Names of the files in the edition's folder. */
function fileLines(artifacts: readonly WrittenArtifact[], edition: Edition, out: string): string[] {
  const own = artifacts.filter(({target}) => typeof target === 'object' && target.edition === edition)
  if (own.length === 0) return []
  const folder = edition === 'teacher' ? 'teacher/' : ''
  const files = own.map(({entry}) => entry.slice(folder.length))
  return [`  ${names[edition]} ${path.join(out, folder, '/')} ${files.join(' ')}`]
}

/** Blocks in each state, over all outputs of the edition; outputs where some are missing are named. */
function coverageLines({targets, units}: CoverageReport, edition: Edition): string[] {
  const own = units.filter(({target}) => target.edition === edition)
  const count = targets.filter((target) => target.edition === edition).length
  if (count === 0) return []
  const of = (...states: readonly UnitState[]) => own.filter(({state}) => states.includes(state)).length
  const lacking = new Set(own.filter(({state}) => state === 'missing').map(({target}) => targetName(target)))
  const states = [
    `全文 shown ${of('shown')}`,
    `要点与阅读文本 condensed ${of('condensed', 'reading')}`,
    `按规则不出 left out ${of('left out')}`,
    `缺失 missing ${of('missing')}${lacking.size > 0 ? ` (${[...lacking].join(', ')})` : ''}`,
  ]
  return [`  ${names[edition]} ${count} 个输出 outputs: ${states.join(' · ')}`]
}

/** Decks in one file, which are large. */
function singleFileLines(artifacts: readonly WrittenArtifact[], out: string): string[] {
  const singles = artifacts.flatMap(({files}) => files.filter(({path: file}) => file.endsWith('/deck.html')))
  const named = singles.map(({path: file, size}) => {
    return `${path.join(out, file)} (${(size / 1e6).toFixed(1)} MB)`
  })
  return named.length > 0 ? [`  单个文件 single file ${named.join(' · ')}`] : []
}
