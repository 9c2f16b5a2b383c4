import type {Code} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Listing, ListingLine} from '../../model/block.ts'
import type {Attributes} from '../../model/parsed.ts'
import {blockBase} from '../block-base.ts'
import {checkAttributes, type KnownAttributes} from '../check-attributes.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {codeCaption} from './code-caption.ts'
import {readLineSet} from './read-line-set.ts'

const noAttributes: Attributes = {id: '', classes: [], values: {}}
/** Switches of Pandoc, Docusaurus and VitePress: each asks for line numbers. */
const numbering = ['numberLines', 'line-numbers', 'showLineNumbers', 'lineNumbers']
const known: KnownAttributes = {
  of: ['代码块', 'a listing'],
  names: ['title', 'steps', 'slide', 'code-line-numbers', 'highlight', 'added', 'removed', 'startFrom', ...numbering],
}

/** A listing; numbered when it has a title or an id. */
export function buildListing(written: Code, scope: Scope): Listing {
  const base = blockBase(written, scope)
  const node = withoutBlankEdges(written)
  const attributes = node.data?.attributes ?? noAttributes
  const {id, values} = attributes
  checkAttributes(node, known, scope)
  const title = codeCaption(node)
  const steps = readSteps(node, values, scope)
  const label = title.length > 0 || id ? {label: numberBlock('listing', base.id, scope.chapter)} : {}
  return {
    type: 'listing',
    ...base,
    language: node.lang ?? '',
    code: node.value,
    title,
    lines: buildLines(node, steps.length === 1 ? (steps[0] ?? []) : [], scope),
    ...readFirstNumber(attributes),
    steps: steps.length > 1 ? steps : [],
    ...readExcerpt(values['slide'] ?? '', node, scope),
    ...label,
  }
}

/** Blank lines around code show nothing, least of all on a slide of their own; where lines are counted, they stay. */
function withoutBlankEdges(node: Code): Code {
  const {title: _title, ...counting} = node.data?.attributes?.values ?? {}
  const isCounted = Object.keys(counting).length > 0 || (node.data?.annotations?.length ?? 0) > 0
  const value = node.value.replace(/^(?:[^\S\n]*\n)+/u, '').replace(/(?:\n[^\S\n]*)+$/u, '')
  return isCounted || !value.trim() ? node : {...node, value}
}

function readSteps(node: Code, values: Attributes['values'], scope: Scope): (readonly number[])[] {
  const sets = (values['steps'] ?? values['code-line-numbers'] ?? '').split('|')
  return sets.filter((set) => set.trim()).map((set) => linesOf(set, node, scope))
}

function readFirstNumber({classes, values}: Attributes): Pick<Listing, 'firstNumber'> {
  const isNumbered = [...classes, ...Object.keys(values)].some(
    (name) => name === 'startFrom' || numbering.includes(name),
  )
  return isNumbered ? {firstNumber: Number(values['startFrom']) || 1} : {}
}

/** One set of lines alone is not a step: reveal.js brings it out from the start, and so does the book. */
function buildLines(node: Code, single: readonly number[], scope: Scope): ListingLine[] {
  const {added = '', highlight = '', removed = ''} = node.data?.attributes?.values ?? {}
  const count = node.value.split('\n').length
  const read = (set: string) => new Set(set ? linesOf(set, node, scope) : [])
  const marked = {highlighted: new Set([...read(highlight), ...single]), added: read(added), removed: read(removed)}
  const annotations = new Map(node.data?.annotations?.map(({line, number}) => [line, number]))
  return Array.from({length: count}, (_, index): ListingLine => {
    const line = index + 1
    const mark = (['added', 'removed', 'highlighted'] as const).find((kind) => marked[kind].has(line))
    const annotation = annotations.get(line)
    return {line, ...(mark ? {mark} : {}), ...(annotation === undefined ? {} : {annotation})}
  })
}

/** The lines of `1,3-5` or `all`; what does not exist is reported. */
function linesOf(set: string, node: Code, scope: Scope): readonly number[] {
  const count = node.value.split('\n').length
  const lines = readLineSet(set, count)
  if (lines) return lines
  reportProblem(scope.chapter.file, {
    ruleId: 'line-exists',
    reason: `代码没有 \`${set}\` 这些行 / Unexpected lines \`${set}\`: the listing has ${count}`,
    place: node,
    hint: '例如 For instance: 3, 1-4, 1,3-5, all',
  })
  return []
}

/** `3-18`, `7` or `all`. Lines that the listing does not have are no excerpt. */
function readExcerpt(slide: string, node: Code, scope: Scope): Pick<Listing, 'excerpt'> {
  if (!/^(?:all|\d+(?:-\d+)?)$/u.test(slide)) return {}
  const lines = linesOf(slide, node, scope)
  const [first = 0, last = first] = [lines[0], lines.at(-1)]
  return lines.length > 0 ? {excerpt: [first, last]} : {}
}
