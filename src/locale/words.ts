/** Every word that lectern itself writes into an output. */
export interface Locale {
  readonly labels: {
    readonly chapter: (number: number) => string
    readonly section: (number: string) => string
    readonly equation: (number: string) => string
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
    readonly see: (term: string) => string
    readonly solutions: string
    readonly contents: string
    readonly singleChoice: string
    readonly multipleChoice: string
    readonly details: string
    /** Of a quiz, from the letters of the right choices. */
    readonly answer: (letters: string) => string
    readonly agenda: string
    readonly cover: string
    readonly imprint: string
    readonly footnotes: string
    readonly backToText: string
    readonly objectives: string
    readonly readingText: string
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
    readonly keyHelp: string
    readonly wholeCourse: string
    readonly coverage: string
    readonly deck: string
    readonly epub: string
    readonly pdf: string
    readonly slides: string
    readonly handout: string
    readonly teacherOnly: string
    readonly offline: string
    readonly accessibilitySummary: string
    readonly by: string
    readonly page: (number: number | string) => string
    readonly slide: (number: number | string) => string
  }
}
