import type {Element} from 'hast'
import type {MmlNode} from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import {generate, parse, type Declaration} from 'css-tree'
import {cssValueFaults} from '../../css/css-faults.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements of MathML Core that TeX comes to, and what MathJax's own tree has beside them. */
const kinds = words(
  'math mi mn mo mtext ms mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom menclose msub msup msubsup munder ' +
    'mover munderover mmultiscripts mprescripts none mtable mlabeledtr mtr mtd inferredMrow TeXAtom text',
)

/** What says how a formula looks and is spaced. */
const names = words(
  'accent accentunder align charalign columnalign columnlines columnspacing columnspan columnwidth depth dir display ' +
    'displaystyle equalcolumns equalrows fence form frame framespacing height indentalign indentalignfirst ' +
    'indentalignlast indentshift indentshiftfirst indentshiftlast largeop linebreak linebreakmultchar linebreakstyle ' +
    'lineleading linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minlabelspacing minsize ' +
    'movablelimits notation numalign denomalign rowalign rowlines rowspacing rowspan rspace scriptlevel ' +
    'scriptminsize scriptsizemultiplier separator side stretchy subscriptshift superscriptshift symmetric voffset width',
)
const styles = /^(?:border(?:-.+)?|padding(?:-.+)?|color|background-color|font-(?:family|size|style|weight))$/u

/**
 * Takes from the tree of a formula, before anything is made of it, every attribute that is not on the list or whose value could reach out
 * of it, and gives their names. `id` is only MathJax's own. Throws where an element is not on the list.
 */
export function cleanFormula(root: MmlNode): string[] {
  const dropped: string[] = []
  root.walkTree((node: MmlNode) => {
    if (!kinds.has(node.kind)) throw new Error(`Unexpected <${node.kind}>`)
    const {attributes} = node
    if (node.kind === 'text') return
    for (const name of attributes.getExplicitNames()) {
      const value = String(attributes.getExplicit(name))
      if (name.startsWith('data-') || isKept(name, value)) continue
      attributes.unset(name)
      dropped.push(name)
    }
  })
  return dropped
}

function isKept(name: string, value: string): boolean {
  if (name === 'id') return /^mjx-[\w:.-]+$/u.test(value)
  if (name === 'style') return isPlainStyle(value)
  return names.has(name) && isPlain(value)
}

/** A word, a length, a colour: nothing that names anything elsewhere. */
const isPlain = (value: string) => !/[\\:;"'<>{}@]/u.test(value) && cssValueFaults(value).length === 0

function isPlainStyle(style: string): boolean {
  const list = parse(style, {context: 'declarationList', parseValue: false})
  const declarations = list.type === 'DeclarationList' ? list.children.toArray() : []
  const isDeclaration = (node: {type: string}): node is Declaration => node.type === 'Declaration'
  return declarations.every(
    (node) => isDeclaration(node) && styles.test(node.property) && isPlain(generate(node.value)),
  )
}

const drawn = words('svg g defs path rect line polygon polyline ellipse circle use text tspan')
const drawnNames = words(
  'ariaHidden className d fill focusable fontFamily fontSize fontStyle fontWeight height id pointerEvents points ' +
    'preserveAspectRatio role rx ry cx cy r stroke strokeDasharray strokeLinecap strokeWidth style transform viewBox width ' +
    'x x1 x2 xmlns y y1 y2',
)

/** The SVG of a formula with nothing but what draws it: a second wall behind `cleanFormula`. */
export function cleanFormulaDrawing(element: Element): void {
  for (const [name, value] of Object.entries(element.properties)) {
    const text = String(value)
    const isSafe =
      name === 'style' ? cssDeclarationsAreSafe(text) : !text.includes('(') || cssValueFaults(text).length === 0
    if (!drawnNames.has(name) || !isSafe) delete element.properties[name]
  }
  element.children = element.children.filter((child) => child.type !== 'element' || drawn.has(child.tagName))
  for (const child of element.children) if (child.type === 'element') cleanFormulaDrawing(child)
}

const cssDeclarationsAreSafe = (style: string) =>
  style.split(';').every((declaration) => cssValueFaults(declaration).length === 0)
