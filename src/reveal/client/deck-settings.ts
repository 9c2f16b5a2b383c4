/** What the deck's script is told of the course. */
export interface DeckSettings {
  /** Of a slide, in CSS px. */
  readonly width: number
  readonly height: number
  readonly words: {
    readonly contents: string
    readonly readingText: string
    readonly next: string
    readonly previous: string
    readonly help: string
    readonly jump: string
    readonly search: string
    readonly nothingFound: string
    /** What ends the black screen. */
    readonly resume: string
  }
  /** The table of keys: what is pressed, and what comes of it. */
  readonly keys: readonly (readonly [keys: string, action: string])[]
}
