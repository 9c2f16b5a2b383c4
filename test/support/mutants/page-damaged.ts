import {degrees, PDFDocument} from '@cantoo/pdf-lib'
import type {Choose} from './chooser.ts'
import {defect, mutantsOf} from './mutant.ts'
import {append, blank} from './pdf-edits.ts'
import {destinationsOn, pdfPaths, removeDestination} from './pdf-objects.ts'
import {key, onPdf, type Page, type Pdf} from './pdf.ts'

type Damage = (pdf: Pdf, page: Page) => void | Promise<void>

const ofBody = ({pages}: Pdf, choose: Choose): Page => choose(pages.slice(9, -3))

const damaged = (path: string, damage: Damage) =>
  onPdf(path, async (pdf, choose) => {
    const page = ofBody(pdf, choose)
    await damage(pdf, page)
    return `p.${page.number}`
  })

/** With its destinations: as if it had never been printed. */
const dropped: Damage = (pdf, {number}) => {
  for (const name of destinationsOn(pdf, number)) removeDestination(pdf, name)
  pdf.document.removePage(number - 1)
}

const duplicated: Damage = async ({document}, {number}) => {
  const [copy] = await document.copyPages(await PDFDocument.load(await document.save()), [number - 1])
  if (copy) document.insertPage(number, copy)
}

const rotated: Damage = (_pdf, {node}) => {
  node.setRotation(degrees(180))
}

/** The page and its next one change places. */
const exchanged: Damage = ({pages}, {node, number}) => {
  const next = pages[number]?.node
  if (!next) throw new Error('The last page has no next one')
  const places = [node, next].map((page) => {
    const kids = page.node.Parent()?.Kids()
    return {kids, at: kids?.asArray().indexOf(page.ref) ?? -1, parent: page.node.get(key('Parent'))}
  })
  for (const [index, {at, kids, parent}] of places.entries()) {
    const page = index === 0 ? next : node
    kids?.set(at, page.ref)
    if (parent) page.node.set(key('Parent'), parent)
  }
}

const emptied: Damage = (_pdf, {marks}) => {
  blank([...marks.values()])
}

const cropped: Damage = (_pdf, {node}) => {
  node.setCropBox(0, node.getHeight() / 2, node.getWidth(), node.getHeight() / 2)
}

const shrunk: Damage = (_pdf, {node}) => {
  node.setMediaBox(0, 0, node.getWidth() / 2, node.getHeight() / 2)
}

/** A page without anything, at the end of the file. */
const added: Damage = ({document}, {node}) => {
  document.addPage([node.getWidth(), node.getHeight()])
}

const painted: Damage = (_pdf, page) => {
  append(page, '/Artifact BMC 0 0 0 rg 0 0 4000 4000 re f EMC')
}

const all: readonly (readonly [string, Damage])[] = [
  ['dropped', dropped],
  ['duplicated', duplicated],
  ['upside down', rotated],
  ['exchanged with the next', exchanged],
  ['without its content', emptied],
]

export const pageDamaged = mutantsOf('page-damaged', 'a page of a PDF dropped, duplicated, turned or exchanged', [
  ...all.map(([what, damage]) => defect('pdf', what, damaged(pdfPaths.pdf, damage))),
  defect('pdf', 'its lower half cut off', damaged(pdfPaths.pdf, cropped)),
  defect('pdf', 'half as large', damaged(pdfPaths.pdf, shrunk)),
  defect('pdf', 'an empty one more', damaged(pdfPaths.pdf, added)),
  defect('pdf', 'painted over', damaged(pdfPaths.pdf, painted)),
  ...all.map(([what, damage]) => defect('slides', what, damaged(pdfPaths.slides, damage))),
  ...all.map(([what, damage]) => defect('handout', what, damaged(pdfPaths.handout, damage))),
  defect('teacher handout', 'dropped', damaged(pdfPaths['teacher handout'], dropped)),
])
