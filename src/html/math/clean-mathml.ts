import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Formula} from '../../model/collect-formulas.ts'
import {toMathAlphanumeric} from './math-alphanumeric.ts'

/**
 * MathJax's MathML made fit for EPUB: no `data-*`, letters of a `mathvariant` as Unicode (browsers ignore the attribute
 * since MathML Core), the TeX as `alttext` and annotation.
 */
export function cleanMathml(math: Element, formula: Formula): Element {
  const content = math.children.flatMap((child) => cleanNode(child))
  const row = content.length === 1 ? content : [h('mrow', content)]
  return {
    type: 'element',
    tagName: 'math',
    properties: {...(formula.display ? {display: 'block'} : {}), alttext: formula.tex},
    children: [
      {
        type: 'element',
        tagName: 'semantics',
        properties: {},
        children: [
          ...row,
          {
            type: 'element',
            tagName: 'annotation',
            properties: {encoding: 'application/x-tex'},
            children: [{type: 'text', value: formula.tex}],
          },
        ],
      },
    ],
  }
}

function cleanNode(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return node.value.trim() ? [node] : []
  if (node.type !== 'element') return []
  const variant = String(node.properties['mathvariant'] ?? node.properties['mathVariant'] ?? '')
  const isToken = ['mi', 'mn', 'mo', 'mtext', 'ms'].includes(node.tagName)
  const children = isToken
    ? node.children.map((child) =>
        child.type === 'text' ? {...child, value: toStandardCharacters(child.value, variant)} : child,
      )
    : node.children.flatMap((child) => cleanNode(child))
  const kept = Object.entries(node.properties).filter(
    ([name, value]) =>
      !name.startsWith('data') &&
      !(name.toLowerCase() === 'mathvariant' && variant !== 'normal') &&
      // Of a table with one column or row MathJax writes spacings that are empty, which MathML does not allow.
      String(value).trim() !== '',
  )
  return [{...node, properties: Object.fromEntries(kept), children}]
}

/** Arrows and bonds of mhchem stand in its own font, as private characters; Unicode has their like. */
const chemical: Readonly<Record<string, string>> = {
  '\uE408': '⇌',
  '\uE409': '⇌',
  '\uE40A': '⇋',
  '\uE410': '┄',
  '\uE411': '⩧',
  '\uE412': '≡',
  '\uE413': '≡',
  '\uE428': '⟵',
  '\uE429': '⟶',
  '\uE42A': '⟷',
  '\uE42B': '⇄',
  '\uE42C': '←',
  '\uE42D': '→',
  '\uE42E': '↔',
}

const toStandardCharacters = (text: string, variant: string) =>
  Array.from(toMathAlphanumeric(text, variant), (character) => chemical[character] ?? character).join('')
