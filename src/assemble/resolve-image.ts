import type {Nodes} from 'mdast'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {coursePath} from '../model/course-path.ts'
import type {ChapterScope} from './scope.ts'

/** Key of the resource, or `undefined` with a message when there is no such file. */
export function resolveImage(
  url: string,
  node: Nodes,
  scope: Pick<ChapterScope, 'file' | 'resources'>,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)) {
    reportProblem(scope.file, {
      ruleId: 'image-exists',
      reason: `图片 \`${url}\` 在网上 / Unexpected remote image \`${url}\`: lectern makes no network request`,
      place: node,
      hint: '把文件放进课程文件夹 / put the file into the course folder',
    })
    return undefined
  }
  const key = coursePath(url, scope.file.path)
  if (scope.resources.has(key)) return key
  reportProblem(scope.file, {
    ruleId: 'image-exists',
    reason: `找不到图片 \`${key}\`，或格式不受支持 / Cannot read image \`${key}\``,
    place: node,
    hint: scope.resources.size > 0 ? hintNearest(key, [...scope.resources.keys()]) : undefined,
  })
  return undefined
}
