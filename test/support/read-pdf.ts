import {readFile} from 'node:fs/promises'
import {PDFDict, PDFDocument, PDFHexString, PDFName, PDFString} from '@cantoo/pdf-lib'
import * as mupdf from 'mupdf'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface StructureNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructureNode[]
}

export interface ReadPage {
  /** Without white space; what has no tag as well. */
  readonly text: string
  readonly width: number
  readonly height: number
  readonly structure: StructureNode
  /** Names of the destinations, or addresses, that its links lead to. */
  readonly links: readonly string[]
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  /** What each page bears; empty where the file does not say. */
  readonly labels: readonly string[]
  /** Page, from 1, of each named destination. */
  readonly destinations: ReadonlyMap<string, number>
  /** All titles, depth first. */
  readonly bookmarks: readonly string[]
  readonly title: string
}

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

/** What pdf.js finds in a PDF. */
export async function readPdf(file: string): Promise<ReadPdf> {
  const loading = getDocument({data: new Uint8Array(await readFile(file)), verbosity: 0})
  try {
    const pdf = await loading.promise
    const pages = await Promise.all(
      Array.from({length: pdf.numPages}, async (_value, index): Promise<ReadPage> => {
        const page = await pdf.getPage(index + 1)
        const {items} = await page.getTextContent()
        const annotations = (await page.getAnnotations()) as {dest?: unknown; url?: string}[]
        const {height, width} = page.getViewport({scale: 1})
        return {
          text: items
            .map((item) => ('str' in item ? item.str : ''))
            .join('')
            .replaceAll(/\s/gu, ''),
          width: Math.round((width / 72) * 25.4),
          height: Math.round((height / 72) * 25.4),
          structure: ((await page.getStructTree()) ?? {}) as StructureNode,
          links: annotations.map(({dest, url}) => url ?? String(dest)),
        }
      }),
    )
    const found = (await pdf.getDestinations()) as Map<string, [{num: number; gen: number}]>
    const named = [...found]
    const destinations = await Promise.all(
      named.map(async ([name, [reference]]) => [name, (await pdf.getPageIndex(reference)) + 1] as const),
    )
    const {info} = await pdf.getMetadata()
    return {
      pages,
      labels: (await pdf.getPageLabels()) ?? [],
      destinations: new Map(destinations),
      bookmarks: titlesOf((await pdf.getOutline()) ?? []),
      title: String((info as {Title?: string}).Title),
    }
  } finally {
    await loading.destroy()
  }
}

const titlesOf = (bookmarks: readonly Bookmark[]): string[] =>
  bookmarks.flatMap(({items, title}) => [title, ...titlesOf(items)])

/** Bookmarks as MuPDF finds them, each with those around it: `course/chapter/section`. */
export async function outlineOf(file: string): Promise<string[]> {
  const document = mupdf.Document.openDocument(await readFile(file), 'application/pdf')
  const walk = (items: readonly OutlineItem[], around: string): string[] =>
    items.flatMap(({down, title}) => [`${around}${title}`, ...walk(down ?? [], `${around}${title}/`)])
  return walk((document.loadOutline() ?? []) as readonly OutlineItem[], '')
}

interface OutlineItem {
  readonly title?: string
  readonly down?: readonly OutlineItem[]
}

/** Alternative texts in a PDF, in no order, one for each element that has one: pdf.js gives those at the edge of a page twice. */
export async function alternativesIn(file: string): Promise<string[]> {
  const document = await PDFDocument.load(await readFile(file))
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const text = object instanceof PDFDict ? object.lookup(PDFName.of('Alt')) : undefined
    return text instanceof PDFHexString || text instanceof PDFString ? [text.decodeText()] : []
  })
}

/** All nodes of a structure tree, outermost first. */
export function* nodesOf(node: StructureNode): Generator<StructureNode> {
  yield node
  for (const child of node.children ?? []) yield* nodesOf(child)
}

/** What MuPDF finds in one colour (`#rrggbb`) and in a font of such a name: the runs of characters, page by page. */
export async function runsInColour(file: string, colour: string, font: string): Promise<string[]> {
  const document = mupdf.Document.openDocument(await readFile(file), 'application/pdf')
  const runs: string[] = []
  for (let index = 0; index < document.countPages(); index++) {
    let isOpen = false
    document
      .loadPage(index)
      .toStructuredText('')
      .walk({
        beginLine() {
          isOpen = false
        },
        onChar(character, ...[, face, , , rgb]) {
          const isOne = hexOf(rgb) === colour && face.getName().includes(font)
          if (isOne && isOpen) runs.push(`${runs.pop()}${character}`)
          else if (isOne) runs.push(character)
          isOpen = isOne
        },
      })
  }
  return runs
}

const hexOf = (rgb: readonly number[]) =>
  `#${rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
