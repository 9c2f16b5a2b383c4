import {MathJaxMhchemFontExtension} from '@mathjax/mathjax-mhchem-font-extension/js/svg.js'
import {MathJaxNewcmFont} from '@mathjax/mathjax-newcm-font/js/svg.js'
import {liteAdaptor} from '@mathjax/src/js/adaptors/liteAdaptor.js'
import type {LiteElement} from '@mathjax/src/js/adaptors/lite/Element.js'
import {STATE} from '@mathjax/src/js/core/MathItem.js'
import {RegisterHTMLHandler} from '@mathjax/src/js/handlers/html.js'
import {mathjax} from '@mathjax/src/js/mathjax.js'
import {SVG} from '@mathjax/src/js/output/svg.js'
import type {MathCommands} from '../../model/course.ts'
import {definesCommands} from '../../model/tex-definitions.ts'
import {texInput} from './tex-input.ts'

/** The outlines that a formula is drawn with, as `d` of SVG paths, and how many shapes are seen of it, without words in other fonts. */
export interface FormulaShapes {
  readonly outlines: readonly string[]
  readonly count: number
}

/** Draws TeX anew and tells its shapes. */
export function createFormulaDrawer(math: MathCommands): (tex: string, isDisplay: boolean) => Promise<FormulaShapes> {
  const adaptor = liteAdaptor()
  RegisterHTMLHandler(adaptor)
  MathJaxNewcmFont.addExtension(MathJaxMhchemFontExtension)
  const output = new SVG({fontData: MathJaxNewcmFont, fontCache: 'none', linebreaks: {inline: false}})
  const options = {em: 16, ex: 8, containerWidth: 1e6}
  const open = () => {
    const document = mathjax.document('', {InputJax: texInput(math), OutputJax: output})
    for (const tex of math.definitions ?? []) document.convert(tex, {...options, end: STATE['CONVERT'] ?? 100})
    return document
  }
  const common = open()
  return (tex, isDisplay) =>
    mathjax.handleRetriesFor(() => {
      const document = definesCommands(tex) ? open() : common
      const svg = adaptor.innerHTML(document.convert(tex, {...options, display: isDisplay}) as LiteElement)
      const outlines = Array.from(svg.matchAll(/<path [^>]*\bd="(?<d>[^"]*)"/gu), ({groups}) => groups?.['d'] ?? '')
      const others = svg.match(/<(?:rect|line|ellipse|polygon)\b/gu)?.length ?? 0
      // Signs that are not seen, such as U+2061, have an empty outline.
      return {outlines, count: outlines.filter(Boolean).length + others}
    }) as Promise<FormulaShapes>
}
