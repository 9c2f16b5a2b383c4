import {metadataOf, text, type PdfPlan} from '../../../support/tagged-pdf.ts'
import {append, replace, seed, setCatalog, tag, type Seed} from './seed.ts'

/** No language but what single elements have: all but those of `without`. */
const dropLanguage =
  (...without: readonly string[]) =>
  (plan: PdfPlan) => {
    setCatalog({Lang: undefined, Outlines: undefined})(plan)
    const document = tag(plan, 'Document')
    document.entries = {}
    for (const kid of document.K) {
      if (typeof kid === 'object' && 'S' in kid && !without.includes(kid.S)) {
        kid.entries = {...kid.entries, Lang: text('zh-CN')}
      }
    }
  }

function silenceLink(plan: PdfPlan): void {
  const paragraph = tag(plan, 'P', 1)
  paragraph.S = 'Sect'
  dropLanguage('Sect')(plan)
  replace('/Link <</MCID 9>>', '/Link <</MCID 9 /Lang (zh-CN)>>')(plan)
}

const unnamed = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">课</rdf:li></rdf:Alt></dc:title>'

export const languageSeeds: readonly Seed[] = [
  seed('11-001', 'a heading in no language', dropLanguage('H2')),
  seed('11-002', 'an alternative in no language', dropLanguage('Figure')),
  seed('11-002', 'words for marked content in no language', (plan) => {
    dropLanguage()(plan)
    append('/Span <</ActualText (x)>> BDC EMC')(plan)
  }),
  seed('11-003', 'bookmarks in no language', setCatalog({Lang: undefined})),
  seed('11-004', 'words of an annotation in no language', silenceLink),
  seed('11-005', 'words of a form field in no language', (plan) => {
    dropLanguage()(plan)
    setCatalog({AcroForm: {Fields: [{FT: 'Tx', T: text('a'), TU: text('姓名')}]}})(plan)
  }),
  seed('11-006', 'metadata in no language', (plan) => {
    dropLanguage()(plan)
    plan.metadata = metadataOf(unnamed)
  }),
]
