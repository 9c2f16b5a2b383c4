import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import {generate, parse, type Atrule, type CssNode, type Raw, type Rule} from 'css-tree'
import {visit} from 'unist-util-visit'
import {matches, readSelector, type Selector, type Subject} from './svg-selectors.ts'

export interface Declaration {
  readonly property: string
  readonly value: string
  readonly isImportant: boolean
}

interface StyleRule {
  readonly selector: Selector
  readonly declarations: readonly Declaration[]
}

/** The style sheets of a drawing: the weakest rule first. */
export interface SvgSheet {
  readonly rules: readonly StyleRule[]
  /** What it asks and no attribute can say. */
  readonly lost: readonly string[]
}

export function readSheets(svg: Element): SvgSheet {
  const rules: StyleRule[] = []
  const lost: string[] = []
  visit(svg, 'element', (element) => {
    if (element.tagName !== 'style') return
    const sheet = parse(toString(element), {parseValue: false, parseAtrulePrelude: false, parseRulePrelude: false})
    readRules(sheet, {rules, lost})
  })
  return {rules: rules.toSorted((a, b) => a.selector.specificity - b.selector.specificity), lost}
}

/** The declarations of a `style` attribute. */
const readDeclarations = (style: string): Declaration[] =>
  style ? declarationsIn(parse(style, {context: 'declarationList', parseValue: false})) : []

/** What holds for an element, the weakest first: its sheets, then its own style, and each once more where it insists. */
export function declarationsFor(subject: Subject, style: string, {rules}: SvgSheet): readonly Declaration[] {
  const fromSheets = rules.filter(({selector}) => matches(selector, subject)).flatMap(({declarations}) => declarations)
  const all = [...fromSheets, ...readDeclarations(style)]
  return [...all.filter(({isImportant}) => !isImportant), ...all.filter(({isImportant}) => isImportant)]
}

function readRules(parent: CssNode, found: {readonly rules: StyleRule[]; readonly lost: string[]}): void {
  if (!('children' in parent)) return
  for (const node of parent.children ?? []) {
    if (node.type === 'Rule') readRule(node, found)
    if (node.type === 'Atrule') readAtRule(node, found)
  }
}

function readRule({block, prelude}: Rule, {lost, rules}: {readonly rules: StyleRule[]; readonly lost: string[]}): void {
  const declarations = declarationsIn(block)
  if (declarations.length === 0) return
  for (const text of generate(prelude).split(',')) {
    const selector = readSelector(text)
    if (selector) rules.push({selector, declarations})
    // Nobody points at paper, and what waits for the pointer is not part of the drawing as it stands.
    else if (!/:(?:active|focus|hover|visited|root)/u.test(text)) lost.push(text.trim())
  }
}

function readAtRule(node: Atrule, found: {readonly rules: StyleRule[]; readonly lost: string[]}): void {
  const query = node.prelude ? generate(node.prelude) : ''
  const isMedia = node.name === 'media'
  if (isMedia && /^(?:all|screen)$/iu.test(query.trim())) readRules(node.block as CssNode, found)
  // Pages are light, and fonts are the theme's.
  else if (!(isMedia && /print|dark/iu.test(query)) && !/^(?:charset|font-face|namespace)$/u.test(node.name))
    found.lost.push(`@${node.name}`)
}

function declarationsIn(block: CssNode): Declaration[] {
  if (!('children' in block)) return []
  return [...(block.children ?? [])].flatMap((node) =>
    node.type === 'Declaration'
      ? [
          {
            property: node.property.toLowerCase(),
            value: ((node.value as Raw).value ?? '').trim(),
            isImportant: Boolean(node.important),
          },
        ]
      : [],
  )
}
