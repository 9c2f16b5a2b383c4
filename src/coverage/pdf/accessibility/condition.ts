import type {Finding} from './finding.ts'
import type {PdfFile} from './read-pdf-file.ts'

/** A condition of PDF/UA-1 that a finished PDF fails. */
export interface PdfDefect {
  /** Its index in the Matterhorn Protocol (`01-003`), or one of lectern's own (`x-tagged`). */
  readonly condition: string
  /** From 1; 0 for the whole document. */
  readonly page: number
  /** 中文 / English */
  readonly reason: string
}

interface Indexed {
  readonly id: string
  /** Of ISO 14289-1. */
  readonly clause: string
  /** What is wrong when it fails. */
  readonly english: string
}

/** What a program can tell, and this one does. */
export interface CheckedCondition extends Indexed {
  readonly kind: 'checked'
  readonly chinese: string
  /** Where the words of the protocol leave room: how it is read here. */
  readonly note?: string
  readonly find: (pdf: PdfFile) => Iterable<Finding>
}

export interface LeftCondition extends Indexed {
  readonly kind: 'not applicable to what lectern writes' | 'needs a person'
  readonly why: string
}

export type Condition = CheckedCondition | LeftCondition
