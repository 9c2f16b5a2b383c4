import type {Edition, Output, Target} from './output.ts'

/** A block of the source that a finished file must account for. */
export interface ContentUnit {
  readonly id: string
  readonly kind: string
  /** Id of the chapter. */
  readonly chapter: string
  readonly section: string
  /** Of a heading, for instance `3.2`; empty where it has none. */
  readonly number: string
  /** What it is part of, where an output treats that apart. */
  readonly within?: 'back matter' | 'exercise' | 'solution'
  readonly sourcePath: string
  readonly line: number
  /** Texts without white space; a formula or a note's mark inside is U+FFFC. */
  readonly texts: readonly string[]
  /** What stands again where it goes on on another page. */
  readonly repeated: readonly string[]
  /** Alternative texts of its figures. */
  readonly alternatives: readonly string[]
  /** Ruby readings; each stands in the text as U+FFFC. */
  readonly readings: readonly string[]
  /** Listings: to the character. */
  readonly code: string
  /** TeX of its formulas, in order. */
  readonly formulas: readonly string[]
  readonly outputs: readonly Output[]
  readonly editions: readonly Edition[]
  /** Named rules that leave it out somewhere, with their line. */
  readonly rules: readonly string[]
}

/** Where a reader of finished files found a block. */
export interface Observation {
  readonly unit: string
  readonly place: 'content' | 'reading' | 'notes'
  /** For a person: `slide 12`, `chapter-01.xhtml#x`, `page 7`. */
  readonly locator: string
  /** Relative to the output folder, so that the report can link there. */
  readonly link: string
  readonly text: string
  /** Ruby readings, where the reader tells them from the text. */
  readonly readings?: string
  /** TeX of the formulas inside, in order; absent where the format does not keep it. */
  readonly formulas?: readonly string[]
  /** Contents of the first `pre` inside, to the character; absent where the format does not keep it. */
  readonly code?: string
}

export interface ArtifactObservation {
  readonly target: Target
  readonly path: string
  readonly observations: readonly Observation[]
  /** Every text of the file, for the search for private content; without white space. */
  readonly everything: string
  /** Absent where the file could not be read. */
  readonly plain?: PlainReading
  /** Of a deck: its slides. */
  readonly slides?: readonly SlideReading[]
  /** Of an e-book that names the pages of the printed book: where each element with an id begins. */
  readonly pages?: ReadonlyMap<string, PagePlace>
  /** Of a deck: how much stands on each slide. */
  readonly density?: readonly SlideDensity[]
  /** Problems of the file itself: missing pages, network references, overflow. */
  readonly problems: readonly ArtifactProblem[]
}

/** What a finished file says to somebody who knows nothing of how it was made. */
export interface PlainReading {
  /** Letters and figures alone, in compatibility form and lower case, in document order. */
  readonly letters: string
  /** What looks like markup in running text; nothing where running text and code look alike. */
  readonly leftovers: readonly TypedMarkup[]
  /** Addresses that links lead to outside the file. */
  readonly addresses: readonly string[]
}

/** Markup as it is typed, without white space. */
export interface TypedMarkup {
  /** Of which tool or language it is. */
  readonly syntax: string
  readonly text: string
}

/** A file of the course as its author wrote it. */
export interface WrittenFile {
  readonly path: string
  readonly text: string
  /** Whether chapters include it: then it is for those who see what includes it. */
  readonly isIncluded: boolean
  /** Whether a line has a message, or has none because a comment silences it. */
  readonly isReported: (line: number) => boolean
}

/** The page of the printed book on which something begins: the open one, and the first that begins in it before any word. */
export interface PagePlace {
  readonly from: string
  readonly to: string
}

/** A slide of a finished deck, as its file has it; texts are without white space. */
export interface SlideReading {
  /** From 1. */
  readonly number: number
  readonly id: string
  /** Without white space; empty where it has none. */
  readonly heading: string
  /** Lines that stand on it, front to back, and beside it as reading text and notes. */
  readonly onSlide: readonly string[]
  readonly beside: readonly string[]
  /** Texts on it that are inside no block. */
  readonly loose: readonly string[]
  readonly blocks: readonly SlideBlockReading[]
  readonly links: readonly SlideLink[]
}

