import type {PrintSource} from '../print-source.ts'
import type {BoundSection} from './plan-pages.ts'

/** A book as one HTML document whose page numbers and running heads are still to be planned. */
export interface BookSource extends PrintSource {
  /** Where a page may begin, in the order of the text: ids, some of them of marks that only the first passes have. */
  readonly places: readonly string[]
  readonly sections: readonly BoundSection[]
  /** What stands beside the first line of a listing that goes on on another page. */
  readonly continuedWord: string
}
