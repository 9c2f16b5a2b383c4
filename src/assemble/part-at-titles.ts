import type {FootnoteDefinition, Nodes, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import {plainTitle} from '../model/plain-title.ts'
import {isChapterId, type ParsedChapter} from '../model/parsed.ts'

/**
 * A chapter for each heading of rank 1 of a file, as books in one file have them (`chapter-begins: heading`). What is before the first
 * heading, and what the front matter says of objectives, time and name, is of the first; a footnote goes with those who refer to it. Files that
 * `course.yml` lists as one chapter are one.
 */
export function partAtTitles(parsed: ParsedChapter): ParsedChapter[] {
  const {children} = parsed.tree
  const titles = children.filter((node) => node.type === 'heading').filter(({depth}) => depth === 1)
  if (titles.length < 2 || parsed.file.data.laterFiles) return [parsed]
  const starts = titles.map((title) => children.indexOf(title))
  const notes = children.filter((node) => node.type === 'footnoteDefinition')
  const texts = starts.map((start, index) =>
    children.slice(index === 0 ? 0 : start, starts[index + 1]).filter(({type}) => type !== 'footnoteDefinition'),
  )
  const named = texts.map((nodes) => namedNotes(nodes, notes))
  const orphans = notes.filter((note) => !named.some((names) => names.has(note.identifier)))
  const {in: audience, slideLevel, slides} = parsed.metadata
  const ofFile = {
    ...(audience === undefined ? {} : {in: audience}),
    ...(slides === undefined ? {} : {slides}),
    ...(slideLevel === undefined ? {} : {slideLevel}),
  }
  return texts.map((nodes, index) => {
    const own = notes.filter(({identifier}) => named[index]?.has(identifier))
    // A note of two chapters is resolved in each.
    const tree = {...parsed.tree, children: [...nodes, ...structuredClone(own), ...(index === 0 ? orphans : [])]}
    const title = titles[index]
    if (index === 0 || !title) return {...parsed, tree}
    const id = title.data?.attributes?.id ?? ''
    const metadata = {id: isChapterId(id) ? id : '', title: '', objectives: [], covers: [], ...ofFile}
    return {...parsed, tree, metadata, laterTitle: plainTitle(title.children)}
  })
}

/** Of the notes that a text refers to, and of those in these. */
function namedNotes(nodes: readonly RootContent[], notes: readonly FootnoteDefinition[]): ReadonlySet<string> {
  const names = new Set<string>()
  const read = (node: Nodes) =>
    visit(node, 'footnoteReference', ({identifier}) => {
      if (names.has(identifier)) return
      names.add(identifier)
      for (const note of notes) if (note.identifier === identifier) read(note)
    })
  for (const node of nodes) read(node)
  return names
}
