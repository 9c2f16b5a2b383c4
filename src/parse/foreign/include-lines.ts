import {codeLines, quoted, type ForeignText} from './foreign-text.ts'

const mdbook = /^(?<indent>\s*)\{\{ *#(?<name>[a-z_]+) +(?<argument>[^{}]*?) *\}\}\s*$/u
const snippet = /^(?<indent>\s*)-{1,}8<-{1,} +["'](?<file>[^"']+)["']\s*$/u
const vitepress =
  /^(?<indent>\s*)<<<\s+(?<file>[^\s{}[\]]+)(?:\s*\{(?<lines>[^{}]*)\})?(?:\s*\[(?<title>[^\]]*)\])?\s*$/u
const docsify = /^(?<indent>\s*)\[(?<title>[^\]]*)\]\((?<file>[^\s()]+) +':include[^']*'\)\s*$/u

/** Includes of mdBook, MkDocs (`--8<--`), VitePress (`<<<`) and docsify on lines of their own become `::include`. */
export function translateIncludes({file, lines, note}: ForeignText): void {
  if (!lines.some((line) => /\{\{ *#|8<|<<<|:include/u.test(line))) return
  const isCode = codeLines(lines)
  for (const [index, line] of lines.entries()) {
    if (isCode[index]) continue
    const book = mdbook.exec(line)?.groups
    const found = book
      ? mdbookInclude(book)
      : (snippetInclude(line) ?? vitepressInclude(line, file.path) ?? docsifyInclude(line))
    if (found === undefined) continue
    const indent = /^\s*/u.exec(line)?.[0] ?? ''
    lines[index] = found ? indent + found : ''
    if (book?.['name'] !== 'title' && !found)
      note({tool: 'mdBook', construct: book?.['name'] ?? 'include', outcome: 'dropped'}, index)
  }
}

function mdbookInclude({argument = '', name = ''}: Record<string, string | undefined>): string | undefined {
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
  const {
    file = '',
    first,
    last,
    region = '',
  } = /^(?<file>.*?)(?::(?:(?<first>\d*)(?<last>:\d*)?|(?<region>[A-Za-z_][\w-]*)))?$/u.exec(written)?.groups ?? {}
  if (first === undefined || (!first && !last)) return {file, lines: '', region}
  const lines = last === undefined ? first : `${first || 1}-${last.slice(1)}`
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
