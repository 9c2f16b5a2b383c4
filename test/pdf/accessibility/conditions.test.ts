import {describe, expect, test} from 'vitest'
import {conditions} from '../../../src/coverage/pdf/accessibility/conditions.ts'
import {checkPdfAccessibility} from '../../../src/coverage/pdf/check-pdf-accessibility.ts'
import {wellFormed, writePdf, type PdfPlan} from '../../support/tagged-pdf.ts'
import {annotationSeeds} from './seeds/annotation-seeds.ts'
import {contentSeeds} from './seeds/content-seeds.ts'
import {documentSeeds} from './seeds/document-seeds.ts'
import {fontSeeds} from './seeds/font-seeds.ts'
import {languageSeeds} from './seeds/language-seeds.ts'
import {ownSeeds} from './seeds/own-seeds.ts'
import {structureSeeds} from './seeds/structure-seeds.ts'

const seeds = [
  ...contentSeeds,
  ...documentSeeds,
  ...structureSeeds,
  ...languageSeeds,
  ...annotationSeeds,
  ...fontSeeds,
  ...ownSeeds,
]

async function conditionsOf(plan: PdfPlan): Promise<string[]> {
  const defects = await checkPdfAccessibility(await writePdf(plan))
  return [...new Set(defects.map(({condition}) => condition))]
}

test('a well-formed file has no defect', async () => {
  expect(await checkPdfAccessibility(await writePdf(wellFormed()))).toEqual([])
})

describe('what is spoilt in it is told by its condition and no other', () => {
  test.each(seeds)('$condition: $what', async ({condition, others, spoil}) => {
    const plan = wellFormed()
    spoil(plan)
    expect(await conditionsOf(plan)).toEqual([condition, ...others])
  })

  test('every condition that is checked is seeded, here or in the tests of claims and encryption', () => {
    const seeded = new Set(seeds.map(({condition}) => condition))
    const bare = conditions.filter(({id, kind}) => kind === 'checked' && !seeded.has(id)).map(({id}) => id)
    expect(bare).toEqual(['06-002', '26-001', '26-002'])
  })
})
