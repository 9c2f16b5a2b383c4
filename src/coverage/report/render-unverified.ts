import {h} from 'hastscript'
import type {Artifact} from '../../model/artifact.ts'
import type {Course} from '../../model/course.ts'
import type {Target} from '../../model/output.ts'
import {coverageJson} from './coverage-json.ts'
import {reportPage} from './report-page.ts'
import {targetName} from './words.ts'

/** The report of a build that was not read back: it says so, and nothing else. */
export function renderUnverified(course: Course, targets: readonly Target[], style: string): Artifact {
  const encoder = new TextEncoder()
  const open = targets.filter(({edition}) => edition === 'student')
  const nothing = {targets: open, units: [], findings: [], density: [], lectures: [], topics: [], objectives: []}
  const json = {...coverageJson(course, nothing), isVerified: false}
  const names = open.map((target) => targetName(target)).join('、')
  const main = [
    h('p', {className: ['verdict', 'failed']}, '没有核对过 / Not verified'),
    h('p', '这次构建用了 --no-verify，成品没有读回核对：内容可能缺失、改变，或泄露教师的材料。'),
    h(
      'p',
      'The build ran with --no-verify. Nobody has read its files back: content may be missing, changed or leaked.',
    ),
    h('p', `文件 Files: ${names}`),
    h('p', ['先核对，再发布 / Verify before you publish: ', h('code', 'lectern build')]),
  ]
  const page = reportPage(course, {style, subtitle: '未核对 / not read back from the finished files', main})
  return {
    target: 'coverage',
    entry: 'coverage/index.html',
    files: [
      {path: 'coverage/index.html', contents: encoder.encode(page)},
      {path: 'coverage/coverage.json', contents: encoder.encode(`${JSON.stringify(json, undefined, 1)}\n`)},
    ],
  }
}
