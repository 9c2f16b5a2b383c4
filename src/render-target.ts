import {projectBook} from './book/project-book.ts'
import {renderEpub} from './epub/render-epub.ts'
import type {Artifact} from './model/artifact.ts'
import type {Course} from './model/course.ts'
import type {Deck} from './model/deck.ts'
import type {Edition, Target} from './model/output.ts'
import {printBook, printDocument} from './pdf/print.ts'
import {renderBookHtml} from './pdf/render-book-html.ts'
import {renderHandoutHtml} from './pdf/render-handout-html.ts'
import {renderSlidesHtml} from './pdf/render-slides-html.ts'
import {renderDeck, type Companion} from './reveal/render-deck.ts'
import {loadReveal} from './theme/load-reveal.ts'
import type {Workshop} from './open-workshop.ts'

/** The files of one output in one edition. */
export async function renderTarget(
  target: Target,
  {decks, targets}: {readonly decks: ReadonlyMap<Edition, Deck>; readonly targets: readonly Target[]},
  {browser, course, hasSingleFile, modified, renderers, theme, truetype, woff2}: Workshop,
): Promise<Artifact> {
  const print = {theme, fonts: truetype.faces, renderers}
  const deck = decks.get(target.edition) ?? {edition: target.edition, slides: []}
  switch (target.output) {
    case 'deck': {
      const assets = {theme, fonts: (await woff2()).faces, reveal: await loadReveal()}
      return renderDeck(deck, course, {
        assets,
        renderers,
        hasSingleFile,
        companions: companionsOf(course, target, targets),
      })
    }
    case 'epub':
      return renderEpub(projectBook(course, target), course, {theme, renderers, modified})
    case 'pdf':
      return pdfArtifact(
        course,
        target,
        await printBook(renderBookHtml(projectBook(course, target), course, print), {browser, modified}),
      )
    case 'slides':
      return pdfArtifact(
        course,
        target,
        await printDocument(renderSlidesHtml(deck, course, print), {browser, modified}),
      )
    case 'handout':
      return pdfArtifact(
        course,
        target,
        await printDocument(renderHandoutHtml(deck, course, print), {browser, modified}),
      )
    default:
      return target.output satisfies never
  }
}

function pdfArtifact(course: Course, target: Target, contents: Uint8Array): Artifact {
  const file = pdfPath(course, target)
  return {target, entry: file, files: [{path: file, contents}]}
}

function pdfPath({slug}: Course, {edition, output}: Target): string {
  return `${edition === 'teacher' ? 'teacher/' : ''}${slug}${output === 'pdf' ? '' : `-${output}`}.pdf`
}

/** The PDFs of the same build that a deck links: those of its own edition, else the student's. */
function companionsOf(course: Course, {edition}: Target, targets: readonly Target[]): Companion[] {
  return (['slides', 'pdf', 'handout'] as const).flatMap((output) => {
    const found = targets.filter((target) => target.output === output)
    const target = found.find((one) => one.edition === edition) ?? found.find((one) => one.edition === 'student')
    return target ? [{output, path: pdfPath(course, target)}] : []
  })
}
