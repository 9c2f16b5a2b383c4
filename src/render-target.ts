import type {Pages} from './browser/open-browser.ts'
import {projectElectronicBook, projectPrintedBook} from './book/project-book.ts'
import {withPage} from './browser/with-page.ts'
import {coverSize, renderCoverPage} from './epub/cover-page.ts'
import {fontLicences} from './theme/font-licences.ts'
import {renderEpub} from './epub/render-epub.ts'
import type {Artifact} from './model/artifact.ts'
import type {Course} from './model/course.ts'
import type {Deck} from './model/deck.ts'
import type {Edition, Target} from './model/output.ts'
import type {TellPart} from './model/progress.ts'
import {printBook, type PrintedBook} from './pdf/book/print-book.ts'
import {renderBookHtml} from './pdf/book/render-book-html.ts'
import {printDocument} from './pdf/print.ts'
import type {PrintAssets} from './pdf/print-source.ts'
import {renderHandout} from './pdf/handout/render-handout.ts'
import {renderSlidesHtml} from './pdf/render-slides-html.ts'
import {renderDeck} from './reveal/render-deck.ts'
import {facesOnSlides} from './theme/slide-families.ts'
import {loadReveal} from './theme/load-reveal.ts'
import type {EditionParts, Workshop} from './open-workshop.ts'
import {companionsOf, pdfPath} from './pdf-path.ts'

export interface BuildState {
  readonly decks: ReadonlyMap<Edition, Deck>
  readonly targets: readonly Target[]
  /** What has been printed so far. */
  readonly books: Map<Edition, Promise<PrintedBook>>
  /** Told how far a print is. */
  readonly tell: TellPart
}

/** The files of one output in one edition. */
export async function renderTarget(
  target: Target,
  {books, decks, targets, tell}: BuildState,
  {browser, editions, hasSingleFile, modified, theme}: Workshop,
): Promise<Artifact> {
  const {course, renderers, truetype, woff2} = editions[target.edition]
  const printing = {browser, course, modified, tell}
  const print = {theme, fonts: truetype.faces, renderers}
  // The EPUB names the pages of the printed book, so whichever comes first prints it.
  const bookOf = (edition: Edition) => {
    const printed = books.get(edition) ?? printEdition(editions[edition], edition, {browser, modified, tell, theme})
    books.set(edition, printed)
    return printed
  }
  const deck = decks.get(target.edition) ?? {edition: target.edition, slides: []}
  switch (target.output) {
    case 'deck': {
      const fonts = facesOnSlides(theme, (await woff2()).faces)
      return renderDeck(deck, course, {
        assets: {theme, fonts, reveal: await loadReveal()},
        renderers,
        hasSingleFile,
        companions: companionsOf(course, target, targets),
      })
    }
    case 'epub': {
      const pageBreaks = isPrinted(target.edition, targets)
        ? (await bookOf(target.edition)).pageBreaks
        : new Map<string, string>()
      const hasFonts = course.epub.fonts === 'subset'
      return renderEpub(projectElectronicBook(course, target.edition), course, {
        theme,
        renderers,
        modified,
        pageBreaks,
        cover: await photographCover(course, print, browser),
        fonts: hasFonts ? (await woff2()).faces : [],
        licences: hasFonts ? await fontLicences(theme.faces) : new Map(),
      })
    }
    case 'pdf':
      return pdfArtifact(course, target, (await bookOf(target.edition)).pdf)
    case 'slides':
      return pdfArtifact(course, target, await printDocument(renderSlidesHtml(deck, course, print), printing))
    case 'handout': {
      const printed = printedEdition(target, targets)
      const labels = printed && (await bookOf(printed)).labels
      const source = renderHandout(deck, course, {
        assets: print,
        layout: target.layout,
        pageOf: (id) => labels?.get(id),
      })
      return pdfArtifact(course, target, await printDocument(source, printing))
    }
    default:
      return target satisfies never
  }
}

function printEdition(
  {course, renderers, truetype}: EditionParts,
  edition: Edition,
  {theme, ...printing}: Pick<Workshop, 'browser' | 'modified' | 'theme'> & Pick<BuildState, 'tell'>,
): Promise<PrintedBook> {
  const book = projectPrintedBook(course, edition)
  // The colophon names those of other families too.
  const faces = [...theme.faces, ...truetype.others]
  const html = renderBookHtml(book, course, {theme: {...theme, faces}, fonts: truetype.faces, renderers})
  return printBook(html, {...printing, course})
}

const isPrinted = (wanted: Edition, targets: readonly Target[]) =>
  targets.some(({edition, output}) => output === 'pdf' && edition === wanted)

/** The edition whose book a handout names the pages of: its own, else the student's, as far as they are printed. */
const printedEdition = ({edition}: Target, targets: readonly Target[]) =>
  [edition, 'student' as const].find((one) => isPrinted(one, targets))

/** The cover as a JPEG. */
async function photographCover(course: Course, parts: PrintAssets, browser: Pages): Promise<Uint8Array> {
  return withPage(browser, renderCoverPage(course, parts), async (page) => {
    await page.setViewport(coverSize)
    return page.screenshot({type: 'jpeg', quality: 88})
  })
}

function pdfArtifact(course: Course, target: Target, contents: Uint8Array): Artifact {
  const file = pdfPath(course, target)
  return {target, entry: file, files: [{path: file, contents}]}
}
