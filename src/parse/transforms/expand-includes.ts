import path from 'node:path/posix'
import type {Code, Nodes, Paragraph, Root, RootContent} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import {SKIP, visit} from 'unist-util-visit'
import {VFile} from 'vfile'
import {describeRefusal} from '../../diagnostics/describe-refusal.ts'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {replaceAt} from '../../model/replace-at.ts'
import {coursePath} from '../../model/course-path.ts'
import type {Refusal} from '../../model/refusal.ts'
import type {ParseContext} from '../../model/parse-context.ts'
import {cutLines, type CutText} from '../cut-lines.ts'
import {mdbookInCode, readMdbookPath} from '../foreign/include-lines.ts'
import {parsedText} from '../parsed-text.ts'
import {readMarkdown, readText} from '../read-markdown.ts'
import {checkFences} from './check-fences.ts'
import {checkLeftoverFences} from './check-leftover-fences.ts'
import {reportForeign} from './report-foreign.ts'
import {resolveDefinitions} from './resolve-definitions.ts'

const known = [
  'file',
  'lines',
  'region',
  'lang',
  'title',
  'caption',
  'slide',
  'steps',
  'highlight',
  'startFrom',
  'class',
]

/**
 * `::include{file=… lines=3-18}` becomes what the file holds: Markdown as it stands, anything else as a listing. What
 * is included has the place of the directive, so that messages about it lead there.
 */
export function expandIncludes(tree: Root, file: VFile, context: ParseContext): void {
  visit(tree, 'leafDirective', (node, index, parent) => {
    if (node.name !== 'include' || !parent || index === undefined) return undefined
    const content = readInclude(node, file, context)
    replaceAt(parent.children, index, content as never[])
    return [SKIP, index + content.length]
  })
  visit(tree, 'code', (node) => {
    if (node.value.includes('{{')) includeInCode(node, file, context)
  })
}

/** `{{#include f.rs:2:10}}` among the lines of a listing (mdBook). */
function includeInCode(node: Code, file: VFile, {included, refusals}: ParseContext): void {
  node.value = node.value.replaceAll(mdbookInCode, (written: string, ...rest: unknown[]) => {
    const {indent = '', path: named = ''} = rest.at(-1) as Record<string, string | undefined>
    const {file: name, lines, region} = readMdbookPath(named)
    const location = coursePath(name, file.path)
    const source = included.get(location)
    const part = source && cutLines(String(source), {lines: clampLines(lines, String(source)), region})
    if (part) return part.text.replaceAll(/^(?=.)/gmu, indent).replaceAll(/^.*\bANCHOR(?:_END)?:.*\n?/gmu, '')
    if (source) reportMissingPart({name, wanted: `${lines}${region}`}, node, file)
    else reportRefused({name, refusal: refusals?.get(location) ?? 'missing'}, node, file)
    return written
  })
}

/** mdBook takes what there is of lines that a file has not. */
function clampLines(lines: string, source: string): string {
  const count = source.replace(/\n$/u, '').split('\n').length
  const {first, last} = /^(?<first>\d+)-(?<last>\d+)$/u.exec(lines)?.groups ?? {}
  return first && Number(last) > count ? `${first}-${count}` : lines
}

function reportMissingPart(
  {name, wanted}: {readonly name: string; readonly wanted: string},
  place: Nodes,
  file: VFile,
): void {
  const reason = `\`${name}\` 里没有 ${wanted} / Unexpected include: \`${name}\` has no ${wanted}`
  reportProblem(file, {ruleId: 'include-resolves', reason, place})
}

function reportRefused(
  {name, refusal}: {readonly name: string; readonly refusal: Refusal},
  place: Nodes,
  file: VFile,
): void {
  const {hint, reason} = describeRefusal(refusal)
  reportProblem(file, {
    ruleId: 'include-resolves',
    reason: `读不到 \`${name}\` / Unexpected include \`${name}\`: ${reason}`,
    place,
    hint: refusal === 'missing' ? '写相对于本章的路径 / write the path relative to this chapter' : hint,
  })
}

function readInclude(node: LeafDirective, file: VFile, {included, refusals}: ParseContext): RootContent[] {
  checkAttributes(node, file)
  const {file: given} = node.attributes ?? {}
  const name = given ?? ''
  const location = coursePath(name, file.path)
  const source = included.get(location)
  if (source) return includePart(node, {name, location, source}, file)
  reportRefused({name, refusal: refusals?.get(location) ?? 'missing'}, node, file)
  return [asWritten(node, file)]
}

interface Included {
  readonly name: string
  readonly location: string
  readonly source: VFile
}

