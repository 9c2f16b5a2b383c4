import type {CheckedCondition, PdfDefect} from './accessibility/condition.ts'
import {security} from './accessibility/conditions/26-security.ts'
import {conditions} from './accessibility/conditions.ts'
import {openPdf} from './accessibility/file/open-pdf.ts'
import type {Finding} from './accessibility/finding.ts'
import {readPdfFile, type PdfFile} from './accessibility/read-pdf-file.ts'

export type {PdfDefect} from './accessibility/condition.ts'

export interface AccessibilityOptions {
  /** Whether the file is to say of itself that it is PDF/UA-1. */
  readonly claims?: boolean
}

/**
 * Looks at a finished PDF by every condition of PDF/UA-1 that a program can tell (docs/pdf-ua.md). Of a file that asks
 * for a password only its encryption can be judged. Throws for what is no PDF, is damaged, or cannot be read for want of one.
 */
export async function checkPdfAccessibility(
  contents: Uint8Array,
  options: AccessibilityOptions = {},
): Promise<readonly PdfDefect[]> {
  const {defects} = await readFinishedPdf(contents, options)
  return defects
}

export interface FinishedPdf {
  /** Absent where only the encryption could be judged. */
  readonly file?: PdfFile
  readonly defects: readonly PdfDefect[]
}

/** The same, with what was read for it. */
export async function readFinishedPdf(
  contents: Uint8Array,
  {claims = false}: AccessibilityOptions = {},
): Promise<FinishedPdf> {
  const open = await openPdf(contents)
  if (!open.isReadable) {
    const defects = security.flatMap((condition) => defectsOf(condition, condition.find(open)))
    if (defects.length === 0) throw new Error('The PDF asks for a password')
    return {defects}
  }
  const file = readPdfFile(open, claims)
  const defects = conditions.flatMap((condition) =>
    condition.kind === 'checked' ? defectsOf(condition, condition.find(file)) : [],
  )
  return {file, defects}
}

/** The same thing on the same page is told once, with how often it is there. */
function defectsOf(condition: CheckedCondition, findings: Iterable<Finding>): PdfDefect[] {
  const counts = new Map<string, {finding: Finding; count: number}>()
  for (const finding of findings) {
    const key = `${finding.page} ${finding.detail}`
    const known = counts.get(key)
    counts.set(key, {finding, count: (known?.count ?? 0) + 1})
  }
  return [...counts.values()].map(({count, finding}) => {
    const more = [finding.detail, count > 1 ? `×${count}` : ''].filter(Boolean).join(' ')
    const {chinese, english, id} = condition
    const reason = more ? `${chinese}（${more}） / ${english} (${more})` : `${chinese} / ${english}`
    return {condition: id, page: finding.page, reason}
  })
}
