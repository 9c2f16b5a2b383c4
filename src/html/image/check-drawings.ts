import type {VFile} from 'vfile'
import {reportProblem, type Problem} from '../../diagnostics/report-problem.ts'
import type {Chapter, Course, Resource} from '../../model/course.ts'
import {allBlocks, phrasingOf} from '../../model/walk.ts'
import {inlineSvg, type Loss} from './inline-svg.ts'

/** Reports what a drawing has in its file and cannot have where it is shown. */
export function checkDrawings(course: Course, files: ReadonlyMap<string, VFile>): void {
  const known = new Map<Resource, readonly Loss[]>()
  for (const chapter of course.chapters) {
    const file = files.get(chapter.sourcePath)
    for (const {place, resource} of drawingsIn(chapter, course)) {
      const losses = known.get(resource) ?? lossesOf(resource)
      known.set(resource, losses)
      if (file) for (const loss of losses) reportProblem(file, {...problemOf(loss, resource.path), place})
    }
  }
}

interface PlacedDrawing {
  readonly resource: Resource
  readonly place: Problem['place']
}

function* drawingsIn(chapter: Chapter, {resources}: Course): Generator<PlacedDrawing> {
  for (const block of allBlocks(chapter)) {
    const resource = block.type === 'figure' ? resources.get(block.resource) : undefined
    if (resource?.mediaType === 'image/svg+xml') yield {resource, place: block.position}
  }
  // In a line a drawing stands as its file, of which only what could do harm is gone.
  for (const {node} of phrasingOf(chapter)) {
    const resource = node.type === 'image' ? resources.get(node.url) : undefined
    if (resource?.written) yield {resource, place: node}
  }
}

/** Of the file as it was written. One of which nothing can be kept is lost as a whole. */
function lossesOf({contents, written}: Resource): readonly Loss[] {
  const losses = inlineSvg(new TextDecoder().decode(written ?? contents), '')?.losses
  return losses ?? (written ? [{kind: 'part', name: '<svg>'}] : [])
}

function problemOf({kind, name}: Loss, path: string): Problem {
  const what = name.length > 80 ? `${name.slice(0, 80)}…` : name
  switch (kind) {
    case 'file':
      return {
        ruleId: /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(name) ? 'image-is-local' : 'image-is-readable',
        reason: `图片 \`${path}\` 要用别的文件 \`${what}\` / Unexpected reference from \`${path}\` to \`${what}\`: a drawing has nothing but itself`,
        hint: '导出时把图片嵌进 SVG / embed it when you export the SVG',
      }
    case 'part':
      return {
        ruleId: 'html-is-safe',
        reason: `图片 \`${path}\` 里的 \`${what}\` 不会输出 / Unexpected \`${what}\` in \`${path}\`: it is left out`,
        hint: '导出成只有图形和 <text> 的 SVG（文字不要用 HTML），链接写在正文里 / export it as shapes and <text> without HTML, and put links into the text',
      }
    case 'style':
      return {
        ruleId: 'html-is-safe',
        reason: `图片 \`${path}\` 里的样式 \`${what}\` 不起作用 / Unexpected style \`${what}\` in \`${path}\`: it has no effect`,
        hint: '导出时把样式写成属性 / export it with presentation attributes',
      }
    default:
      return kind satisfies never
  }
}
