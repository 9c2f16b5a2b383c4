/**
 * Every word that lectern itself writes into an output, as data: `{}` is where a number or name goes. A language is
 * added by a file with one of these and a line in `locale.ts`.
 */
export interface LocaleData {
  readonly labels: {
    readonly chapter: string
    readonly appendix: string
    readonly section: string
    readonly equation: string
    readonly figure: string
    readonly table: string
    readonly listing: string
    readonly exercise: string
    readonly solution: string
    readonly hint: string
    readonly definition: string
    readonly theorem: string
    readonly lemma: string
    readonly example: string
    readonly remark: string
    readonly proof: string
    readonly note: string
    readonly tip: string
    readonly important: string
    readonly warning: string
    readonly caution: string
  }
  readonly words: {
    readonly bibliography: string
    readonly index: string
    readonly see: string
    readonly solutions: string
    readonly contents: string
    readonly singleChoice: string
    readonly multipleChoice: string
    readonly details: string
    /** Of a quiz, from the letters of the right choices. */
    readonly answer: string
    readonly agenda: string
    readonly cover: string
    readonly imprint: string
    readonly footnotes: string
    readonly backToText: string
    readonly objectives: string
    readonly readingText: string
    /** Of a search. */
    readonly nothingFound: string
    /** What ends the black screen. */
    readonly resume: string
    readonly speakerNotes: string
    readonly studentEdition: string
    readonly teacherEdition: string
    readonly formula: string
    readonly license: string
    readonly date: string
    readonly identifier: string
    readonly done: string
    readonly open: string
    readonly beginning: string
    readonly wholeCourse: string
    readonly coverage: string
    /** Of a build that nobody read back. */
    readonly notVerified: string
    readonly deck: string
    readonly epub: string
    readonly pdf: string
    readonly slides: string
    readonly handout: string
    readonly handoutLines: string
    readonly handoutTwo: string
    readonly handoutFour: string
    readonly handoutSix: string
    readonly worksheet: string
    readonly teacherOnly: string
    readonly offline: string
    /** What the e-book says of its accessibility, a sentence for each thing it has. */
    readonly accessibilitySummary: string
    readonly accessibleImages: string
    readonly accessibleMath: string
    readonly accessiblePages: string
    readonly notCertified: string
    readonly by: string
    /** What a speaker gives a slide. */
    readonly minutes: string
    readonly figures: string
    readonly tables: string
    readonly colophon: string
    /** From the names of typefaces. */
    readonly setIn: string
    /** After a cross-reference, in print. */
    readonly onPage: string
    /** Of a listing, on the next page. */
    readonly continued: string
    /** Below the lines that slides show of a long listing, and the rows of a long table. */
    readonly linesInAll: string
    readonly rowsInAll: string
    /** Of the printed book, in a handout. */
    readonly bookPage: string
    /** What stands for a word that a student is to fill in. */
    readonly blank: string
    /** What the lines below an exercise are for. */
    readonly answerSpace: string
    /** Before the line for it. */
    readonly studentName: string
    readonly page: string
    readonly pages: string
    readonly slide: string
  }
  /** What is new in an edition. */
  readonly changes: {
    readonly title: string
    /** From a date or a version. */
    readonly since: string
    readonly nothing: string
    /** A block, a section or a chapter. */
    readonly newOne: string
    readonly removed: string
    readonly changed: string
    readonly moved: string
    readonly newTitle: string
    readonly formerTitle: string
    /** From the heading that it stood under, or the number that it had. */
    readonly movedFrom: string
    readonly picture: string
    /** From the names of outputs. */
    readonly shownIn: string
    readonly moreLines: string
    readonly blockCount: string
    readonly numbers: string
    /** Of a number that changed. */
    readonly before: string
    readonly now: string
    readonly place: string
    readonly topics: string
    /** One written by hand. */
    readonly ownSlide: string
    readonly placesUnknown: string
    readonly placesOfStudents: string
  }
  /** Of reveal.js's speaker view. */
  readonly speakerView: {
    readonly loading: string
    readonly upcoming: string
    readonly time: string
    readonly reset: string
    readonly pacing: string
    readonly notes: string
    readonly standard: string
    readonly wide: string
    readonly tall: string
    readonly notesOnly: string
    readonly layout: string
  }
  /** What the keys of a deck do. */
  readonly keys: {
    readonly next: string
    readonly previous: string
    readonly withoutSteps: string
    readonly edges: string
    readonly menu: string
    readonly reading: string
    readonly speaker: string
    readonly overview: string
    readonly jump: string
    readonly search: string
    readonly zoom: string
    readonly pointer: string
    readonly pause: string
    readonly fullScreen: string
    readonly help: string
  }
}

type Filled =
  | 'appendix'
  | 'chapter'
  | 'section'
  | 'equation'
  | 'answer'
  | 'bookPage'
  | 'see'
  | 'minutes'
  | 'onPage'
  | 'page'
  | 'setIn'
  | 'slide'
  | 'since'
  | 'newTitle'
  | 'formerTitle'
  | 'movedFrom'
  | 'shownIn'
  | 'moreLines'
  | 'blockCount'
type Fill<Words> = {readonly [Name in keyof Words]: Name extends Filled ? (value: number | string) => string : string}

/** The words of a language, ready for use. */
export interface Locale {
  readonly labels: Fill<LocaleData['labels']>
  readonly words: Fill<LocaleData['words']>
  readonly changes: Fill<LocaleData['changes']>
  readonly speakerView: LocaleData['speakerView']
  readonly keys: LocaleData['keys']
}

export const filled: readonly string[] = [
  'appendix',
  'chapter',
  'section',
  'equation',
  'answer',
  'bookPage',
  'see',
  'minutes',
  'onPage',
  'page',
  'setIn',
  'slide',
  'since',
  'newTitle',
  'formerTitle',
  'movedFrom',
  'shownIn',
  'moreLines',
  'blockCount',
] satisfies Filled[]
