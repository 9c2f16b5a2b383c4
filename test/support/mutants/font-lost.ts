import {PDFDict, PDFName} from '@cantoo/pdf-lib'
import {defect, mutantsOf, type Mutation} from './mutant.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'

const sheet = 'deck/assets/fonts.css'

const onSheet =
  (edit: (css: string) => string) =>
  (files: ReadonlyMap<string, Uint8Array>): Mutation => {
    const css = new TextDecoder().decode(files.get(sheet))
    return {victim: sheet, changes: new Map([[sheet, new TextEncoder().encode(edit(css))]])}
  }

const ruleOf = (family: string, weight: number) =>
  new RegExp(`@font-face\\{font-family:"${family}";font-weight:${weight};[^}]*\\}\\n?`, 'gu')
const dataIn = /(?<=base64,)[\w+/=]+/u

/** Each rule's own font is another's. */
function swapped(css: string): string {
  const [first = '', second = ''] = [ruleOf('Lectern Mono', 400), ruleOf('Lectern Latin Sans', 700)].map(
    (rule) => dataIn.exec(rule.exec(css)?.[0] ?? '')?.[0] ?? '',
  )
  return css
    .replace(first, () => '\0')
    .replace(second, () => first)
    .replace('\0', () => second)
}

/** As Chromium names the font it takes for want of another. */
const fallback = (path: string) =>
  onPdf(path, ({document}) => {
    let changed = 0
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict)) continue
      for (const entry of ['BaseFont', 'FontName']) {
        const name = object.lookup(PDFName.of(entry))
        if (!(name instanceof PDFName) || !name.decodeText().includes('NotoS')) continue
        object.set(PDFName.of(entry), PDFName.of('AAAAAA+OpenSans-Regular'))
        changed += 1
      }
    }
    return `${changed} names of fonts`
  })

/** Faces of the theme that are not in a finished file, or are no fonts. */
export const fontLost = mutantsOf('font-lost', 'a face of the theme lost', [
  defect(
    'deck',
    'a bold face',
    onSheet((css) => css.replaceAll(ruleOf('Lectern Latin Sans', 700), '')),
  ),
  defect(
    'deck',
    'a Chinese bold face',
    onSheet((css) => css.replaceAll(ruleOf('Lectern Sans', 700), '')),
  ),
  defect(
    'deck',
    'all of a family',
    onSheet((css) => css.replaceAll(ruleOf('Lectern Mono', 400), '')),
  ),
  defect(
    'deck',
    'an empty font',
    onSheet((css) => css.replace(ruleOf('Lectern Sans', 400), (rule) => rule.replace(dataIn, ''))),
  ),
  defect(
    'deck',
    'a font that is cut off',
    onSheet((css) =>
      css.replace(ruleOf('Lectern Sans', 700), (rule) => rule.replace(dataIn, (data) => data.slice(0, 4000))),
    ),
  ),
  defect('deck', 'two fonts swapped', onSheet(swapped)),
  defect('pdf', 'printed in another font', fallback(pdfPaths.pdf)),
  defect('slides', 'printed in another font', fallback(pdfPaths.slides)),
])
