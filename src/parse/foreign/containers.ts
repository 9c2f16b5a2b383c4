import type {DirectiveName} from '../../model/directive-name.ts'
import type {Outcome} from './foreign-text.ts'

export interface ForeignContainer {
  readonly tool: string
  /** The directive that it is; absent where its content stands without one. */
  readonly directive?: DirectiveName
  /** Where its author gives none. */
  readonly title?: string
  readonly attributes?: Readonly<Record<string, string>>
  /** Absent where it is what its author meant. */
  readonly outcome?: Outcome
}

const callout = (directive: DirectiveName, title = '', tool = 'admonition'): ForeignContainer => ({
  tool,
  directive,
  ...(title ? {title} : {}),
})
const content = (tool: string, outcome?: Outcome): ForeignContainer => ({tool, ...(outcome ? {outcome} : {})})

/**
 * Containers of other tools, by name or class: Quarto, Pandoc, MyST, Docusaurus, VitePress, MkDocs, Obsidian, GitBook, Hugo, Hexo
 * and The Carpentries' Workbench. A title that the tool would write stands in its own words.
 */
export const foreignContainers: ReadonlyMap<string, ForeignContainer> = new Map(
  Object.entries({
    // Admonitions, which each tool has its own list of.
    abstract: callout('note', 'Abstract'),
    admonition: callout('note'),
    alert: callout('warning'),
    attention: callout('warning'),
    block: callout('note'),
    bug: callout('caution', 'Bug'),
    callout: callout('note', '', 'Carpentries'),
    check: callout('tip'),
    checklist: callout('note', 'Checklist', 'Carpentries'),
    cite: callout('note', 'Quote'),
    danger: callout('caution'),
    default: callout('note'),
    discussion: callout('note', 'Discussion', 'Carpentries'),
    done: callout('tip'),
    error: callout('caution'),
    fail: callout('caution'),
    failure: callout('caution', 'Failure'),
    faq: callout('note', 'FAQ'),
    help: callout('note', 'Help'),
    info: callout('note'),
    keypoints: callout('important', 'Key Points', 'Carpentries'),
    memo: callout('note'),
    missing: callout('caution', 'Missing'),
    objectives: callout('note', 'Objectives', 'Carpentries'),
    prereq: callout('note', 'Prerequisite', 'Carpentries'),
    primary: callout('note'),
    question: callout('note', 'Question'),
    questions: callout('note', 'Questions', 'Carpentries'),
    quote: callout('note', 'Quote'),
    secondary: callout('note'),
    seealso: callout('note', 'See also', 'MyST'),
    success: callout('tip'),
    summary: callout('note', 'Summary'),
    testimonial: callout('note', 'Testimonial', 'Carpentries'),
    tldr: callout('note', 'TL;DR'),
    todo: callout('note', 'Todo'),
    versionadded: callout('note', 'Added', 'MyST'),
    versionchanged: callout('note', 'Changed', 'MyST'),
    deprecated: callout('warning', 'Deprecated', 'MyST'),
    topic: callout('note', '', 'MyST'),
    // Blocks of MkDocs and Obsidian; lectern's example is numbered.
    challenge: {tool: 'Carpentries', directive: 'exercise'},
    problem: {tool: 'theorem', directive: 'exercise'},
    answer: {tool: 'solution', directive: 'solution'},
    // The teacher's.
    instructor: {tool: 'Carpentries', directive: 'notes'},
    'instructor-note': {tool: 'Carpentries', directive: 'notes'},
    'speaker-notes': {tool: 'MyST', directive: 'notes'},
    'content-hidden': {tool: 'Quarto', directive: 'only', attributes: {edition: 'teacher'}, outcome: 'flattened'},
    hidden: {tool: 'Quarto', directive: 'only', attributes: {edition: 'teacher'}, outcome: 'flattened'},
    // What a reader may open.
    collapse: {tool: 'details', directive: 'details'},
    dropdown: {tool: 'MyST', directive: 'details'},
    expand: {tool: 'Hugo', directive: 'details'},
    spoiler: {tool: 'Carpentries', directive: 'details'},
    toggle: {tool: 'details', directive: 'details'},
    // Theorems.
    assumption: {tool: 'theorem', directive: 'remark', title: 'Assumption'},
    axiom: {tool: 'theorem', directive: 'theorem'},
    conjecture: {tool: 'theorem', directive: 'theorem'},
    corollary: {tool: 'theorem', directive: 'theorem'},
    proposition: {tool: 'theorem', directive: 'theorem'},
    // What lies beside the text, or is laid out.
    aside: content('Quarto', 'flattened'),
    'code-group': content('VitePress', 'flattened'),
    'column-body': content('Quarto'),
    'column-body-outset': content('Quarto', 'flattened'),
    'column-margin': content('Quarto', 'flattened'),
    'column-page': content('Quarto', 'flattened'),
    'column-screen': content('Quarto', 'flattened'),
    'content-visible': content('Quarto', 'flattened'),
    card: content('MyST', 'flattened'),
    cards: content('Hugo', 'flattened'),
    center: content('Pandoc'),
    grid: content('MyST', 'flattened'),
    'grid-item': content('MyST', 'flattened'),
    'grid-item-card': content('MyST', 'flattened'),
    'group-tab': content('Carpentries', 'flattened'),
    layout: content('Quarto', 'flattened'),
    margin: content('MyST', 'flattened'),
    nonincremental: content('Pandoc'),
    'panel-tabset': content('Quarto', 'flattened'),
    'r-fit-text': content('reveal.js', 'flattened'),
    'r-stack': content('reveal.js', 'flattened'),
    'r-stretch': content('reveal.js'),
    raw: content('VitePress'),
    sidebar: content('MyST', 'flattened'),
    smaller: content('Quarto'),
    scrollable: content('Quarto'),
    tab: content('Carpentries', 'flattened'),
    'tab-item': content('MyST', 'flattened'),
    'tab-set': content('MyST', 'flattened'),
    tabs: content('tabs', 'flattened'),
    'v-click': content('Slidev', 'flattened'),
    'v-pre': content('VitePress'),
  } satisfies Record<string, ForeignContainer>),
)

/** Quarto's theorems say what they are by their id: `::: {#thm-line}`. */
export const containersOfPrefix: ReadonlyMap<string, DirectiveName> = new Map([
  ['thm', 'theorem'],
  ['lem', 'lemma'],
  ['cor', 'theorem'],
  ['prp', 'theorem'],
  ['cnj', 'theorem'],
  ['def', 'definition'],
  ['exm', 'example'],
  ['exr', 'exercise'],
  ['rem', 'remark'],
  ['sol', 'solution'],
])
