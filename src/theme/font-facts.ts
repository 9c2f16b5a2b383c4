/** What a font file says of itself. */
export interface FontFacts {
  /** Of the typographic family (OpenType 1.9.1, `name`, 16), or else of the family (1); empty where it says neither. */
  readonly family: string
  /** 1 to 1000. */
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Of a variable font, by tag: the range and default of each axis; empty for a static one. */
  readonly axes: Readonly<Record<string, {readonly min: number; readonly default: number; readonly max: number}>>
  /** Licence bits of `OS/2`. */
  readonly fsType: number
  /** Copyright, licence and its address (`name`, 0, 13 and 14), as far as they are there. */
  readonly notices: readonly string[]
  /** Whether it has Chinese characters. */
  readonly hasHan: boolean
  /** Whether its glyphs are outlines in one colour, and not pictures. */
  readonly hasOutlines: boolean
}
