import {PDFRawStream, type PDFDict} from '@cantoo/pdf-lib'
import {asDictionary, decoded, dictionaryAt, elementsAt, nameAt, streamAt} from '../file/entries.ts'
import {markOf, type Mark} from './mark.ts'
import {nameOf, type Operand} from './operands.ts'
import {readOperators} from './read-operators.ts'

export interface ContentVisitor {
  /** A marked-content sequence begins; each that begins ends. */
  readonly open: (mark: Mark) => void
  readonly close: () => void
  /** Something is painted: the operator that does it. */
  readonly paint: (operator: string) => void
  /** A string is shown, which is painted as well. */
  readonly show: (text: ShownText) => void
  /** A form XObject, before what is in it and after it. */
  readonly form: (form: PDFRawStream) => void
  readonly formEnd?: () => void
  /** Every operator, before what it does. */
  readonly operator?: (operator: string, operands: readonly Operand[], resources: PDFDict | undefined) => void
  readonly comment?: (text: string) => void
}

export interface ShownText {
  readonly bytes: Uint8Array
  readonly font: PDFDict | undefined
  /** ISO 32000-1, table 106: 3 shows nothing. */
  readonly mode: number
}

export interface ContentSource {
  readonly bytes: Uint8Array
  readonly resources: PDFDict | undefined
  /** The page, or the dictionary of the form, to which its numbers of marked content belong. */
  readonly owner: PDFDict
}

type TextState = Omit<ShownText, 'bytes'>

interface Walk {
  readonly source: ContentSource
  readonly visitor: ContentVisitor
  readonly depth: number
  readonly saved: TextState[]
  state: TextState
  openMarks: number
  /** Whether there is a path to paint. */
  hasPath: boolean
}

type Step = (walk: Walk, operands: readonly Operand[]) => void

/** Deeper than any producer goes: a form that shows itself. */
const deepest = 30

/** Follows a content stream and the forms in it, and tells `visitor` what it marks, paints and shows. */
export function walkContent(source: ContentSource, visitor: ContentVisitor): void {
  follow(source, visitor, {state: {font: undefined, mode: 0}, depth: 0})
}

function follow(source: ContentSource, visitor: ContentVisitor, start: Pick<Walk, 'state' | 'depth'>): void {
  if (start.depth > deepest) throw new Error('A form XObject shows itself')
  const walk: Walk = {source, visitor, ...start, saved: [], openMarks: 0, hasPath: false}
  const visit = (operator: string, operands: readonly Operand[]) => {
    visitor.operator?.(operator, operands, source.resources)
    steps.get(operator)?.(walk, operands)
  }
  readOperators(source.bytes, visit, visitor.comment)
  for (; walk.openMarks > 0; walk.openMarks--) visitor.close()
}

const beginMark: Step = (walk, operands) => {
  walk.openMarks++
  walk.visitor.open(markOf(operands, walk.source))
}

const beginPath: Step = (walk) => {
  walk.hasPath = true
}

const paintPath = (operator: string): [string, Step] => [
  operator,
  (walk) => {
    if (walk.hasPath) walk.visitor.paint(operator)
    walk.hasPath = false
  },
]

const paint = (operator: string): [string, Step] => [operator, ({visitor}) => visitor.paint(operator)]

const showText = (operator: string): [string, Step] => [
  operator,
  ({state, visitor}, operands) => {
    const last = operands.at(-1)
    for (const bytes of Array.isArray(last) ? (last as readonly Operand[]) : [last]) {
      if (!(bytes instanceof Uint8Array) || bytes.length === 0) continue
      visitor.paint(operator)
      visitor.show({bytes, ...state})
    }
  },
]

/** What operators do, of those that matter here (ISO 32000-1, annex A). */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['BMC', beginMark],
  ['BDC', beginMark],
  [
    'EMC',
    (walk) => {
      if (walk.openMarks === 0) return
      walk.openMarks--
      walk.visitor.close()
    },
  ],
  ['m', beginPath],
  ['re', beginPath],
  [
    'n',
    (walk) => {
      walk.hasPath = false
    },
  ],
  ...['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map((operator) => paintPath(operator)),
  ...['sh', 'BI'].map((operator) => paint(operator)),
  ...['Tj', 'TJ', "'", '"'].map((operator) => showText(operator)),
  ['Do', showObject],
  ['q', ({saved, state}) => saved.push(state)],
  [
    'Q',
    (walk) => {
      walk.state = walk.saved.pop() ?? walk.state
    },
  ],
  [
    'Tf',
    (walk, [name]) => {
      const fonts = dictionaryAt(walk.source.resources, 'Font')
      walk.state = {...walk.state, font: dictionaryAt(fonts, nameOf(name))}
    },
  ],
  [
    'Tr',
    (walk, [mode]) => {
      walk.state = {...walk.state, mode: typeof mode === 'number' ? mode : 0}
    },
  ],
  [
    'gs',
    (walk, [name]) => {
      const states = dictionaryAt(walk.source.resources, 'ExtGState')
      const [font] = elementsAt(dictionaryAt(states, nameOf(name)), 'Font')
      if (font) walk.state = {...walk.state, font: asDictionary(font)}
    },
  ],
])

function showObject({depth, source, state, visitor}: Walk, [name]: readonly Operand[]): void {
  const object = streamAt(dictionaryAt(source.resources, 'XObject'), nameOf(name))
  if (!object) return
  if (nameAt(object.dict, 'Subtype') !== 'Form') {
    visitor.paint('Do')
    return
  }
  visitor.form(object)
  follow(contentOfForm(object, source.resources), visitor, {state, depth: depth + 1})
  visitor.formEnd?.()
}

/** A form without resources of its own uses those of the page (ISO 32000-1, table 95). */
export function contentOfForm(form: PDFRawStream, ofPage?: PDFDict): ContentSource {
  return {bytes: decoded(form), resources: dictionaryAt(form.dict, 'Resources') ?? ofPage, owner: form.dict}
}

/** The streams of a page are read as one: an operator may begin in one and end in the next. */
export function contentOfPage(page: PDFDict, resources: PDFDict | undefined): ContentSource {
  const streams = elementsAt(page, 'Contents').filter((part) => part instanceof PDFRawStream)
  const parts = streams.flatMap((stream) => [decoded(stream), new Uint8Array([10])])
  return {bytes: new Uint8Array(Buffer.concat(parts)), resources, owner: page}
}
