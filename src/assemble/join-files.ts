import type {FootnoteDefinition, Heading, Nodes, Root, RootContent} from 'mdast'
import type {Point, Position} from 'unist'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {ChapterMetadata, ParsedChapter} from '../model/parsed.ts'
import {anchorOf} from './file-anchor.ts'

/** Chapters from files in order: the number of files of each is given. */
export function joinChapters(parsed: readonly ParsedChapter[], counts: readonly number[]): ParsedChapter[] {
  const waiting = [...parsed]
  return counts.flatMap((count) => {
    const [first, ...later] = waiting.splice(0, count)
    return first ? [joinFiles(first, later)] : []
  })
}

/**
 * One chapter of several files, each of which was parsed alone. The front matter and the heading of the first are the chapter's; a heading of the
 * first rank in a later one, or the title in its front matter, begins a section, and all its headings go down with it. Lines are counted through
 * the files, so that they have one order: `fileAt` and `sourcePlace` lead back.
 */
function joinFiles(first: ParsedChapter, later: readonly ParsedChapter[]): ParsedChapter {
  if (later.length === 0) return first
  const files = [first, ...later]
  const taken = new Set(notesIn(first.tree).map(({identifier}) => identifier))
  const laterFiles = []
  let firstLine = 1 + lengthOf(first)
  nameAnchors(first)
  for (const one of later) {
    const length = lengthOf(one)
    reportLeft(beginSection(one), one)
    renameNotes(one, taken)
    nameAnchors(one)
    markBeginning(one)
    const beginning = {line: firstLine, column: 1}
    for (const node of one.tree.children) moveDown(node, firstLine - 1, {start: beginning, end: beginning})
    laterFiles.push({file: one.file, firstLine})
    firstLine += length
  }
  first.file.data.labels = new Set(files.flatMap(({file}) => [...(file.data.labels ?? [])]))
  first.file.data.laterFiles = laterFiles
  return {
    ...first,
    metadata: {
      ...first.metadata,
      objectives: files.flatMap(({metadata}) => metadata.objectives),
      covers: files.flatMap(({metadata}) => metadata.covers),
    },
    tree: {...first.tree, children: files.flatMap(({tree}) => tree.children)},
  }
}

const lengthOf = ({file, tree}: ParsedChapter) =>
  Math.max(String(file).split('\n').length, tree.position?.end.line ?? 1)

/** Makes the heading of a later file that of a section; gives the keys of its front matter that have no use there. */
function beginSection({metadata, tree}: ParsedChapter): string[] {
  const {covers: _covers, id, objectives: _objectives, title, ...others} = metadata
  const headings = () => tree.children.filter((node): node is Heading => node.type === 'heading')
  if (title && headings().every(({depth}) => depth > 1)) tree.children.unshift(headingOf(title, tree))
  const heading = headings().find(({depth}) => depth === 1)
  if (heading) for (const one of headings()) one.depth = Math.min(6, one.depth + 1) as Heading['depth']
  const isNamed = id !== '' && heading !== undefined && nameHeading(heading, id)
  return [...(id === '' || isNamed ? [] : ['id']), ...keysOf(others)]
}

const keysOf = ({in: audience, minutes, slideLevel, slides}: Partial<ChapterMetadata>) =>
  Object.entries({minutes, slides, 'slide-level': slideLevel, in: audience}).flatMap(([key, value]) =>
    value === undefined ? [] : [key],
  )

/** The place is that of the front matter, which has the title. */
function headingOf(title: string, {children}: Root): Heading {
  const position = children.find(({type}) => type === 'yaml')?.position
  return {type: 'heading', depth: 1, children: [{type: 'text', value: title}], ...(position ? {position} : {})}
}

/** What names a file as a chapter of its own names its section; whether the heading has no other name. */
function nameHeading(heading: Heading, id: string): boolean {
  const attributes = heading.data?.attributes ?? {id: '', classes: [], values: {}}
  if (attributes.id) return attributes.id === id
  heading.data = {...heading.data, attributes: {...attributes, id}}
  return true
}

function reportLeft(keys: readonly string[], {file, tree}: ParsedChapter): void {
  if (keys.length === 0) return
  const list = keys.map((key) => `\`${key}\``).join(', ')
  reportProblem(file, {
    ruleId: 'front-matter-key-is-known',
    reason: `这是一章的后续文件，前置元数据 ${list} 不会用 / Unexpected keys of front matter: ${list}, which only the first file of a chapter has`,
    place: tree.children.find(({type}) => type === 'yaml'),
    hint: '写在这一章的第一个文件里，或写在标题上 / write them in the first file of the chapter, or on a heading',
    cause: 'keys of later files',
  })
}

/** Each file has footnotes of its own. No name that an author gives has a space. */
function renameNotes({file, tree}: ParsedChapter, taken: Set<string>): void {
  const own = notesIn(tree).map(({identifier}) => identifier)
  for (const node of nodesIn(tree)) {
    const isNote = node.type === 'footnoteDefinition' || node.type === 'footnoteReference'
    if (isNote && taken.has(node.identifier)) node.identifier = `${node.identifier} ${file.path}`
  }
  for (const name of own) taken.add(name)
}

const notesIn = (tree: Root): FootnoteDefinition[] =>
  Array.from(nodesIn(tree)).filter((node) => node.type === 'footnoteDefinition')

/** The places that HTML marks are known by their file as well: another of the chapter may mark one of the same name. */
function nameAnchors({file, tree}: ParsedChapter): void {
  for (const node of nodesIn(tree)) {
    const names = node.data?.anchors
    if (names) node.data = {...node.data, anchors: [...names.map((name) => anchorOf(file.path, name)), ...names]}
  }
}

/** What shows nothing where it is, or not to all readers. */
const passedOver: ReadonlySet<string> = new Set(['definition', 'footnoteDefinition', 'pause', 'thematicBreak', 'yaml'])
const narrow: ReadonlySet<string> = new Set(['except', 'notes', 'only', 'slide', 'solution'])

/** Links to the file lead to the first block that all readers of the chapter see. */
function markBeginning({file, tree: {children, data}}: ParsedChapter): void {
  const shown = children.filter((node) => !passedOver.has(node.type))
  const isForAll = (node: RootContent) => node.type !== 'containerDirective' || !narrow.has(node.name)
  const first = shown.find((node) => isForAll(node)) ?? shown[0]
  if (!first) return
  const anchors = [anchorOf(file.path), ...(data?.anchors ?? []), ...(first.data?.anchors ?? [])]
  first.data = {...first.data, anchors}
}

/** Every node below and with another, those in their data included. */
function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node
  for (const child of innerNodes(node)) yield* nodesIn(child)
}

const innerNodes = (node: Nodes): readonly Nodes[] => [
  ...('children' in node ? node.children : []),
  ...(node.data?.caption ?? []),
]

/** Offsets would be those of another text, and what has no place has that of what it is in. */
function moveDown(node: Nodes, lines: number, outer: Position): void {
  const point = ({column, line}: Point) => ({line: line + lines, column})
  const own = node.position
  const position = own ? {start: point(own.start), end: point(own.end)} : outer
  node.position = position
  for (const child of innerNodes(node)) moveDown(child, lines, position)
}
