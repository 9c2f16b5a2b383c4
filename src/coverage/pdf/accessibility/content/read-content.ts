import {PDFName, type PDFDict, type PDFRawStream} from '@cantoo/pdf-lib'
import {asDictionary, inheritedAt, numberAt, valueAt} from '../file/entries.ts'
import type {Finding} from '../finding.ts'
import {addCodes, type FontUse} from '../fonts/font-use.ts'
import type {Structure} from '../structure/read-structure.ts'
import type {StructureElement} from '../structure/structure-element.ts'
import type {Mark} from './mark.ts'
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
}

interface Place {
  readonly facts: ContentFacts
  readonly structure: Structure
  readonly page: number
}

/** Follows every page; then, for the fonts alone, what no page shows as content: appearances, patterns, soft masks. */
export function readContent({language, pages, streams, structure}: ContentInput): ContentFacts {
  const facts: ContentFacts = {
    artifactsInContent: [],
    contentInArtifacts: [],
    unmarked: [],
    textWithoutLanguage: [],
    wordsWithoutLanguage: [],
    fonts: new Map(),
    forms: new Map(),
    numbers: new Map(),
  }
  for (const [index, page] of pages.entries()) {
    const source = contentOfPage(page, asDictionary(inheritedAt(page, 'Resources')))
    walkContent(source, visitorOf({facts, structure, page: index + 1}, language))
  }
  for (const stream of streams.filter(({dict}) => isContent(dict) && !facts.forms.has(dict))) {
    walkContent(contentOfForm(stream), fontVisitor(facts))
  }
  return facts
}

const isContent = (stream: PDFDict) =>
  valueAt(stream, 'Subtype') === PDFName.of('Form') || numberAt(stream, 'PatternType') === 1

function visitorOf(place: Place, language: string): ContentVisitor {
  const {facts, page} = place
  const outside: OpenMark = {isArtifact: false, isTagged: false, language, isInFormula: false}
  const marks: OpenMark[] = []
  const top = () => marks.at(-1) ?? outside
  return {
    open: (mark) => marks.push(openMark(mark, top(), place)),
    close: () => marks.pop(),
    paint: (operator) => {
      const {isArtifact, isTagged} = top()
      if (!isArtifact && !isTagged) facts.unmarked.push({page, detail: operator})
    },
    show: (text) => {
      const {isInFormula, isTagged, language: ofText} = top()
      if (isTagged && !ofText) facts.textWithoutLanguage.push({page, detail: ''})
      addCodes(facts.fonts, text, {page, isInFormula})
    },
    form: ({dict}) => {
      const use = facts.forms.get(dict) ?? {references: 0, hasNumbers: false, page}
      use.references++
      facts.forms.set(dict, use)
    },
  }
}

function fontVisitor({fonts}: ContentFacts): ContentVisitor {
  const nothing = () => undefined
  const show: ContentVisitor['show'] = (text) => addCodes(fonts, text, {page: 0, isInFormula: false})
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
  return element ? {...inner, isTagged: true, isInFormula: element.isInFormula} : inner
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