export interface SlideBlockReading {
  readonly unit: string
  /** Its lines: paragraphs, cells, lines of code. */
  readonly lines: readonly string[]
  /** Alternative texts of the pictures inside. */
  readonly alternatives: readonly string[]
}

export interface SlideLink {
  readonly href: string
  readonly text: string
}

export interface ArtifactProblem {
  readonly ruleId:
    | 'artifact-opens'
    | 'block-is-covered'
    | 'block-is-in-place'
    | 'file-is-described'
    | 'font-is-embedded'
    | 'link-keeps-target'
    | 'nothing-is-added'
    | 'nothing-runs'
    | 'private-content-stays-private'
    | 'formula-is-whole'
    | 'no-network-request'
    | 'slide-fits'
    | 'slide-is-readable'
    | 'epub-is-valid'
    | 'pdf-is-accessible'
    | 'page-fits'
    | 'page-number-is-right'
  readonly reason: string
  readonly unit?: string
}

export type UnitState = 'shown' | 'condensed' | 'reading' | 'left out' | 'missing'

/** What an output has to show of a unit, from the model alone: the ledger. */
export interface Expectation {
  readonly state: Exclude<UnitState, 'missing'>
  /** The rule and the line that it stands in; empty where all is shown. */
  readonly reason: string
  /**
   * Texts that have to stand on slides, as those of a unit: what is kept of it, and where it may be cut U+FFFC. Absent where they are the
   * unit's own.
   */
  readonly texts?: readonly string[]
}

export interface UnitCoverage {
  readonly unit: ContentUnit
  readonly target: Target
  readonly state: UnitState
  /** What the ledger says; absent where it leaves open whether a unit is shown whole or by its lead. */
  readonly expected?: Expectation['state']
  readonly locators: readonly {readonly text: string; readonly link: string}[]
  /** Why it is left out, or what is missing. */
  readonly reason: string
}

/** How much stands on a slide. */
export interface SlideDensity {
  /** From 1. */
  readonly slide: number
  readonly id: string
  readonly heading: string
  /** Chinese and Japanese characters. */
  readonly characters: number
  /** Words of other scripts, and numbers. */
  readonly words: number
  readonly lines: number
  /** Id of the divider before it: of its chapter; empty before the first. */
  readonly chapter: string
  /** That the speaker view gives it. */
  readonly seconds: number
}

/** How long the slides of a lecture take. */
export interface LectureTime {
  /** Id of the slide that it begins with: of a chapter or section. */
  readonly from: string
  readonly slides: number
  readonly seconds: number
}

/** Where a topic of the syllabus is taught. */
export interface TopicCoverage {
  readonly id: string
  readonly title: string
  /** Of the syllabus. */
  readonly line: number
  /** Ids of the chapters that cover it. */
  readonly chapters: readonly string[]
  readonly places: readonly TopicPlace[]
}

export interface TopicPlace {
  readonly target: Target
  readonly path: string
  /** Terms that its chapters do not say in this file. */
  readonly missing: readonly string[]
  /** Where the first of its terms stands. */
  readonly places: readonly {readonly text: string; readonly link: string}[]
}

/** Where an objective is taught and tested, by ids of sections and exercises. */
export interface ObjectiveCoverage {
  readonly id: string
  readonly text: string
  /** Id of its chapter; empty for one of the whole course. */
  readonly chapter: string
  readonly taught: readonly string[]
  readonly tested: readonly string[]
}

export interface CoverageReport {
  readonly targets: readonly Target[]
  readonly units: readonly UnitCoverage[]
  readonly findings: readonly CoverageFinding[]
  /** Of the student's deck; empty when it was not looked at. */
  readonly density: readonly SlideDensity[]
  /** Of the teacher's deck, else of the student's; empty when neither was looked at. */
  readonly lectures: readonly LectureTime[]
  readonly topics: readonly TopicCoverage[]
  readonly objectives: readonly ObjectiveCoverage[]
}

export interface CoverageFinding {
  readonly ruleId: string
  readonly sourcePath: string
  readonly line: number
  /** Absent of the pages that stand beside the outputs. */
  readonly target?: Target
  readonly artifact: string
  readonly reason: string
  /** What to do about it. */
  readonly hint?: string
  readonly unit: string
}
