import type {Choose} from './chooser.ts'
import {hasClass, tag} from './kinds.ts'
import {swapNeighbours} from './markup-moves.ts'
import {
  elementsIn,
  onElement,
  onPiece,
  openBook,
  openDeck,
  openFiles,
  rewrite,
  type Edit,
  type Wanted,
} from './markup.ts'
import {defect, mutantsOf, type Files, type Mutation} from './mutant.ts'
import {blank, erase, marksOf, nameOf, pageNumberOf, pageOf, tagsIn, textOf} from './pdf-edits.ts'
import {dropBookmark, editOutline, pdfPaths, retarget} from './pdf-objects.ts'
import {key, onPdf} from './pdf.ts'

const drop = () => ''
const nav = openBook((name) => name.endsWith('nav.xhtml'))
const ncx = openBook((name) => name.endsWith('.ncx'))
const home = openFiles((name) => name === 'index.html')
const report = openFiles((name) => name === 'coverage/index.html')

const inList =
  (isList: Wanted): Wanted =>
  (element, ancestors) =>
    element.tagName === 'li' && ancestors.some((one) => isList(one, []))
const agenda = inList(({properties}) => properties['dataBlock'] === 'agenda')
const objectives = inList(({properties}) => String(properties['dataBlock']).endsWith('-objectives'))
const chapterOfHome = inList((one) => hasClass(one, 'chapters'))
const download = inList((one) => hasClass(one, 'outputs'))
const row: Wanted = ({tagName}, ancestors) => tagName === 'tr' && ancestors.some((one) => one.tagName === 'tbody')
const section: Wanted = ({tagName}, ancestors) => tagName === 'li' && ancestors.length > 5

/** A point without points below it. */
const dropPoint: Edit = (source) => {
  const points = source.match(/<navPoint (?:(?!<navPoint)[\s\S])*?<\/navPoint>/gu) ?? []
  return source.replace(points[7] ?? '', '')
}
const otherNcxLabel: Edit = (source) => source.replace(/(?<=<navLabel><text>3\.5\.2 )[^<]+/u, '别的')
const otherLabel: Edit = (source) => source.replace(/(?<=>2\.4\.1 )[^<]+/u, '别的')
const otherTarget: Edit = (source) => source.replace('chapter-02.xhtml#sec-bard', 'chapter-02.xhtml#sec-gpt4')
const noLandmarks: Edit = (source) => source.replace(/<nav epub:type="landmarks"[\s\S]*?<\/nav>/u, '')

/** An item of the contents, with what is below it. */
const sectionOfContents = (files: Files, choose: Choose): Mutation => {
  const markup = nav(files)
  const items = elementsIn(markup, tag('li'))
  const found = choose(items.filter(({source}) => /^<li><a href="chapter-\d+\.xhtml#sec-/u.test(source)))
  return {changes: rewrite(markup, {found, isWanted: tag('li')}, drop), victim: found.source.slice(0, 80)}
}

/** A row of the contents of the book: its line and its link, or its words only. */
const rowOfContents = (loss: 'whole' | 'words') =>
  onPdf(pdfPaths.pdf, (pdf, choose) => {
    const [first, end] = [pageOf(pdf, 'toc'), pageOf(pdf, 'list-of-figures')]
    const links = tagsIn(pdf, (one) => one.name === 'Link' && pageNumberOf(one) >= first && pageNumberOf(one) < end)
    const link = choose(links.filter((one) => /^\d+\.\d+ /u.test(textOf(one))))
    const name = nameOf(link)
    const page = marksOf(link)[0]?.page
    const at = links.filter((one) => pageNumberOf(one) === page?.number).indexOf(link)
    if (loss === 'words') blank(marksOf(link).slice(1, 2))
    else {
      page?.node.node.Annots()?.remove(at)
      erase(link)
    }
    return name
  })

const bookmark = (path: string, isWanted: RegExp) => onPdf(path, (pdf, choose) => dropBookmark(pdf, choose, isWanted))

const noBookmarks = onPdf(pdfPaths.pdf, ({document}) => {
  document.catalog.delete(key('Outlines'))
  return 'Outlines'
})
const otherTitle = onPdf(pdfPaths.pdf, (pdf, choose) => editOutline(pdf, choose, () => '9.9 别的'))
const otherPlace = onPdf(pdfPaths.pdf, (pdf, choose) => retarget(pdf, choose))

export const missingFromNavigation = mutantsOf('missing-from-navigation', 'missing from, or wrong in, navigation', [
  defect('deck', 'a chapter in the agenda', onElement(openDeck(), agenda, drop)),
  defect('deck', 'an objective on a chapter’s divider', onElement(openDeck(), objectives, drop)),
  defect('epub', 'a section in the contents', sectionOfContents),
  defect('epub', 'two sections of the contents change places', swapNeighbours(nav, section)),
  defect('epub', 'an entry of the contents says something else', onPiece(nav, otherLabel)),
  defect('epub', 'an entry of the contents leads elsewhere', onPiece(nav, otherTarget)),
  defect('epub', 'a section in the NCX', onPiece(ncx, dropPoint)),
  defect('epub', 'a label of the NCX says something else', onPiece(ncx, otherNcxLabel)),
  defect('epub', 'an entry of the NCX leads elsewhere', onPiece(ncx, otherTarget)),
  defect('epub', 'the landmarks', onPiece(nav, noLandmarks)),
  defect('pdf', 'a section’s bookmark', bookmark(pdfPaths.pdf, /^\d+\.\d+(?:\.\d+)? /u)),
  defect('pdf', 'a chapter’s bookmark', bookmark(pdfPaths.pdf, /(?:大模型是什么|发展历程|底层原理)$/u)),
  defect('pdf', 'a bookmark says something else', otherTitle),
  defect('pdf', 'a bookmark leads elsewhere', otherPlace),
  defect('pdf', 'all bookmarks', noBookmarks),
  defect('pdf', 'a row of the contents', rowOfContents('whole')),
  defect('pdf', 'the words of a row of the contents', rowOfContents('words')),
  defect('slides', 'a slide’s bookmark', bookmark(pdfPaths.slides, /^(?!大模型入门)./u)),
  defect('handout', 'a bookmark', bookmark(pdfPaths.handout, /^(?!大模型入门)./u)),
  defect('site', 'a chapter', onElement(home, chapterOfHome, drop)),
  defect('site', 'a download', onElement(home, download, drop)),
  defect('coverage', 'a row of the report', onElement(report, row, drop)),
])
