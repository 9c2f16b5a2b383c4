import {strFromU8, strToU8, unzipSync, zipSync, type Zippable} from 'fflate'
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import {visitParents} from 'unist-util-visit-parents'
import type {Choose} from './chooser.ts'
import type {Changes, Files, Mutation} from './mutant.ts'

/** Pieces of markup that are looked into one by one: the slides of a deck, the documents of an e-book, a page. */
export interface Markup {
  readonly pieces: ReadonlyMap<string, string>
  /** The files with some pieces edited, wherever they stand. */
  readonly write: (edits: Edits) => Changes
}

export type Edit = (source: string) => string
export type Edits = ReadonlyMap<string, Edit>
export type OpenMarkup = (files: Files) => Markup

/** An element, with where it stands in its piece. */
export interface Found {
  readonly piece: string
  /** Among those that are wanted in its piece. */
  readonly index: number
  readonly element: Element
  readonly ancestors: readonly Element[]
  readonly source: string
  readonly start: number
  readonly end: number
}

export type Wanted = (element: Element, ancestors: readonly Element[]) => boolean

const slide = /<section id="(?<id>[^"]+)"[\s\S]*?<\/section>/gu

const textOf = (files: Files, name: string): string => {
  const bytes = files.get(name)
  if (!bytes) throw new Error(`${name} is missing`)
  return strFromU8(bytes)
}

/** The slides of a deck: an edit is made in the whole deck, in its chapter's and in the one in a single file. */
export const openDeck =
  (folder: 'deck/' | 'teacher/deck/' = 'deck/'): OpenMarkup =>
  (files) => {
    const pages = [...files.keys()].filter((name) => name.startsWith(folder) && name.endsWith('.html'))
    const main = textOf(files, `${folder}index.html`)
    const pieces = new Map(Array.from(main.matchAll(slide), ([source, id = '']) => [id, source]))
    const write = (edits: Edits): Changes => {
      const edited = pages.map((name): [string, string, string] => {
        const before = textOf(files, name)
        const after = before.replaceAll(slide, (source, id: string) => edits.get(id)?.(source) ?? source)
        return [name, before, after]
      })
      return new Map(
        edited.filter(([, before, after]) => before !== after).map(([name, , after]) => [name, strToU8(after)]),
      )
    }
    return {pieces, write}
  }

/** All HTML of a deck as it is, page by page. */
export const openDeckPages =
  (folder: 'deck/' | 'teacher/deck/' = 'deck/'): OpenMarkup =>
  (files) =>
    openFiles((name) => name.startsWith(folder) && name.endsWith('.html'))(files)

/** Text files, each one piece. */
export const openFiles =
  (isWanted: (name: string) => boolean): OpenMarkup =>
  (files) => {
    const names = [...files.keys()].filter((name) => isWanted(name))
    const pieces = new Map(names.map((name) => [name, textOf(files, name)]))
    return {
      pieces,
      write: (edits) => new Map([...edits].map(([name, edit]) => [name, strToU8(edit(pieces.get(name) ?? ''))])),
    }
  }

export const bookPath = 'large-models.epub'

/** The text files inside the e-book. */
export const openBook =
  (isWanted: (name: string) => boolean = (name) => /chapter-\d+\.xhtml$/u.test(name)): OpenMarkup =>
  (files) => {
    const entries = unzipBook(files)
    const names = Object.keys(entries).filter((name) => isWanted(name))
    const pieces = new Map(names.map((name) => [name, strFromU8(entries[name] ?? new Uint8Array())]))
    return {
      pieces,
      write: (edits) => {
        const edited = [...edits].map(([name, edit]) => [name, strToU8(edit(pieces.get(name) ?? ''))] as const)
        return new Map([[bookPath, zipBook({...entries, ...Object.fromEntries(edited)})]])
      },
    }
  }

export const unzipBook = (files: Files): Record<string, Uint8Array> =>
  unzipSync(files.get(bookPath) ?? new Uint8Array())

/** As an e-book has to be: `mimetype` first and stored. */
export function zipBook(entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const {mimetype = new Uint8Array(), ...others} = entries
  const zippable: Zippable = {mimetype: [mimetype, {level: 0}], ...others}
  return zipSync(zippable, {mtime: '2026-01-01'})
}

/** Every wanted element, with its source to the character. */
export function elementsIn({pieces}: Markup, isWanted: Wanted): Found[] {
  return [...pieces].flatMap(([piece, source]) => elementsOf(source, isWanted, piece))
}

export function elementsOf(source: string, isWanted: Wanted, piece = ''): Found[] {
  const found: Found[] = []
  visitParents(treeOf(source), 'element', (element, parents) => {
    const ancestors = parents.filter((node): node is Element => node.type === 'element')
    const {end, start} = element.position ?? {}
    if (start?.offset === undefined || end?.offset === undefined || !isWanted(element, ancestors)) return
    const place = {start: start.offset, end: end.offset, source: source.slice(start.offset, end.offset)}
    found.push({piece, index: found.length, element, ancestors, ...place})
  })
  return found
}

const trees = new Map<string, Root>()

function treeOf(source: string): Root {
  const tree = trees.get(source) ?? fromHtml(source, {fragment: source.startsWith('<section')})
  // Many mutants look into the same pieces.
  if (trees.size > 400) trees.clear()
  trees.set(source, tree)
  return tree
}

interface Place {
  readonly found: Found
  readonly isWanted: Wanted
}

/** One of the wanted elements written anew, in every file where it stands. */
export function rewrite(markup: Markup, {found, isWanted}: Place, edit: Edit): Changes {
  const edits = new Map([
    [found.piece, (source: string) => replaced(source, elementsOf(source, isWanted)[found.index], edit)],
  ])
  return markup.write(edits)
}

function replaced(source: string, found: Found | undefined, edit: Edit): string {
  if (!found) return source
  return source.slice(0, found.start) + edit(found.source) + source.slice(found.end)
}

/** A defect of one element, chosen among the wanted that the edit changes. */
export const onElement =
  (open: OpenMarkup, isWanted: Wanted, edit: Edit) =>
  (files: Files, choose: Choose): Mutation => {
    const markup = open(files)
    const found = choose(elementsIn(markup, isWanted).filter(({source}) => edit(source) !== source))
    return {changes: rewrite(markup, {found, isWanted}, edit), victim: nameOf(found)}
  }

/** A defect of a whole piece, chosen among those that the edit changes. */
export const onPiece =
  (open: OpenMarkup, edit: Edit) =>
  (files: Files, choose: Choose): Mutation => {
    const markup = open(files)
    const [name] = choose([...markup.pieces].filter(([, source]) => edit(source) !== source))
    return {changes: markup.write(new Map([[name, edit]])), victim: name}
  }

/** The same edit of every piece. */
export const onPieces =
  (open: OpenMarkup, edit: Edit) =>
  (files: Files): Mutation => {
    const markup = open(files)
    const names = [...markup.pieces].filter(([, source]) => edit(source) !== source).map(([name]) => name)
    return {changes: markup.write(new Map(names.map((name) => [name, edit]))), victim: names.join(', ')}
  }

export function nameOf({ancestors, element, piece}: Found): string {
  const {dataBlock, dataTex, id} = element.properties
  const name = String(dataBlock ?? id ?? element.tagName)
  const text = toString(element).replaceAll(/\s+/gu, ' ').trim() || String(dataTex ?? '')
  const place = ancestors.some(({properties}) => String(properties['className']) === 'reading-text')
    ? ' (reading text)'
    : ''
  return `${piece} ${name}${place} “${text.slice(0, 24)}”`
}
