import path from 'node:path/posix'
import {decodeUrl} from '../model/course-path.ts'
import {headingOf, isMarkdown, markdownExtensions} from './markdown-files.ts'
import type {BookFiles, Draft, Outline, OutlinePart, OutlineProblem, Variables} from './outline.ts'
import {languageOf} from './language-of.ts'
import {settleBibliography} from './settle-bibliography.ts'
import {translationsOf} from './translations-of.ts'

/** Where the names of a draft lead, and in which file of the tool each was named first. */
interface Settling {
  readonly files: BookFiles
  readonly seen: Set<string>
  readonly problems: OutlineProblem[]
}

/** Extensions of what other tools read and lectern does not. */
const foreignExtensions = ['.ipynb', '.rst', '.html', '.txt', '.org', '.adoc', '.tex', '.py', '.R'] as const

/**
 * Resolves the paths of a draft: a file comes once, where it is named first; what is missing, outside the folder, named
 * again or no Markdown is a problem. `name` is the title where nothing else is one.
 */
export function settleOutline(draft: Draft, files: BookFiles, {name, tool}: {name: string; tool: string}): Outline {
  const settling: Settling = {files, seen: new Set(), problems: [...(draft.problems ?? [])]}
  const front = settleList(draft.front ?? [], settling)
  const parts = joinUntitled(draft.parts.map((part) => ({...part, chapters: settleList(part.chapters, settling)})))
  const back = settleList(draft.back ?? [], settling)
  const all = [...front, ...parts.flatMap(({chapters}) => chapters), ...back]
  const works = settleBibliography(draft.bibliography ?? [], all, files)
  const readme = ['README.md', 'readme.md', 'index.md', ...all].find((file) => files.paths.has(file))
  return {
    tool,
    title: draft.title ?? (readme && headingOf(files, readme)) ?? name,
    language: validLanguage(draft.language) ?? languageOf(all.slice(0, 20).map((file) => files.textOf(file) ?? '')),
    authors: draft.authors ?? [],
    // A book is more than what is before and after its chapters.
    ...(parts.length > 0 ? {front, parts, back} : {front: [], parts: [{chapters: [...front, ...back]}], back: []}),
    bibliography: works.bibliography,
    variables: writtenIn(all, draft.variables ?? {}, files),
    chapterBegins: chapterBegins(all, files),
    problems: [...settling.problems, ...works.problems, ...translationsOf(all, files)],
  }
}

function chapterBegins([file = '', ...others]: readonly string[], files: BookFiles): Outline['chapterBegins'] {
  return others.length === 0 && titlesIn(files.textOf(file) ?? '') > 1 ? 'heading' : 'file'
}

/** The variables that chapters write: where there are none, double braces are text. */
function writtenIn(chapters: readonly string[], variables: Variables, files: BookFiles): Variables {
  const all = Object.entries(variables)
  if (all.length === 0) return {}
  const texts = chapters.map((file) => files.textOf(file) ?? '')
  const names = new Set(
    texts.flatMap((text) => Array.from(text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/gu), ([, name]) => name)),
  )
  return Object.fromEntries(all.filter(([name]) => names.has(name)))
}

/** How many headings of rank 1 a text has outside of its listings. */
const titlesIn = (text: string) =>
  text.replaceAll(/^ {0,3}(?<fence>`{3,}|~{3,})[^]*?^ {0,3}\k<fence>/gmu, '').match(/^#[ \t]+\S/gmu)?.length ?? 0

function settleList(references: readonly string[], settling: Settling): string[] {
  return references.flatMap((reference) => {
    const found = settle(reference, settling)
    if (typeof found === 'string') return [found]
    if (found) settling.problems.push(found)
    return []
  })
}

/** The file; a problem; or neither, where a chapter is named again for a place in it. */
function settle(reference: string, {files, seen}: Settling): string | OutlineProblem | undefined {
  const [bare = '', place] = reference.split(/[?#]/u)
  const normal = path.normalize(decodeUrl(bare))
  if (normal === '..' || normal.startsWith('../') || path.isAbsolute(normal)) return {kind: 'outside', path: reference}
  const resolved = [normal, ...alternatives(normal)].find((file) => files.paths.has(file))
  if (resolved === undefined) return {kind: 'missing', path: reference}
  if (!isMarkdown(resolved)) return {kind: 'not-markdown', path: resolved}
  if (seen.has(resolved)) return place === undefined ? {kind: 'duplicate', path: resolved} : undefined
  seen.add(resolved)
  return resolved
}

/** Files that a name without its extension may mean, or a page that is made from one. */
function alternatives(name: string): string[] {
  const stem = name.replace(/\/$/u, '').replace(/\.html$/u, '')
  const bases = stem === '.' || stem === '' ? [] : [stem]
  const indexes = ['index', 'README', 'readme', '_index'].map((index) => path.join(stem, index))
  const spelled = markdownExtensions.flatMap((extension) => (extension === '.rmd' ? ['.Rmd', '.rmd'] : [extension]))
  const all = [...spelled, ...foreignExtensions]
  return [...bases, ...indexes].flatMap((base) => all.map((extension) => base + extension))
}

/** Parts that have chapters; neighbours without a title are one. */
function joinUntitled(parts: readonly OutlinePart[]): OutlinePart[] {
  const joined: OutlinePart[] = []
  for (const part of parts.filter(({chapters}) => chapters.length > 0)) {
    const last = joined.at(-1)
    if (last && last.title === part.title) {
      joined[joined.length - 1] = {...last, chapters: [...last.chapters, ...part.chapters]}
    } else joined.push(part)
  }
  return joined
}

/** A language as BCP 47 has it; tools write `zh_CN`, and mdBook's `en` stands in its template. */
function validLanguage(language: string | undefined): string | undefined {
  const [, primary = '', rest = ''] = /^([a-z]{2,3})((?:[-_][a-z0-9]{2,8})*)$/iu.exec(language ?? '') ?? []
  if (primary === '') return undefined
  const tag = primary.toLowerCase() + rest.replaceAll('_', '-')
  return tag === 'zh' || tag.toLowerCase() === 'zh-hans' ? 'zh-CN' : tag
}
