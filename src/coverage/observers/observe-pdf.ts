import {getDocument, type PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {localeFor} from '../../locale/locale.ts'
import type {
  ArtifactObservation,
  ArtifactProblem,
  ContentUnit,
  Observation,
  SlideReading,
} from '../../model/coverage.ts'
import type {ExpectedFonts} from '../../model/font.ts'
import type {Target} from '../../model/output.ts'
import {containerKinds} from '../container-kinds.ts'
import {checkPdfFonts} from '../fonts/check-pdf-fonts.ts'
import {normalizeText} from '../normalize-text.ts'
import {accessibilityProblems} from '../pdf/accessibility-problems.ts'
import {pdfHarm} from '../harm/pdf-harm.ts'
import {checkDrawing} from '../pdf/check-drawing.ts'
import {checkFigureWords} from '../pdf/check-figure-words.ts'
import {checkFormulaShapes} from '../pdf/check-formula-shapes.ts'
import {readFinishedPdf} from '../pdf/check-pdf-accessibility.ts'
import {decoded, streamAt} from '../pdf/accessibility/file/entries.ts'
import type {PdfFile} from '../pdf/accessibility/read-pdf-file.ts'
import {plainTexts} from '../raw/plain-reading.ts'
import {checkFonts, checkGlyphTexts} from '../privacy/check-fonts.ts'
import {checkNames} from '../privacy/check-names.ts'
import {secretsOf} from '../privacy/secrets.ts'
import {everyText} from '../pdf/every-text.ts'
import {checkPdf} from '../pdf/check-pdf.ts'
import {readHiddenText} from '../pdf/read-hidden-text.ts'
import type {Course} from '../../model/course.ts'
import type {ArtifactSource} from './artifact-source.ts'
import {readPage, type PdfPage} from '../pdf/read-page.ts'

export interface PdfSource extends ArtifactSource {
  /** Of the deck of the same edition; absent when it was not built. */
  readonly slides: readonly SlideReading[] | undefined
  readonly fonts: ExpectedFonts
}

/**
 * Reads a finished PDF: the page of every named destination, and the tagged text of every page. Running heads and
 * folios are not tagged, and so not part of it.
 */
export async function observePdf(target: Target, path: string, source: PdfSource): Promise<ArtifactObservation> {
  const {contents, course, slides, units} = source
  const loading = getDocument({data: new Uint8Array(contents), useSystemFonts: false, verbosity: 0})
  try {
    const pdf = await loading.promise
    const blank = target.output === 'handout' ? localeFor(course).words.blank : ''
    const pages = await readPages(pdf, blank)
    const texts = pages.map(({text}) => text)
    const destinations = await readDestinations(pdf)
    const labels = await pdf.getPageLabels()
    const observations = observe(texts, destinations, {labels, path, units, output: target.output})
    const isEmpty = texts.every((text) => text === '')
    const hidden = isEmpty ? '' : await readHiddenText(pdf, pages.length)
    const {defects, file} = await readFinishedPdf(contents)
    const problems: ArtifactProblem[] = isEmpty
      ? [{ruleId: 'artifact-opens', reason: `${path} has no text`}]
      : [
          ...(await checkPdf({pdf, pages, destinations, target, course, units, slides})),
          ...accessibilityProblems(defects),
          ...(file ? await objectProblems(file, target, source) : []),
          ...(file && target.edition === 'student' ? privacyProblems(file, {course, destinations, hidden}) : []),
          ...checkFigureWords(pages, course),
        ]
    const drawn = pages.map((page) => page.drawn)
    const said = normalizeText([hidden, ...(file ? everyText(file) : [])].join('\n'))
    const everything = isEmpty ? '' : [...texts, ...drawn, said].join('')
    return {target, path, observations, everything, plain: plainTexts([...texts, said]), problems}
  } catch (error) {
    const reason = `${path}: ${error instanceof Error ? error.message : String(error)}`
    return {target, path, observations: [], everything: '', problems: [{ruleId: 'artifact-opens', reason}]}
  } finally {
    await loading.destroy()
  }
}

/** What is wrong with what is drawn, and with what the file may do. */
async function objectProblems(
  file: PdfFile,
  target: Target,
  {course, fonts, units}: PdfSource,
): Promise<ArtifactProblem[]> {
  const expected = target.output === 'pdf' ? units.filter((unit) => isFor(unit, target)) : []
  return [
    ...pdfHarm(file),
    ...checkDrawing(file, {course, expected, units}),
    ...(await checkFormulaShapes(file, course)),
    ...(await checkPdfFonts(file, fonts)),
  ]
}

/** Names and fonts that were made from what is the teacher's. */
function privacyProblems(
  file: PdfFile,
  {
    course,
    destinations,
    hidden,
  }: {readonly course: Course; readonly destinations: ReadonlyMap<string, number>; readonly hidden: string},
): ArtifactProblem[] {
  const secrets = secretsOf(course)
  const programs = file.fonts.flatMap(({descriptor}) =>
    ['FontFile2', 'FontFile3'].flatMap((key) => streamAt(descriptor, key) ?? []).map((stream) => decoded(stream)),
  )
  const mapped = file.fonts.flatMap(({toUnicode}) => [...(toUnicode?.unicode.values() ?? [])])
  return [
    ...checkNames({ids: [...destinations.keys()], others: [hidden, ...everyText(file)]}, secrets),
    ...checkFonts(programs, secrets),
    ...checkGlyphTexts(mapped, secrets),
  ]
}

const isFor = ({editions, outputs}: ContentUnit, {edition, output}: Target) =>
  editions.includes(edition) && outputs.includes(output)

async function readPages(pdf: PDFDocumentProxy, blank: string): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    // In turn: pages of a large book together would need all of its memory.
    // oxlint-disable-next-line no-await-in-loop
    const page = await pdf.getPage(number)
    // oxlint-disable-next-line no-await-in-loop
    pages.push(await readPage(page, blank))
    page.cleanup()
  }
  return pages
}

