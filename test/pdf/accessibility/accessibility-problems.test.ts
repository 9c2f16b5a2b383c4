import {expect, test} from 'vitest'
import {checkPdfAccessibility} from '../../../src/coverage/pdf/check-pdf-accessibility.ts'
import {accessibilityProblems} from '../../../src/coverage/pdf/accessibility-problems.ts'
import {shown, wellFormed, writePdf} from '../../support/tagged-pdf.ts'

test('a well-formed file has no problem', async () => {
  expect(accessibilityProblems(await checkPdfAccessibility(await writePdf(wellFormed())))).toEqual([])
})

test('defects are told by condition and reason, with their pages', async () => {
  const plan = wellFormed()
  plan.metadata = ''
  plan.content += `\nBT /Base 9 Tf ${shown('A')} Tj ET`
  expect(accessibilityProblems(await checkPdfAccessibility(await writePdf(plan)))).toEqual([
    {
      ruleId: 'pdf-is-accessible',
      reason:
        'PDF/UA 01-005 (p. 1): 内容既没有标签，也没有标为装饰（Tj） / Content is neither tagged nor marked as artifact (Tj)',
    },
    {
      ruleId: 'pdf-is-accessible',
      reason: 'PDF/UA 06-001: 文件没有可读的 XMP 元数据 / The document has no XMP metadata that can be read',
    },
  ])
})

test('of many reasons the first five are told, and how many more there are', async () => {
  const plan = wellFormed()
  const operators = ['S', 's', 'f', 'F', 'f*', 'B', 'b']
  plan.content += operators.map((operator) => `\n0 0 5 5 re ${operator}`).join('')
  const reasons = accessibilityProblems(await checkPdfAccessibility(await writePdf(plan))).map(({reason}) => reason)
  expect(reasons.length).toBe(6)
  expect(reasons.at(-1)).toBe('PDF/UA 01-005: 另有 2 处 / 2 more')
})
