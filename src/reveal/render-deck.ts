import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import {deckPolicy, singleFilePolicy} from '../html/content-policy.ts'
import {htmlDocument} from '../html/document.ts'
import {outputName} from '../html/output-name.ts'
import type {RenderContext, Renderers} from '../html/render-context.ts'
import {renderBlocks} from '../html/render-block.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import {inkClasses, renderReading, renderSlide} from '../html/slide/render-slide.ts'
import {slideSizeStyle} from '../html/slide/slide-size-style.ts'
import {slideContext} from '../html/slide/slide-context.ts'
import {localeFor} from '../locale/locale.ts'
import type {Artifact, WholeFile} from '../model/artifact.ts'
import type {Target} from '../model/output.ts'
import type {Chapter, Course, Resource} from '../model/course.ts'
import {idsInDeck} from '../model/deck-ids.ts'
import type {Deck, Slide} from '../model/deck.ts'
import {plainTitle} from '../model/plain-title.ts'
import {slideSizes} from '../model/slide-size.ts'
import {deckScript, keyTable} from './deck-script.ts'
import {sealPage} from './seal-page.ts'
import {speakerViewHash, translateSpeakerView} from './speaker-view.ts'
import {singleFile} from './single-file.ts'
import {embeddedFontFaces} from '../theme/font-faces.ts'
import type {RevealFile} from '../theme/load-reveal.ts'
import type {Theme} from '../theme/load-theme.ts'
import {mediaFiles, mediaName} from '../theme/media-name.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'

/** What decks of both editions share. */
export interface DeckAssets {
  readonly theme: Theme
  /** As WOFF2. */
  readonly fonts: readonly SubsetFace[]
  readonly reveal: Readonly<Record<RevealFile, Uint8Array>>
}

export interface DeckOptions {
  readonly assets: DeckAssets
  readonly renderers: Renderers
  /** Whether the whole deck is also written as one HTML file. */
  readonly hasSingleFile: boolean
  readonly companions: readonly Companion[]
}

/** Another output of the same course, which the deck links. */
export interface Companion {
  readonly target: Target
  /** Below the output folder. */
  readonly path: string
}

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (contents: Uint8Array) => new TextDecoder().decode(contents)

/**
 * The deck of the whole course, and one of each chapter, in HTML that opens from `file://`: scripts are classic ones,
 * fonts stand in the style sheet.
 */
export function renderDeck(deck: Deck, course: Course, options: DeckOptions): Artifact {
  const {assets, hasSingleFile, renderers} = options
  const folder = deck.edition === 'teacher' ? 'teacher/deck/' : 'deck/'
  const shown = course.chapters.filter(({id}) => deck.slides.some((slide) => slide.chapter === id))
  const names = chapterFiles(shown)
  const ids = idsInDeck(deck.slides)
  const home = '../'.repeat(folder.split('/').length - 1)
  const companions = options.companions.map(({path, target}) => ({target, path: `${home}${path}`}))
  const speakerView = speakerViewHash(notesScript(course, assets))
  const pages: WholeFile[] = [
    page('index.html', {slides: deck.slides, companions}),
    ...shown.map((chapter) => {
      const slides = deck.slides.filter((slide) => slide.chapter === chapter.id)
      return page(names.get(chapter.id) ?? '', {slides, chapter, companions})
    }),
  ]
  const files = [...pages, ...assetFiles(course, pages, assets)]
  // Alone it has nothing to link to.
  const alone = hasSingleFile ? [treeOf({slides: deck.slides, companions: []})] : []
  const single = alone.map((tree) => ({
    path: 'deck.html',
    contents: encode(
      serializeHtml(sealPage(singleFile(tree, files), (nonce) => singleFilePolicy({nonce, speakerView}))),
    ),
  }))
  return {
    target: {output: 'deck', edition: deck.edition},
    entry: `${folder}index.html`,
    files: [...files, ...single].map((file) => ({...file, path: `${folder}${file.path}`})),
  }

  function treeOf(parts: Pick<PageParts, 'chapter' | 'companions' | 'slides'>): Root {
    return renderPage({...parts, course, ids, names, renderers, edition: deck.edition})
  }

  function page(path: string, parts: Parameters<typeof treeOf>[0]): WholeFile {
    const sealed = sealPage(treeOf(parts), (nonce) => deckPolicy({nonce, speakerView}))
    return {path, contents: encode(serializeHtml(sealed))}
  }
}

/** File of each chapter's own deck: those with numbers in their order. */
function chapterFiles(chapters: readonly Chapter[]): ReadonlyMap<string, string> {
  return new Map(chapters.map((chapter) => [chapter.id, `${chapterPrefix(chapter)}${chapter.id}.html`]))
}

/** The whole deck has these names, also where capitals make no difference. */
const taken: ReadonlySet<string> = new Set(['deck', 'index'])

function chapterPrefix({id, number, role}: Chapter): string {
  if (role === 'chapter') return `${number.padStart(2, '0')}-`
  return taken.has(id.toLowerCase()) ? `${role}-` : ''
}

