import {hash} from 'node:crypto'
import type {Element} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Course} from '../../model/course.ts'

export interface ReportPage {
  readonly style: string
  readonly subtitle: string
  readonly main: readonly Element[]
  /** After the content. */
  readonly script?: string
}

/** The page of the coverage report around its content. */
export function reportPage(course: Course, {main, script, style, subtitle}: ReportPage): string {
  const title = `${course.title} · 覆盖报告`
  const tree = {
    type: 'root' as const,
    children: [
      {type: 'doctype' as const},
      h('html', {lang: course.language}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('meta', {httpEquiv: 'Content-Security-Policy', content: policyFor(script)}),
          h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
          h('title', title),
          h('style', style.replaceAll('</', '<\\/')),
        ]),
        h('body', [
          h('header', [h('h1', title), h('p', {className: 'subtitle'}, subtitle)]),
          h('main', [...main]),
          ...(script === undefined ? [] : [h('script', script)]),
        ]),
      ]),
    ],
  }
  return unified().use(rehypeStringify).stringify(tree)
}

/** Content Security Policy: the styles and the script that stand in the page, and nothing from anywhere. */
function policyFor(script: string | undefined): string {
  const scripts = script === undefined ? [] : [`script-src 'sha256-${hash('sha256', script, 'base64')}'`]
  const others = ["default-src 'none'", "style-src 'unsafe-inline'", "base-uri 'none'", "form-action 'none'"]
  return [...others, ...scripts].join('; ')
}
