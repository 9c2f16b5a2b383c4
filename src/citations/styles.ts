import {plugins} from '@citation-js/core'
import '@citation-js/plugin-csl'
import CSL from 'citeproc'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {localeOf} from './locale-of.ts'
import {gb7714Numeric} from './gb-7714-numeric.ts'

/** Styles that need no file, by the name `csl:` gives them. */
export function namedStyles(): Readonly<Record<string, string>> {
  return {'gb-7714-numeric': gb7714Numeric, ...plugins.config.get('@csl').styles.data}
}

/** A style from a file; one that cannot be used is reported, and ours stands in. */
export function checkStyle(file: VFile | undefined): string {
  if (!file) return gb7714Numeric
  const style = String(file)
  try {
    // citeproc tells a style from other XML only when it uses it.
    new CSL.Engine(
      {retrieveLocale: localeOf, retrieveItem: () => undefined},
      style,
      'en-US',
      true,
    ).rebuildProcessorState([], 'html')
    if (/<style\b[^>]*\bclass=/u.test(style)) return style
  } catch {
    // Reported below, with what can be said to an author.
  }
  reportProblem(file, {
    ruleId: 'bibliography-is-valid',
    reason: '不是可用的 CSL 样式 / Unexpected style, expected an independent CSL 1.0 style',
    place: {line: 1, column: 1},
    hint: '从 Zotero 样式库下载独立样式 / download an independent style from the Zotero style repository',
  })
  return gb7714Numeric
}
