import type {ArtifactProblem} from '../../model/coverage.ts'
import type {ExpectedFonts} from '../../model/font.ts'
import type {PdfFile} from '../pdf/accessibility/read-pdf-file.ts'
import {readThemeFont} from './read-font-file.ts'

/**
 * The words of a PDF are set in fonts of the theme: those of another stand there when one of the theme was not to be had. Words inside of
 * pictures may be in any.
 */
export async function checkPdfFonts({fonts}: PdfFile, {all, hasOthers}: ExpectedFonts): Promise<ArtifactProblem[]> {
  if (hasOthers) return []
  const files = await Promise.all(all.map((face) => readThemeFont(face)))
  // A font of the course's may have no name that a PDF can bear; then text in it is known by nothing.
  if (files.some((file) => !/^[\w.+-]+$/u.test(file?.name ?? ''))) return []
  const known = new Set(files.map((file) => file?.name))
  // The engine writes these as procedures, which bear no name.
  const hasUnnamed = files.some((file) => file?.outlines === 'CFF')
  return fonts.flatMap(({name, textOf, type, use}): ArtifactProblem[] => {
    if (type === 'Type3' && hasUnnamed) return []
    const plain = name.replace(/^[A-Z]{6}\+/u, '')
    if (known.has(plain)) return []
    const prose = [...use.codes].find(
      ([code, {inProse}]) => inProse !== undefined && /[\p{L}\p{N}]/u.test(textOf(code)),
    )
    const page = prose?.[1].inProse
    if (page === undefined) return []
    const reason = `第 ${page} 页的文字不是主题的字体 / Page ${page}: text is set in no font of the theme: ${plain}`
    return [{ruleId: 'font-is-embedded', reason}]
  })
}
