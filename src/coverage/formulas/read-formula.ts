import {liteAdaptor} from '@mathjax/src/js/adaptors/liteAdaptor.js'
import {STATE} from '@mathjax/src/js/core/MathItem.js'
import type {MmlNode} from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import {SerializedMmlVisitor} from '@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js'
import {RegisterHTMLHandler} from '@mathjax/src/js/handlers/html.js'
import {mathjax} from '@mathjax/src/js/mathjax.js'
import type {MathCommands} from '../../model/course.ts'
import {definesCommands} from '../../model/tex-definitions.ts'
import {texInput} from './tex-input.ts'

/** TeX to MathML as MathJax writes it: a reading of its own, that shares nothing with the writers but the library. */
export function createFormulaReader(math: MathCommands): (tex: string, isDisplay: boolean) => Promise<string> {
  RegisterHTMLHandler(liteAdaptor())
  const visitor = new SerializedMmlVisitor()
  const open = () => {
    const document = mathjax.document('', {InputJax: texInput(math)})
    for (const tex of math.definitions ?? []) document.convert(tex, {end: STATE['CONVERT'] ?? 100})
    return document
  }
  const common = open()
  return (tex, isDisplay) =>
    mathjax.handleRetriesFor(() => {
      const document = definesCommands(tex) ? open() : common
      const root = document.convert(tex, {display: isDisplay, end: STATE['CONVERT'] ?? 100}) as MmlNode
      return visitor.visitTree(root)
    }) as Promise<string>
}
