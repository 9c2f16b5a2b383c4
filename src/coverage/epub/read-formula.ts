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
import {liteAdaptor} from '@mathjax/src/js/adaptors/liteAdaptor.js'
import {STATE} from '@mathjax/src/js/core/MathItem.js'
import type {MmlNode} from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import {SerializedMmlVisitor} from '@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js'
import {RegisterHTMLHandler} from '@mathjax/src/js/handlers/html.js'
import {TeX} from '@mathjax/src/js/input/tex.js'
import {mathjax} from '@mathjax/src/js/mathjax.js'
import type {MathCommands} from '../../model/course.ts'

const packages = [
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

/** TeX to MathML as MathJax writes it: a reading of its own, that shares nothing with the writers but the library. */
export function createFormulaReader(math: MathCommands): (tex: string, isDisplay: boolean) => Promise<string> {
  RegisterHTMLHandler(liteAdaptor())
  const macros: Record<string, string | [string, number]> = {}
  for (const [name, tex] of Object.entries(math.macros)) {
    const count = Math.max(
      0,
      ...Array.from(tex.matchAll(/#(?<digit>[1-9])/gu), ({groups}) => Number(groups?.['digit'])),
    )
    macros[name] = count > 0 ? [tex, count] : tex
  }
  const input = new TeX({packages: [...packages, ...math.packages], macros})
  const document = mathjax.document('', {InputJax: input})
  const visitor = new SerializedMmlVisitor()
  return (tex, isDisplay) =>
    mathjax.handleRetriesFor(() => {
      const root = document.convert(tex, {display: isDisplay, end: STATE['CONVERT'] ?? 100}) as MmlNode
      return visitor.visitTree(root)
    }) as Promise<string>
}