function assetFiles(course: Course, pages: readonly WholeFile[], assets: DeckAssets): WholeFile[] {
  const {fonts, reveal, theme} = assets
  const fontFaces = embeddedFontFaces(fonts)
  const {'notes.js': _notes, ...others} = reveal
  return [
    ...Object.entries(others).map(([name, contents]) => ({path: `assets/${name}`, contents})),
    {path: 'assets/notes.js', contents: encode(notesScript(course, assets))},
    {
      path: 'assets/theme.css',
      contents: encode([theme.styles.content, theme.styles.deck, slideSizeStyle(course.slideSize)].join('\n')),
    },
    {path: 'assets/fonts.css', contents: encode(fontFaces)},
    {path: 'assets/deck.js', contents: encode(scriptOf(course))},
    ...Array.from(mediaFiles(linkedImages(course, pages)), ([path, contents]) => ({path, contents})),
  ]
}

const notesScript = (course: Course, {reveal}: DeckAssets): string =>
  translateSpeakerView(decode(reveal['notes.js']), localeFor(course).speakerView)

function scriptOf(course: Course): string {
  const {keys, words} = localeFor(course)
  const {contents, nothingFound, readingText, resume} = words
  const {help, jump, next, previous, search} = keys
  const size = slideSizes[course.slideSize]
  return deckScript({
    ...size,
    words: {contents, readingText, nothingFound, resume, next, previous, help, jump, search},
    keys: keyTable(keys),
  })
}

/** Only what a page shows: an image that stands in notes alone is not the students'. Drawings mostly stand in the page itself. */
function linkedImages(course: Course, pages: readonly WholeFile[]): Resource[] {
  const sources = pages.map(({contents}) => decode(contents))
  return [...course.resources.values()].filter((resource) => {
    const name = mediaName(resource)
    return sources.some((source) => source.includes(name))
  })
}

interface PageParts {
  readonly course: Course
  readonly slides: readonly Slide[]
  /** The chapter of a chapter's own deck. */
  readonly chapter?: Chapter
  /** As seen from the page. */
  readonly companions: readonly Companion[]
  /** Of everything in the deck. */
  readonly ids: ReadonlySet<string>
  readonly names: ReadonlyMap<string, string>
  readonly renderers: Renderers
  readonly edition: Deck['edition']
}

/** Without the nonce of its scripts, which is made of it. */
function renderPage(parts: PageParts): Root {
  const {chapter, companions, course, edition, slides} = parts
  const identifiers = new Set<string>(slides.map((slide) => slide.id))
  const locale = localeFor(course)
  const sections = slides.map((slide) => renderSection(slide, contextOf(slide, parts, identifiers)))
  const title = chapter ? `${plainTitle(chapter.title, course.references)} · ${course.title}` : course.title
  const style = (name: string) => h('link', {rel: 'stylesheet', href: `assets/${name}`})
  const script = (name: string) => h('script', {src: `assets/${name}`})
  return htmlDocument({
    language: course.language,
    title: edition === 'teacher' ? `${title}（${locale.words.teacherEdition}）` : title,
    policy: '',
    head: [
      style('reveal.css'),
      style('fonts.css'),
      style('theme.css'),
      ...companions.map(({path, target}) =>
        h('link', {rel: 'alternate', href: path, title: outputName(target, locale)}),
      ),
    ],
    body: [
      h('div', {className: 'reveal'}, [h('div', {className: 'slides'}, sections)]),
      ...['reveal.js', 'notes.js', 'zoom.js', 'deck.js'].map((name) => script(name)),
    ],
  })
}

function contextOf(slide: Slide, parts: PageParts, identifiers: Set<string>): RenderContext {
  const {chapter, companions, course, ids, names, renderers} = parts
  const href = (id: string) => {
    if (!ids.has(id)) return undefined
    const home = course.references.get(id)?.chapter
    return chapter && home && home !== chapter.id ? `${names.get(home)}#/${id}` : `#/${id}`
  }
  return slideContext(slide, {
    course,
    renderers,
    identifiers,
    resourceUrl: mediaName,
    href,
    ...bookLink(companions),
  })
}

/** Into the printed book at the section; of an e-book, which no link leads into, to its file. */
function bookLink(companions: readonly Companion[]): Pick<RenderContext, 'bookHref'> {
  const pdf = companions.find(({target}) => target.output === 'pdf')
  if (pdf) return {bookHref: (id) => (id ? `${pdf.path}#nameddest=${id}` : pdf.path)}
  const epub = companions.find(({target}) => target.output === 'epub')
  return epub ? {bookHref: () => epub.path} : {}
}

/** The slide, and beside it for the speaker view what is not on it. */
function renderSection(slide: Slide, context: RenderContext): Element {
  const {words} = context.locale
  const box = renderSlide(slide, context)
  const reading = renderReading(slide, 'deck', context)
  const notes = renderBlocks(slide.notes, context)
  const aside = [
    ...(notes.length > 0 ? [h('div', {className: 'notes-text'}, [h('h2', words.speakerNotes), ...notes])] : []),
    ...(reading.length > 0
      ? [h('div', {className: 'reading-text'}, [h('h2', {className: 'reading-title'}, words.readingText), ...reading])]
      : []),
  ]
  const state = [`layout-${slide.layout}`, ...inkClasses(slide, context), slide.attributes['data-state']]
    .filter(Boolean)
    .join(' ')
  return h('section', {...slide.attributes, id: slide.id, dataState: state, dataTiming: slide.seconds}, [
    box,
    ...(aside.length > 0 ? [h('aside', {className: 'notes'}, aside)] : []),
  ])
}
