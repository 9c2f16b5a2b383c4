import type {CitationCluster} from './bibliography.ts'
import type {Attributes} from './parsed.ts'
import type {Root as HastRoot} from 'hast'
import type {BlockContent, DefinitionContent, Literal, Node, PhrasingContent, Parent} from 'mdast'

/** `@fig-x`: the label is looked up in `Course.references`. */
export interface CrossReference extends Node {
  type: 'crossReference'
  target: string
  /** `:page[fig-x]`: print adds the page. */
  withPage?: true
  /** As LaTeX writes it: of `\ref` and `\eqref` the number alone. */
  tex?: 'autoref' | 'cref' | 'eqref' | 'ref'
  /** `[-@fig-x]`, `[图 @fig-x]`: the author has written the word, or wants none. */
  numberOnly?: true
  /** What it shows where that is not the whole label; absent before the references of the course are known. */
  shown?: string
}

/** `[@key]`, `@key`. What it shows is as it is typed until the citations of the course are formatted. */
export interface Citation extends Parent, CitationCluster {
  type: 'citation'
  /** Ids of the entries of its works; absent until then. */
  targets?: readonly string[]
  children: PhrasingContent[]
}

/** `:term[…]` and its like, `[…]{.class}`, and inline HTML that means something. `rt` stands inside `ruby`. */
export interface InlineRole extends Parent {
  type: 'inlineRole'
  role:
    | 'abbr'
    | 'cite'
    | 'index'
    | 'kbd'
    | 'mark'
    | 'rt'
    | 'ruby'
    | 'small'
    | 'span'
    | 'strong'
    | 'sub'
    | 'sup'
    | 'term'
    | 'u'
  attributes?: Readonly<Record<string, string>>
  children: PhrasingContent[]
}

/** A word of a worksheet that a student is to fill in; its children are the word in the teacher's, and nothing in theirs. */
export interface Blank extends Parent {
  type: 'blank'
  /** In Chinese characters. */
  length: number
  children: PhrasingContent[]
}

/** A figure: one image with a caption, alone in its paragraph. */
export interface FigureNode extends Node {
  type: 'figure'
  url: string
  alt: string
  children: PhrasingContent[]
}

/** Raw HTML that has been parsed and sanitised. */
export interface RawHtmlNode extends Node {
  type: 'rawHtml'
  tree: HastRoot
}

/** `. . .` on a line of its own. */
export interface PauseNode extends Node {
  type: 'pause'
}

/** `$…$` in a paragraph. */
export interface InlineFormula extends Literal {
  type: 'inlineMath'
}

/** `$$…$$` as a block. */
export interface DisplayFormula extends Literal {
  type: 'math'
}

/** Terms and what they mean (PHP Markdown Extra, Pandoc). */
export interface DefinitionListNode extends Node {
  type: 'defList'
  children: (DefinitionTermNode | DefinitionDescriptionNode)[]
}

export interface DefinitionTermNode extends Parent {
  type: 'defListTerm'
  children: PhrasingContent[]
}

export interface DefinitionDescriptionNode extends Parent {
  type: 'defListDescription'
  children: (BlockContent | DefinitionContent)[]
}

/** `:::name[label]{attributes}`, in its canonical spelling. */
export interface Container extends Parent {
  type: 'containerDirective'
  name: string
  attributes?: Record<string, string | null | undefined> | null | undefined
}

export interface LineAnnotation {
  /** From 1. */
  readonly line: number
  readonly number: number
}

// Of unist, since the nodes of other packages take their data from there.
declare module 'unist' {
  interface Data {
    attributes?: Attributes
    caption?: PhrasingContent[]
    /** Names of the places that HTML marks in it, or before it: where links lead. */
    anchors?: readonly string[]
    /** Of a break: an element makes it, and no author wrote it. */
    isLine?: true
    /** Of code and containers: the fence that has no counterpart. */
    unclosed?: string
    /** Of a listing: lines that an item of the list below explains. */
    annotations?: readonly LineAnnotation[]
    /** Of a list: it explains lines of the listing above. */
    explains?: true
    /** Of a list item: its marker, where Markdown has none such, for instance `（一）`. */
    label?: string
    /** Of a link: `[[page]]`, which names a page by its file or title, or nothing. */
    wiki?: true
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    blank: Blank
    citation: Citation
    crossReference: CrossReference
    inlineRole: InlineRole
    inlineMath: InlineFormula
  }
  interface RootContentMap {
    blank: Blank
    citation: Citation
    crossReference: CrossReference
    inlineRole: InlineRole
    inlineMath: InlineFormula
    figure: FigureNode
    math: DisplayFormula
    rawHtml: RawHtmlNode
    pause: PauseNode
    containerDirective: Container
    defList: DefinitionListNode
    defListTerm: DefinitionTermNode
    defListDescription: DefinitionDescriptionNode
  }
  interface BlockContentMap {
    figure: FigureNode
    math: DisplayFormula
    rawHtml: RawHtmlNode
    pause: PauseNode
    containerDirective: Container
    defList: DefinitionListNode
  }
}
