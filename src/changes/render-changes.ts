import type {Artifact} from '../model/artifact.ts'
import type {CourseChanges} from '../model/changes.ts'
import {describeChanges, type DescribeOptions} from './describe-changes.ts'
import {renderHtml} from './render-html.ts'
import {renderMarkdown} from './render-markdown.ts'

/** `changes.html` and `changes.md`; those for teachers stand with their other files. */
export function renderChanges(changes: CourseChanges, options: DescribeOptions & {readonly style: string}): Artifact {
  const page = describeChanges(changes, options)
  const name = changes.edition === 'teacher' ? 'teacher/changes' : 'changes'
  const encoder = new TextEncoder()
  return {
    target: 'changes',
    entry: `${name}.html`,
    files: [
      {path: `${name}.html`, contents: encoder.encode(renderHtml(page, options.style))},
      {path: `${name}.md`, contents: encoder.encode(renderMarkdown(page))},
    ],
  }
}
