import type {Element} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Course} from '../../model/course.ts'

export interface ReportPage {
  readonly style: string
  readonly subtitle: string
  readonly main: readonly Element[]
  /** After the content: its script. */
  readonly end?: readonly Element[]
}

/** The page of the coverage report around its content. */
export function reportPage(course: Course, {end = [], main, style, subtitle}: ReportPage): string {
  const title = `${course.title} · 覆盖报告`
  const tree = {
    type: 'root' as const,
    children: [
      {type: 'doctype' as const},
      h('html', {lang: course.language}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
          h('title', title),
          h('style', style.replaceAll('</', '<\\/')),
        ]),
        h('body', [
          h('header', [h('h1', title), h('p', {className: 'subtitle'}, subtitle)]),
          h('main', [...main]),
          ...end,
        ]),
      ]),
    ],
  }
  return unified().use(rehypeStringify).stringify(tree)
}
