import type {Root} from 'hast'
import type {ArtifactProblem} from '../../model/coverage.ts'
import {checkPageHarm, checkSheetHarm, checkXmlHarm} from './check-harm.ts'
import {checkDeckScripts, checkPolicy} from './check-scripts.ts'

const decode = (contents: Uint8Array) => new TextDecoder().decode(contents)

/** What of the files of a deck runs that is not its own, or reaches out of its folder. */
export function checkDeckHarm(
  files: ReadonlyMap<string, Uint8Array>,
  pages: ReadonlyMap<string, Root>,
): ArtifactProblem[] {
  const names = new Set(files.keys())
  return [...files].flatMap(([name, contents]) => {
    const tree = pages.get(name)
    if (tree)
      return [...checkPageHarm(name, tree, names), ...checkDeckScripts(name, tree, files), ...checkPolicy(name, tree)]
    if (name.endsWith('.css')) return checkSheetHarm(name, decode(contents), names)
    return name.endsWith('.svg') ? checkXmlHarm(name, decode(contents), names) : []
  })
}

/** The same of the files in an e-book, in which no script has a place. */
export function checkEpubHarm(files: Readonly<Record<string, Uint8Array>>): ArtifactProblem[] {
  const names = new Set(Object.keys(files))
  return Object.entries(files).flatMap(([name, contents]): ArtifactProblem[] => {
    if (/\.(?:xhtml|opf|ncx|xml|svg)$/u.test(name)) return checkXmlHarm(name, decode(contents), names)
    if (name.endsWith('.css')) return checkSheetHarm(name, decode(contents), names)
    if (/\.(?:jpe?g|png|gif|webp|ttf|woff2|txt)$|^mimetype$/u.test(name)) return []
    return [{ruleId: 'nothing-runs', reason: `电子书里不该有这个文件 / Unexpected file in an e-book: ${name}`}]
  })
}
