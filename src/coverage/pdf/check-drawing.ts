import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {localeFor} from '../../locale/locale.ts'
import {asDictionary, elementsAt, nameAt, textAt, valueAt} from './accessibility/file/entries.ts'
import type {PdfFile} from './accessibility/read-pdf-file.ts'
import {kidsOf, type StructureElement} from './accessibility/structure/structure-element.ts'

export interface DrawingExpectations {
  readonly course: Course
  /** Units of which the file shows all formulas; empty where that is not known. */
  readonly expected: readonly ContentUnit[]
  /** All that the course has. */
  readonly units: readonly ContentUnit[]
}

/**
 * What stands in a PDF and nobody sees, or sees otherwise than it is said: words that are not drawn, clipped or painted over; figures
 * and formulas of which nothing is painted; formulas that say another one; tags in another language; heads of tables that are
 * plain cells; and what opens something else when the file is opened.
 */
export function checkDrawing(file: PdfFile, expectations: DrawingExpectations): ArtifactProblem[] {
  return [
    ...unseenText(file),
    ...unpainted(file),
    ...checkFormulas(file, expectations),
    ...checkLanguages(file, expectations.course),
    ...checkTableHeads(file),
    ...checkActions(file),
  ]
}

const described = (reason: string): ArtifactProblem => ({ruleId: 'file-is-described', reason})

const unseenText = ({content}: PdfFile): ArtifactProblem[] =>
  content.unseen.map(({detail, page}) => ({
    ruleId: 'page-fits',
    reason: `第 ${page} 页有看不见的文字 / Page ${page}: text that cannot be seen: ${detail}`,
  }))

function unpainted({content, structure}: PdfFile): ArtifactProblem[] {
  return structure.elements
    .filter((element) => ['Figure', 'Formula'].includes(element.role) && (content.paints.get(element) ?? 0) === 0)
    .map(({page, role}) => ({
      ruleId: 'formula-is-whole',
      reason: `第 ${page} 页有空的图或公式 / Page ${page}: nothing is painted in a ${role}`,
    }))
}

/** By the words that each formula has for who cannot see it: its TeX. */
function checkFormulas({structure}: PdfFile, {course, expected, units}: DrawingExpectations): ArtifactProblem[] {
  const {formula} = localeFor(course).words
  const found = structure.elements
    .filter(({role}) => role === 'Formula')
    .map(({dictionary, page}) => ({page, tex: (textAt(dictionary, 'Alt') ?? '').slice(formula.length)}))
    .map(({page, tex}) => ({page, tex: plain(tex)}))
  const known = new Set(units.flatMap(({formulas}) => formulas.map((tex) => plain(tex))))
  const strange = found.filter(({tex}) => !known.has(tex))
  const counts = countsOf(found.map(({tex}) => tex))
  const wanted = countsOf(expected.flatMap(({formulas}) => formulas.map((tex) => plain(tex))))
  const lost = [...wanted].filter(([tex, count]) => (counts.get(tex) ?? 0) < count)
  return [
    ...strange.map(({page, tex}): ArtifactProblem => ({
      ruleId: 'formula-is-whole',
      reason: `第 ${page} 页有课程里没有的公式 / Page ${page}: a formula that the course has not: ${tex}`,
    })),
    ...lost.map(([tex]): ArtifactProblem => ({
      ruleId: 'formula-is-whole',
      reason: `缺少公式 / Missing formula: ${tex}`,
    })),
  ]
}

/** White space in an attribute is one space. */
const plain = (tex: string) => tex.replaceAll(/\s+/gu, ' ').trim()

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Readers believe the tags before the document: what holds all of them speaks its language. */
function checkLanguages({structure}: PdfFile, {language}: Course): ArtifactProblem[] {
  const odd = structure.elements.find(({dictionary, role}) => {
    const own = textAt(dictionary, 'Lang')
    return role === 'Document' && own !== undefined && own !== language
  })
  if (!odd) return []
  return [described(`标签的语言不对 / The tags are in another language: ${textAt(odd.dictionary, 'Lang')}`)]
}

/** The first row of a table is its head, unless what heads there are those of rows. */
function checkTableHeads({structure}: PdfFile): ArtifactProblem[] {
  const tables = structure.elements.filter(({role}) => role === 'Table')
  return tables.flatMap((table) => {
    const [first] = rowsOf(table)
    const cells = first ? kidsOf(first) : []
    const heads = cells.filter(({role}) => role === 'TH')
    const isOfRow = heads.some(({dictionary}) => scopeOf(dictionary) === 'Row')
    if (heads.length === 0 || heads.length === cells.length || isOfRow) return []
    return [described(`第 ${table.page} 页的表头不是表头 / Page ${table.page}: a head of a table is a plain cell`)]
  })
}

function rowsOf(element: StructureElement): StructureElement[] {
  return kidsOf(element).flatMap((kid) => (kid.role === 'TR' ? [kid] : rowsOf(kid)))
}

const scopeOf = (dictionary: StructureElement['dictionary']): string =>
  elementsAt(dictionary, 'A')
    .map((attributes) => nameAt(asDictionary(attributes), 'Scope'))
    .find(Boolean) ?? ''

/** Links are followed by a person; these are not. */
const outward: ReadonlySet<string> = new Set(['URI', 'Launch', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData'])

function checkActions({catalog, dictionaries}: PdfFile): ArtifactProblem[] {
  const started = [valueAt(catalog, 'OpenAction'), ...dictionaries.flatMap((one) => valuesOf(valueAt(one, 'AA')))]
  const kinds = started.map((action) => nameAt(asDictionary(action), 'S')).filter((kind) => outward.has(kind))
  return kinds.map((kind) => ({
    ruleId: 'no-network-request',
    reason: `打开时会离开文件 / Leaves the file without being asked: ${kind}`,
  }))
}

const valuesOf = (value: Parameters<typeof asDictionary>[0]) => asDictionary(value)?.values() ?? []
