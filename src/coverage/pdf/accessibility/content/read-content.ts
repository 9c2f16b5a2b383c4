import {PDFName, PDFNumber, type PDFDict, type PDFRawStream} from '@cantoo/pdf-lib'
import {asDictionary, dictionaryAt, elementsAt, inheritedAt, numberAt, valueAt} from '../file/entries.ts'
import type {Finding} from '../finding.ts'
import {addCodes, type FontUse} from '../fonts/font-use.ts'
import type {Structure} from '../structure/read-structure.ts'
import {enclosing, type StructureElement} from '../structure/structure-element.ts'
import type {Mark} from './mark.ts'
import {TextWatch} from './text-watch.ts'
import {contentOfForm, contentOfPage, walkContent, type ContentVisitor} from './walk-content.ts'

/** What pages paint and how it is marked. */
export interface ContentFacts {
  /** Artifacts inside tagged content, and the other way round. */
  readonly artifactsInContent: Finding[]
  readonly contentInArtifacts: Finding[]
  /** What is painted and is neither: the operator. */
  readonly unmarked: Finding[]
  /** Tagged text, and words that stand for marked content, in no language. */
  readonly textWithoutLanguage: Finding[]
  readonly wordsWithoutLanguage: Finding[]
  /** Tagged text that is on a page and cannot be seen: why. */
  readonly unseen: Finding[]
  /** How often something is painted in each figure and formula. */
  readonly paints: Map<StructureElement, number>
  readonly comments: string[]
  readonly fonts: Map<PDFDict, FontUse>
  readonly forms: Map<PDFDict, FormUse>
  /** Numbers of marked content, by the page or form in which they stand. */
  readonly numbers: Map<PDFDict, Set<number>>
}

interface FormUse {
  /** How often it is shown. */
  references: number
  hasNumbers: boolean
  /** The first page that shows it. */
  readonly page: number
}

export interface ContentInput {
  readonly pages: readonly PDFDict[]
  /** Every stream of the document. */
  readonly streams: readonly PDFRawStream[]
  readonly structure: Structure
  /** Of the document. */
  readonly language: string
}

/** A mark in its place: what holds for what is painted inside. */
interface OpenMark {
  readonly isArtifact: boolean
  readonly isTagged: boolean
  readonly language: string
  readonly isInFormula: boolean
  /** The figure or formula around it. */
  readonly picture: StructureElement | undefined
}

interface Place {
  readonly facts: ContentFacts
  readonly structure: Structure
  readonly page: number
  readonly watch: TextWatch
}

/** Follows every page; then, for the fonts alone, what no page shows as content: appearances, patterns, soft masks. */
export function readContent({language, pages, streams, structure}: ContentInput): ContentFacts {
  const facts: ContentFacts = {
    artifactsInContent: [],
    contentInArtifacts: [],
    unmarked: [],
    textWithoutLanguage: [],
    wordsWithoutLanguage: [],
    unseen: [],
    paints: new Map(),
    comments: [],
    fonts: new Map(),
    forms: new Map(),
    numbers: new Map(),
  }
  for (const [index, page] of pages.entries()) {
    const source = contentOfPage(page, asDictionary(inheritedAt(page, 'Resources')))
    const watch = new TextWatch()
    walkContent(source, visitorOf({facts, structure, page: index + 1, watch}, language))
    for (const [why, count] of watch.unseen) facts.unseen.push({page: index + 1, detail: `${why} ×${count}`})
  }
  for (const stream of streams.filter(({dict}) => isContent(dict) && !facts.forms.has(dict))) {
    walkContent(contentOfForm(stream), fontVisitor(facts))
  }
  return facts
}

const isContent = (stream: PDFDict) =>
  valueAt(stream, 'Subtype') === PDFName.of('Form') || numberAt(stream, 'PatternType') === 1

function visitorOf(place: Place, language: string): ContentVisitor {
  const {facts, page, watch} = place
  const outside: OpenMark = {isArtifact: false, isTagged: false, language, isInFormula: false, picture: undefined}
  const marks: OpenMark[] = []
  const top = () => marks.at(-1) ?? outside
  return {
    open: (mark) => marks.push(openMark(mark, top(), place)),
    close: () => marks.pop(),
    paint: (operator) => {
      const {isArtifact, isTagged, picture} = top()
      if (picture) facts.paints.set(picture, (facts.paints.get(picture) ?? 0) + 1)
      if (!isArtifact && !isTagged) facts.unmarked.push({page, detail: operator})
    },
    show: (text) => {
      const {isInFormula, isTagged, language: ofText, picture} = top()
      if (isTagged && !ofText) facts.textWithoutLanguage.push({page, detail: ''})
      addCodes(facts.fonts, text, {page, isInFormula, isProse: isTagged && !picture})
    },
    form: ({dict}) => {
      const use = facts.forms.get(dict) ?? {references: 0, hasNumbers: false, page}
      use.references++
      facts.forms.set(dict, use)
      watch.enter(elementsAt(dict, 'Matrix').map((one) => (one instanceof PDFNumber ? one.asNumber() : 0)))
    },
    formEnd: () => {
      watch.leave()
    },
    operator: (operator, operands, resources) => {
      const {isTagged, picture} = top()
      watch.step(operator, operands, {
        isTagged: isTagged && !picture,
        opacityOf: (name) => numberAt(dictionaryAt(dictionaryAt(resources, 'ExtGState'), name), 'ca') ?? 1,
      })
    },
    comment: (text) => facts.comments.push(text),
  }
}

function fontVisitor({fonts}: ContentFacts): ContentVisitor {
  const nothing = () => undefined
  const show: ContentVisitor['show'] = (text) => addCodes(fonts, text, {page: 0, isInFormula: false, isProse: false})
  return {open: nothing, close: nothing, paint: nothing, form: nothing, show}
}

function openMark(mark: Mark, around: OpenMark, {facts, page, structure}: Place): OpenMark {
  const element = takeDown(mark, facts, structure)
  const isArtifact = mark.tag === 'Artifact'
  if (isArtifact && around.isTagged) facts.artifactsInContent.push({page, detail: ''})
  if (element && around.isArtifact) facts.contentInArtifacts.push({page, detail: element.type})
  const language = mark.language || element?.language || around.language
  if (mark.hasWords && !language) facts.wordsWithoutLanguage.push({page, detail: mark.tag})
  const inner = {...around, language, isArtifact: around.isArtifact || isArtifact}
  if (!element) return inner
  const picture = enclosing(element, 'Figure', 'Formula')
  return {...inner, isTagged: true, isInFormula: element.isInFormula, picture}
}

/** The element that holds marked content; the number is kept for what is asked of it later. */
function takeDown({number, owner}: Mark, facts: ContentFacts, structure: Structure): StructureElement | undefined {
  if (number === undefined) return undefined
  const known = facts.numbers.get(owner) ?? new Set()
  facts.numbers.set(owner, known.add(number))
  const form = facts.forms.get(owner)
  if (form) form.hasNumbers = true
  return structure.elementOf({owner, number})
}
