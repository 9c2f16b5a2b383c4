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
import type {MmlNode} from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import {TeX} from '@mathjax/src/js/input/tex.js'
import {greatest} from '../../model/greatest.ts'
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

/** MathJax's reader of TeX with the commands of a course. */
export function texInput({macros, packages: own}: MathCommands): TeX<unknown, unknown, unknown> {
  const input = new TeX<unknown, unknown, unknown>({packages: [...packages, ...own], macros: macrosOf(macros)})
  input.postFilters.add((filtered: unknown) => {
    ;(filtered as {data: {root: MmlNode}}).data.root.walkTree(leaveOutAddresses)
  })
  return input
}

/** Links, and colours and styles that name anything elsewhere, are in no output: a formula is whole without them. */
function leaveOutAddresses({attributes, kind}: MmlNode): void {
  if (kind === 'text') return
  for (const name of attributes.getExplicitNames()) {
    const value = String(attributes.getExplicit(name))
    const isLook = name === 'style' || name.startsWith('math')
    const isOther =
      isLook &&
      (/[\\@]|\w+\(/u.test(value) ||
        (name === 'style' && /(?:^|;)\s*(?!border|padding|color|background-color|font-)/u.test(value)))
    if (name === 'href' || isOther) attributes.unset(name)
  }
}

function macrosOf(given: MathCommands['macros']): Record<string, string | [string, number]> {
  const macros: Record<string, string | [string, number]> = {}
  for (const [name, tex] of Object.entries(given)) {
    const count = greatest(
      Array.from(tex.matchAll(/#(?<digit>[1-9])/gu), ({groups}) => Number(groups?.['digit'])),
      0,
    )
    macros[name] = count > 0 ? [tex, count] : tex
  }
  return macros
}
