import {bookPath, unzipBook, zipBook} from './markup.ts'
import {targetsOf, type ArtifactName, type Changes, type Files} from './mutant.ts'
import {pdfPaths} from './pdf-objects.ts'
import {openPdf, savePdf} from './pdf.ts'
import {verifyChanged, type Bench} from './run-mutant.ts'

const everything: readonly ArtifactName[] = [
  'slides',
  'slides alone',
  'epub',
  'pdf',
  'handout',
  'handout alone',
  'teacher handout',
  'site',
  'coverage',
]

/**
 * The files as they are, and as the study packs and saves them, give no finding: what is found of a mutant is its defect. Throws
 * with the findings otherwise.
 */
export async function assertNoFalseAlarm(bench: Bench): Promise<void> {
  for (const changes of [new Map<string, Uint8Array>(), await savedAnew(bench.files)]) {
    for (const artifact of everything) {
      // In turn: they share one browser.
      // oxlint-disable-next-line no-await-in-loop
      const findings = await verifyChanged(bench, targetsOf[artifact], changes)
      const list = findings
        .slice(0, 12)
        .map(({reason, ruleId}) => `${ruleId} ${reason}`)
        .join('\n')
      if (findings.length > 0) throw new Error(`False alarm without a defect: ${artifact}\n${list}`)
    }
  }
}

async function savedAnew(files: Files): Promise<Changes> {
  const pdfs = await Promise.all(
    Object.values(pdfPaths).map(
      async (name) => [name, await savePdf(await openPdf(files.get(name) ?? new Uint8Array()))] as const,
    ),
  )
  return new Map([...pdfs, [bookPath, zipBook(unzipBook(files))]])
}
