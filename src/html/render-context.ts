import type {Element} from 'hast'
import type {Locale} from '../locale/words.ts'
import type {Block} from '../model/block.ts'
import type {Course, Resource} from '../model/course.ts'
import type {Highlight} from './code/create-highlighter.ts'
import type {Formulas} from './math/create-formulas.ts'

/** What rendering blocks needs from a writer. One per document, since ids are unique per document. */
export interface RenderContext {
  readonly course: Course
  readonly locale: Locale
  /** `slide`, `page`: SVG formulas, inline SVG figures; `epub`: MathML and image files. */
  readonly medium: 'slide' | 'page' | 'epub'
  readonly formulas: Formulas
  readonly highlight: Highlight
  readonly inkOn: Renderers['inkOn']
  /** Where an id stands, as seen from this document; `undefined` where the output does not hold it. */
  readonly href: (id: string) => string | undefined
  /** URL of a resource, as seen from this document. */
  readonly resourceUrl: (resource: Resource) => string
  /** Where a chapter or section stands in the printed book; absent where none can be linked. */
  readonly bookHref?: (id: string) => string
  /** Ids given in this document so far. */
  readonly identifiers: Set<string>
  /**
   * What stands at a place where a printed page may begin: `block` before an element that has the place as its id, `inline` at a
   * sentence, row or line. Places come in the order of the text.
   */
  readonly atPlace?: (place: string, kind: 'block' | 'inline') => Element[]
  /** Footnotes of the chapter at hand, by the name its text uses. */
  readonly footnotes: ReadonlyMap<string, {readonly id: string; readonly number: number}>
}

/** Renders what stands inside a block: handed on, so that renderers need not know each other. */
export type RenderInner = (blocks: readonly Block[]) => Element[]

/** Renderers that live for the whole build. */
export interface Renderers {
  readonly formulas: Formulas
  readonly highlight: Highlight
  /** Whose colours text has on a background that the author gives a slide: the theme's, or white or black. */
  readonly inkOn: (background: string) => 'own' | 'light' | 'dark'
}
