import '@mathjax/src/js/util/asyncLoad/esm.js'
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js'
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js'
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js'
import '@mathjax/src/js/input/tex/braket/BraketConfiguration.js'
import '@mathjax/src/js/input/tex/cancel/CancelConfiguration.js'
import '@mathjax/src/js/input/tex/color/ColorConfiguration.js'
import '@mathjax/src/js/input/tex/configmacros/ConfigMacrosConfiguration.js'
import '@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js'
import '@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js'
import '@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js'
import '@mathjax/src/js/input/tex/physics/PhysicsConfiguration.js'
import {MathJaxMhchemFontExtension} from '@mathjax/mathjax-mhchem-font-extension/js/svg.js'
import {MathJaxNewcmFont} from '@mathjax/mathjax-newcm-font/js/svg.js'
import {liteAdaptor} from '@mathjax/src/js/adaptors/liteAdaptor.js'
import type {LiteDocument} from '@mathjax/src/js/adaptors/lite/Document.js'
import type {LiteElement} from '@mathjax/src/js/adaptors/lite/Element.js'
import type {LiteText} from '@mathjax/src/js/adaptors/lite/Text.js'
import type {MathItem} from '@mathjax/src/js/core/MathItem.js'
import {SerializedMmlVisitor} from '@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js'
import {RegisterHTMLHandler} from '@mathjax/src/js/handlers/html.js'
import {TeX} from '@mathjax/src/js/input/tex.js'
import {mathjax} from '@mathjax/src/js/mathjax.js'
import {SVG} from '@mathjax/src/js/output/svg.js'
import {greatest} from '../../model/greatest.ts'
import type {Formula} from '../../model/collect-formulas.ts'
import {definesCommands} from '../../model/tex-definitions.ts'
import {cleanFormula} from './clean-formula.ts'
import type {MathSettings, RenderedFormula} from './create-formulas.ts'

/** Of every course. mhchem is for chemical formulas; none of them changes what the others mean. */
const standardPackages = [
  'base',
  'ams',
  'newcommand',
  'boldsymbol',
  'mathtools',
  'mhchem',
  'cancel',
  'braket',
  'color',
  'configmacros',
]

/** MathJax with the settings of a course: one parse of a formula gives both SVG and MathML. What it cannot read, it throws. */
export function open(settings: MathSettings): (formula: Formula) => Promise<RenderedFormula> {
  RegisterHTMLHandler(adaptor)
  MathJaxNewcmFont.addExtension(MathJaxMhchemFontExtension)
  const {widthOnSlide} = settings
  const common = createTypesetter(settings)
  return (formula) => {
    // What it defines is for it alone, whatever the order: `definitions` has what is for all.
    const typeset = definesCommands(formula.tex) ? createTypesetter(settings) : common
    return mathjax.handleRetriesFor(() => {
      const whole = typeset(formula, anyWidth)
      if (!formula.display || widthOf(whole.svg) <= widthOnSlide) return whole
      return {...whole, svgOnSlide: typeset(formula, widthOnSlide * emSize).svg}
    }) as Promise<RenderedFormula>
  }
}

const adaptor = liteAdaptor()

type Typeset = (formula: Formula, width: number) => RenderedFormula

/** A MathJax that knows the commands of the course. */
function createTypesetter({definitions = [], macros, packages}: MathSettings): Typeset {
  const input = new TeX<LiteElement, LiteText, LiteDocument>({
    packages: [...standardPackages, ...packages],
    macros: Object.fromEntries(Object.entries(macros).map(([name, tex]) => [name, withArguments(tex)])),
    // MathJax's TexError is no Error; its own handling would put red text into the output.
    formatError(_input: unknown, error: {message: string}) {
      throw new Error(error.message)
    },
  })
  const output = new SVG({
    fontData: MathJaxNewcmFont,
    fontCache: 'none',
    displayOverflow: 'linebreak',
    linebreaks: {inline: false},
  })
  const document = mathjax.document('', {InputJax: input, OutputJax: output})
  const visitor = new SerializedMmlVisitor()
  const itemOf = ({display, tex}: Formula, width: number) => {
    const item = new document.options['MathItem'](tex, input, display) as MathItem<LiteElement, LiteText, LiteDocument>
    item.setMetrics(emSize, emSize / 2, width, 1)
    item.start = {node: adaptor.body(document.document), n: 0, delim: ''}
    item.compile(document)
    return item
  }
  for (const tex of definitions) {
    try {
      itemOf({display: false, tex}, anyWidth)
    } catch {
      // The formula that has it is reported as one that cannot be read.
    }
  }
  return (formula, width) => {
    const item = itemOf(formula, width)
    const dropped = cleanFormula(item.root)
    const mathml = visitor.visitTree(item.root)
    item.typeset(document)
    return {svg: adaptor.innerHTML(item.typesetRoot), mathml, dropped}
  }
}

/** Of the text around formulas, in px; they are sized in ex, so that it does not matter which. */
const emSize = 16
/** No formula is as wide. */
const anyWidth = 1e6

/** In em of the text around it. */
const widthOf = (svg: string) => Number(/ width="(?<ex>[\d.]+)ex"/u.exec(svg)?.groups?.['ex'] ?? 0) / 2

/** A macro in the form that MathJax expects: its TeX, with the number of its arguments if it has any. */
function withArguments(tex: string): string | [tex: string, count: number] {
  const count = greatest(
    Array.from(tex.matchAll(/#(?<number>[1-9])/gu), ({groups}) => Number(groups?.['number'])),
    0,
  )
  return count > 0 ? [tex, count] : tex
}
