import type {VFile} from 'vfile'
import type {Problem} from '../diagnostics/report-problem.ts'

/** How a font file is packed: TrueType or CFF outlines in tables, or those compressed. */
export type FontFormat = 'truetype' | 'opentype' | 'woff' | 'woff2'

/** A font file that a course brings. */
export interface OwnFont {
  /** From the course folder. */
  readonly path: string
  readonly contents: Uint8Array
  /** SHA-256 of the contents. */
  readonly digest: string
  readonly format: FontFormat
  /** Whether its licence forbids subsets: it is embedded as the file is. */
  readonly isWhole: boolean
  /** What it says of copyright and licence; empty where it says nothing. */
  readonly notice: string
  /** Where `course.yml` names it. */
  readonly origin: {readonly file: VFile; readonly place: Problem['place']}
}

/** A face of a font file that a course brings; of a variable font, one instance. */
export interface OwnFace {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Characters that it leaves to the next family. */
  readonly without: string
  readonly only: ''
  readonly font: OwnFont
  /** Where the instance lies, by the tags of the axes; empty for a static font. */
  readonly axes: Readonly<Record<string, number>>
}