/** Pages, from 1, of the named destinations. */
async function readDestinations(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const named = await pdf.getDestinations()
  const entries = named instanceof Map ? [...named] : Object.entries(named)
  const pages = new Map<string, number>()
  for (const [name, destination] of entries as [string, unknown[]][]) {
    const reference = destination[0] as {num: number; gen: number}
    // oxlint-disable-next-line no-await-in-loop
    pages.set(name, (await pdf.getPageIndex(reference)) + 1)
  }
  return pages
}

interface Observed {
  readonly labels: readonly string[] | null
  readonly path: string
  readonly units: readonly ContentUnit[]
  readonly output: Target['output']
}

/**
 * A unit's text is that of the pages from its own destination to the next unit's; a container's to the next section's. So is one of a
 * handout, where the destination is on the slide, and the text beside it may run on for pages.
 */
function observe(
  texts: readonly string[],
  destinations: ReadonlyMap<string, number>,
  {labels, output, path, units}: Observed,
): Observation[] {
  const present = units.flatMap((unit) => {
    const page = destinations.get(unit.id)
    return page ? [{id: unit.id, kind: unit.kind, page}] : []
  })
  const startsOf = (all: typeof present) => all.map(({page}) => page).toSorted((a, b) => a - b)
  const starts = startsOf(present)
  const first = new Set(destinations.values())
  const lastStep = (page: number) => {
    // A page without any destination shows the slide before it after another step.
    if (output !== 'slides') return page
    let last = page
    while (last < texts.length && !first.has(last + 1)) last++
    return last
  }
  const sections = startsOf(present.filter(({kind}) => kind === 'section' || kind === 'chapter'))
  return present.map(({id, kind, page}) => {
    const isLong = containerKinds.has(kind) || output === 'handout'
    const next = (isLong ? sections : starts).find((start) => start > page) ?? texts.length
    const text = texts.slice(page - 1, lastStep(Math.max(page, next))).join('')
    return {unit: id, place: 'content', locator: `p.${labels?.[page - 1] ?? page}`, link: `${path}#page=${page}`, text}
  })
}
