import {getDocument, type PDFDocumentProxy, type PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {StructTreeContent, StructTreeNode, TextItem, TextMarkedContent} from 'pdfjs-dist/types/src/display/api.js'
import type {ArtifactObservation, ArtifactProblem, ContentUnit, Observation} from '../../model/coverage.ts'
import type {Target} from '../../model/output.ts'
import {normalizeText} from '../normalize-text.ts'

/**
 * Reads a finished PDF: the page of every named destination, and the tagged text of every page. Running heads and
 * folios are not tagged, and so not part of it.
 */
export async function observePdf(
  target: Target,
  path: string,
  {contents, units}: {readonly contents: Uint8Array; readonly units: readonly ContentUnit[]},
): Promise<ArtifactObservation> {
  const loading = getDocument({data: new Uint8Array(contents), useSystemFonts: false, verbosity: 0})
  try {
    const pdf = await loading.promise
    const texts = await readPages(pdf)
    const destinations = await readDestinations(pdf)
    const observations = observe(texts, destinations, {path, units})
    const problems: ArtifactProblem[] = texts.some((text) => text !== '')
      ? []
      : [{ruleId: 'artifact-opens', reason: `${path} has no text`}]
    return {target, path, observations, everything: texts.join(''), problems}
  } catch (error) {
    const reason = `${path}: ${error instanceof Error ? error.message : String(error)}`
    return {target, path, observations: [], everything: '', problems: [{ruleId: 'artifact-opens', reason}]}
  } finally {
    await loading.destroy()
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    // In turn: pages of a large book together would need all of its memory.
    // oxlint-disable-next-line no-await-in-loop
    const page = await pdf.getPage(number)
    // oxlint-disable-next-line no-await-in-loop
    texts.push(normalizeText(await taggedText(page)))
    page.cleanup()
  }
  return texts
}

/**
 * A page's text in the order of its tags, which is that of reading: the order of drawing has what is positioned after
 * what is not. What has no tag (running heads, page numbers) is not content.
 */
async function taggedText(page: PDFPageProxy): Promise<string> {
  const {items} = await page.getTextContent({includeMarkedContent: true})
  const texts = textsByMark(items)
  const tree = (await page.getStructTree()) as StructTreeNode | null
  return tree ? [...marksOf(tree)].map((mark) => texts.get(mark) ?? '').join('') : ''
}

/** What stands in each marked-content sequence of a page. */
function textsByMark(items: readonly (TextItem | TextMarkedContent)[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if (!('type' in item)) {
      const mark = open.findLast(Boolean)
      if (mark) texts.set(mark, (texts.get(mark) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.type === 'beginMarkedContentProps' ? item.id : '')
  }
  return texts
}

function* marksOf(node: StructTreeNode | StructTreeContent): Generator<string> {
  if ('children' in node) {
    for (const child of node.children) yield* marksOf(child)
  } else if (node.type === 'content') yield node.id
}

/** Pages, from 1, of the named destinations. */
async function readDestinations(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const named = await pdf.getDestinations()
  const entries = named instanceof Map ? [...named] : Object.entries(named)
  const pages = new Map<string, number>()
  for (const [name, destination] of entries as [string, unknown[]][]) {
    const reference = destination[0] as {num: number; gen: number}
    // oxlint-disable-next-line no-await-in-loop
    pages.set(name, (await pdf.getPageIndex(reference)) + 1)
  }
  return pages
}

/** A unit's text is that of the pages from its own destination to the next unit's. */
function observe(
  texts: readonly string[],
  destinations: ReadonlyMap<string, number>,
  {path, units}: {path: string; units: readonly ContentUnit[]},
): Observation[] {
  const present = units.flatMap((unit) => {
    const page = destinations.get(unit.id)
    return page ? [{id: unit.id, page}] : []
  })
  const starts = present.map(({page}) => page).toSorted((a, b) => a - b)
  return present.map(({id, page}) => {
    const next = starts.find((start) => start > page) ?? texts.length
    const text = texts.slice(page - 1, Math.max(page, next)).join('')
    return {unit: id, place: 'content', locator: `p.${page}`, link: `${path}#page=${page}`, text}
  })
}
