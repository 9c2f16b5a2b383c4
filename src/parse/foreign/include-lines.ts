import {matchGroups} from '../match-groups.ts'
import {proseLines, quoted, type ForeignText} from './foreign-text.ts'

const mdbook = /^(?<indent>\s*)\{\{ *#(?<name>[a-z_]+) +(?<argument>[^{}]*?) *\}\}\s*$/u
const snippet = /^(?<indent>\s*)-{1,}8<-{1,} +["'](?<file>[^"']+)["']\s*$/u
const vitepress =
  /^(?<indent>\s*)<<<\s+(?<file>[^\s{}[\]]+)(?:\s*\{(?<lines>[^{}]*)\})?(?:\s*\[(?<title>[^\]]*)\])?\s*$/u
const docsify = /^(?<indent>\s*)\[(?<title>[^\]]*)\]\((?<file>[^\s()]+) +':include[^']*'\)\s*$/u

/** Includes of mdBook, MkDocs (`--8<--`), VitePress (`<<<`) and docsify on lines of their own become `::include`. */
export function translateIncludes({file, lines}: ForeignText): void {
  if (!lines.some((line) => /\{\{ *#|8<|<<<|:include/u.test(line))) return
  for (const [index, line] of proseLines(lines)) {
    const found = includeOf(line, file.path)
    if (found !== undefined) lines[index] = (/^\s*/u.exec(line)?.[0] ?? '') + found
  }
}

const includeOf = (line: string, chapter: string): string | undefined =>
  mdbookInclude(line) ?? snippetInclude(line) ?? vitepressInclude(line, chapter) ?? docsifyInclude(line)

function mdbookInclude(line: string): string | undefined {
  const {argument, name} = matchGroups<'argument' | 'name'>(mdbook, line) ?? {argument: '', name: ''}
  // The title of its page.
  if (name === 'title') return ''
  if (!['include', 'rustdoc_include', 'playground', 'playpen'].includes(name)) return undefined
  return includeDirective(readMdbookPath(argument.split(/\s/u)[0] ?? ''))
}

export interface IncludedPart {
  readonly file: string
  readonly lines: string
  readonly region: string
}

/** `f.rs`, `f.rs:2`, `f.rs:2:10`, `f.rs:2:`, `f.rs::10`, `f.rs:anchor`. */
export function readMdbookPath(written: string): IncludedPart {
  const pattern = /^(?<file>.*?)(?::(?:(?<first>\d*)(?<last>:\d*)?|(?<region>[A-Za-z_][\w-]*)))?$/u
  const {file, first, last, region} = matchGroups<'file' | 'first' | 'last' | 'region'>(pattern, written) ?? {
    file: written,
    first: '',
    last: '',
    region: '',
  }
  if (!first && !last) return {file, lines: '', region}
  const lines = last === '' ? first : `${first || 1}-${last.slice(1)}`
  return {file, lines, region}
}

/** A listing of mdBook says in its code what it includes. */
export const mdbookInCode = /^(?<indent>[^\S\n]*)\{\{ *#(?:rustdoc_)?include +(?<path>[^{}\s]+) *\}\}[^\S\n]*$/gmu

function snippetInclude(line: string): string | undefined {
  const {file} = snippet.exec(line)?.groups ?? {}
  return file === undefined ? undefined : includeDirective(readMdbookPath(file))
}

function vitepressInclude(line: string, chapter: string): string | undefined {
  const {file, lines: marks = '', title} = vitepress.exec(line)?.groups ?? {}
  if (file === undefined) return undefined
  const [name = '', region = ''] = file.split('#')
  const up = '../'.repeat(chapter.split('/').length - 1)
  const highlight = marks.split(/\s/u).find((one) => /^[\d,-]+$/u.test(one))
  const part = includeDirective({file: name.replace(/^@\//u, up), lines: '', region})
  const more = [...(highlight ? [`highlight=${quoted(highlight)}`] : []), ...(title ? [`title=${quoted(title)}`] : [])]
  return more.length > 0 ? `${part.slice(0, -1)} ${more.join(' ')}}` : part
}

function docsifyInclude(line: string): string | undefined {
  const {file} = docsify.exec(line)?.groups ?? {}
  return file === undefined ? undefined : includeDirective({file, lines: '', region: ''})
}

function includeDirective({file, lines, region}: IncludedPart): string {
  return `::include{file=${quoted(file)}${lines ? ` lines=${lines}` : ''}${region ? ` region=${region}` : ''}}`
}
