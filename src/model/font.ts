/** A face of the theme that finished files are to have, and the font file that it is a part of. */
export interface ExpectedFace {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Absolute path of a WOFF2 file; of a font that the course brings, its path in the course. */
  readonly file: string
  /** What the file holds, where the course brings it. */
  readonly contents?: Uint8Array
  /** Characters that it leaves to others. */
  readonly without: string
  /** All characters that it is for; empty for any. */
  readonly only: string
}

export interface ExpectedFonts {
  /** Faces of the theme. */
  readonly all: readonly ExpectedFace[]
  /** Those that the deck has. */
  readonly onSlides: readonly ExpectedFace[]
  /** Whether the course asks for other families by name, which are those of the machine that builds. */
  readonly hasOthers: boolean
}

/** Nothing is known of fonts. */
export const noFonts: ExpectedFonts = {all: [], onSlides: [], hasOthers: true}