function includePart(node: LeafDirective, {name, location, source}: Included, file: VFile): RootContent[] {
  const {lines, region} = node.attributes ?? {}
  const part = cutLines(String(source), {lines: lines ?? '', region: region ?? ''})
  if (part === undefined) {
    reportMissingPart({name, wanted: [lines, region].filter(Boolean).join(' ')}, node, file)
    return [asWritten(node, file)]
  }
  const own = fileOfPart(part, source)
  const content = markdownNames.has(path.extname(location).toLowerCase())
    ? includeMarkdown(own, node, file)
    : [includeCode(readText(own).slice(part.firstLine - 1), node)]
  hand(own, source)
  return content
}

/** The directive itself, marked, so that a reader sees that something is missing. */
function asWritten(node: LeafDirective, file: VFile): Paragraph {
  const {end, start} = node.position ?? {}
  const value =
    parsedText(file)
      .slice(start?.offset ?? 0, end?.offset ?? 0)
      .trim() || '::include'
  return {
    type: 'paragraph',
    children: [
      {
        type: 'inlineRole',
        role: 'span',
        data: {attributes: {id: '', classes: ['unresolved'], values: {}}},
        children: [{type: 'inlineCode', value}],
      },
    ],
    ...(node.position ? {position: node.position} : {}),
  }
}

/** Names of Markdown, of whatever tool. */
const markdownNames = new Set(['.markdown', '.md', '.mdx', '.qmd', '.rmd'])

/** A part of a file, with the lines that it has there. */
function fileOfPart({firstLine, text}: CutText, source: VFile): VFile {
  const part = new VFile({path: source.path, value: '\n'.repeat(firstLine - 1) + text})
  part.data = {...source.data}
  return part
}

/** Gives the messages of a part to the whole, once: another chapter may include it as well. */
function hand(part: VFile, source: VFile): void {
  const told = new Set(source.messages.map(String))
  for (const message of part.messages) if (!told.has(String(message))) source.messages.push(message)
}

function checkAttributes(node: LeafDirective, file: VFile): void {
  for (const key of Object.keys(node.attributes ?? {})) {
    if (key === 'id' || known.includes(key)) continue
    const reason = `\`::include\` 没有属性 \`${key}\` / Unexpected attribute \`${key}\``
    reportProblem(file, {ruleId: 'attribute-is-known', reason, place: node, hint: hintNearest(key, known)})
  }
}

/** It is checked as a file of its own: what it leaves open must not reach into the chapter, nor its definitions. */
function includeMarkdown(part: VFile, directive: LeafDirective, file: VFile): RootContent[] {
  const folder = path.dirname(directive.attributes?.['file'] ?? '')
  const {tree} = readMarkdown(part)
  for (const check of [reportForeign, checkFences, checkLeftoverFences, resolveDefinitions]) check(tree, part)
  visit(tree, (node) => {
    moveTo(node, directive)
    const isRelative = (url: string) => !/^(?:[a-z][a-z0-9+.-]*:|[#/])/iu.test(url)
    if ('url' in node && isRelative(node.url)) node.url = path.join(folder, node.url)
    if (node.type !== 'leafDirective' || node.name !== 'include') return
    const reason = '被包含的文件不能再包含 / Unexpected include inside an included file'
    reportProblem(file, {ruleId: 'include-resolves', reason, place: directive})
  })
  return tree.children.filter(({type}) => type !== 'yaml' && type !== 'definition')
}

/** Line and column only: offsets would be taken for those of the chapter's text. */
function moveTo(node: Nodes, {position}: LeafDirective): void {
  if (!position) return
  const {end, start} = position
  node.position = {
    start: {line: start.line, column: start.column},
    end: {line: end.line, column: end.column},
  }
}

const languages: Readonly<Record<string, string>> = {
  '.h': 'c',
  '.hs': 'haskell',
  '.js': 'javascript',
  '.py': 'python',
  '.rb': 'ruby',
  '.rs': 'rust',
  '.sh': 'bash',
  '.ts': 'typescript',
  '.txt': 'text',
  '.yml': 'yaml',
}

function includeCode(value: string, node: LeafDirective): Code {
  const {class: classes, file: location, id, lang, lines: _lines, region: _region, ...others} = node.attributes ?? {}
  const extension = path.extname(location ?? '')
  const pairs = Object.entries(others).map(([key, text]) => `${key}="${(text ?? '').replaceAll('"', '”')}"`)
  return {
    type: 'code',
    value,
    lang: lang ?? languages[extension] ?? (extension.slice(1) || 'text'),
    meta: `{${[...(id ? [`#${id}`] : []), ...wordsOf(classes).map((name) => `.${name}`), ...pairs].join(' ')}}`,
    ...(node.position ? {position: node.position} : {}),
  }
}

const wordsOf = (classes: string | null | undefined) => (classes ?? '').split(/\s+/u).filter(Boolean)
