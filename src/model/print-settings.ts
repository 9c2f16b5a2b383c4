/** Trimmed sizes of paper in mm, width by height. 16K is the usual size of Chinese textbooks (GB/T 788). */
export const papers = {
  A4: [210, 297],
  B5: [176, 250],
  '16K': [184, 260],
  Letter: [215.9, 279.4],
} as const satisfies Record<string, readonly [number, number]>

export type Paper = keyof typeof papers

/** Margins of the trimmed page in mm; on one side of a sheet, both are the mean of inner and outer. */
export const printMargins = {top: 25, bottom: 24, inner: 24, outer: 20} as const

/** How the book is printed. */
export interface PrintSettings {
  readonly paper: Paper
  /** Of a sheet: with two, inner and outer margins differ and running heads mirror each other. */
  readonly sides: 'one' | 'two'
  /** Where chapters open: on the next page, or on the next right-hand one. */
  readonly chapters: 'next' | 'right'
  /** `crop`: marks for the print shop, and 3 mm of bleed. */
  readonly marks: 'none' | 'crop'
}
