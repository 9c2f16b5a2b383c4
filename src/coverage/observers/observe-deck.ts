import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import type {ArtifactObservation, ArtifactProblem, ContentUnit, Observation} from '../../model/coverage.ts'
import type {ExpectedFonts} from '../../model/font.ts'
import type {Target} from '../../model/output.ts'
import type {Course} from '../../model/course.ts'
import {checkDeckFonts} from '../fonts/check-deck-fonts.ts'
import {readSlides} from '../slides/read-slides.ts'
import {drawingTexts} from '../drawing-texts.ts'
import {checkFigures} from '../slides/check-figures.ts'
import {checkFormulas} from '../slides/check-formulas.ts'
import {checkImages} from '../slides/check-images.ts'
import {checkDrawings} from '../slides/check-drawings.ts'
import {checkStyleSheets} from '../slides/check-style-sheets.ts'
import {checkDeckPages} from '../slides/check-deck-pages.ts'
import {checkDeckHarm} from '../harm/check-output-harm.ts'
import {normalizeText} from '../normalize-text.ts'
import {checkFonts, checkGlyphTexts, embeddedFonts, namedCharacters} from '../privacy/check-fonts.ts'
import {checkNames, joinNames, namesInMarkup} from '../privacy/check-names.ts'
import {plainReading} from '../raw/plain-reading.ts'
import {secretsOf} from '../privacy/secrets.ts'
import {decodedTexts, textsOfPage} from '../privacy/readable-texts.ts'
import {deckRequests} from '../requests/deck-requests.ts'
import {hasClass, readHastText, readRuby} from './read-hast-text.ts'

export interface DeckSource {
  /** Of its folder, by their names in it. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly course: Course
  readonly units: readonly ContentUnit[]
  readonly fonts: ExpectedFonts
}

/** Reads a finished deck: which block is on which slide, in its reading text or in its notes, and what it says. */
export async function observeDeck(
  target: Target,
  path: string,
  {course, files, fonts, units}: DeckSource,
): Promise<ArtifactObservation> {
  const pages = new Map<string, Root>()
  const sources: string[] = []
  for (const [name, contents] of files) {
    sources.push(name)
    if (!/\.(?:html|css|js|svg|json|txt|md)$/u.test(name)) continue
    const source = new TextDecoder().decode(contents)
    const page = name.endsWith('.html') ? fromHtml(source) : undefined
    if (page) pages.set(name, page)
    if (isOwn(name)) sources.push(source, ...decodedTexts(source), ...(page ? textsOfPage(page) : []))
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const main = pages.get('index.html')
  if (!main) {
    const problems: ArtifactProblem[] = [{ruleId: 'artifact-opens', reason: `${path} is missing`}]
    return {target, path, observations: [], everything: '', problems}
  }
  const observations = observeSlides(main, path)
  const slides = readSlides(main)
  const known = new Set(units.map(({id}) => id))
  const ofChapters = observations.filter(({unit}) => known.has(unit))
  return {
    target,
    path,
    observations,
    slides,
    everything: normalizeText(sources.join('\n')),
    plain: plainReading([new TextDecoder().decode(files.get('index.html'))]),
    problems: [
      ...deckRequests(files, pages, folder),
      ...checkDeckHarm(files, pages),
      ...checkStyleSheets(files, folder),
      ...(await checkDeckFonts(files, fonts)),
      ...checkDrawings(pages),
      ...checkImages(files, pages, folder),
      ...(await checkFormulas(main, course, units)),
      ...checkFigures(main, drawingTexts(course)),
      ...checkDeckPages(pages, {course, files, target, units}),
      ...chapterDeckProblems(pages, ofChapters, folder),
      ...singleFileProblems(pages, observations, folder),
      ...(target.edition === 'student' ? privacyProblems(files, course) : []),
    ],
  }
}

/** Names and fonts that were made from what is the teacher's. */
function privacyProblems(files: DeckSource['files'], course: Course): ArtifactProblem[] {
  const secrets = secretsOf(course)
  const sources = [...files].filter(([name]) => /\.(?:html|css|svg)$/u.test(name))
  const texts = sources.map(([, contents]) => new TextDecoder().decode(contents))
  const names = joinNames([...texts.map((text) => namesInMarkup(text)), {ids: [], others: [...files.keys()]}])
  const loose = [...files].filter(([name]) => /\.(?:woff2?|ttf|otf)$/u.test(name)).map(([, contents]) => contents)
  return [
    ...checkNames(names, secrets),
    ...checkFonts([...embeddedFonts(texts), ...loose], secrets),
    ...checkGlyphTexts(namedCharacters(texts, secrets), secrets),
  ]
}

/** Scripts and styles of reveal.js are not ours to search. */
const isOwn = (name: string) => !/^assets\/(?!(?:deck\.js|theme\.css)$)/u.test(name)

function observeSlides(tree: Root, path: string): Observation[] {
  const observations: Observation[] = []
  let number = 0
  visit(tree, 'element', (section) => {
    if (section.tagName !== 'section') return undefined
    number++
    observations.push(...observeSlide(section, number, path))
    return SKIP
  })
  return observations
}

function observeSlide(section: Element, number: number, path: string): Observation[] {
  const observations: Observation[] = []
  const locator = `#${number}`
  const link = `${path}#/${String(section.properties['id'] ?? number)}`
  visitParents(section, 'element', (element, ancestors) => {
    const id = element.properties['dataBlock']
    if (typeof id !== 'string') return
    const place = placeOf(ancestors.filter((node): node is Element => node.type === 'element'))
    const code = findCode(element)
    const text = normalizeText(readHastText(element))
    const readings = normalizeText(readRuby(element))
    const formulas = readFormulas(element)
    observations.push({unit: id, place, locator, link, text, readings, formulas, ...(code === undefined ? {} : {code})})
  })
  return observations
}

function placeOf(ancestors: readonly Element[]): Observation['place'] {
  if (ancestors.some((element) => hasClass(element, 'notes-text'))) return 'notes'
  return ancestors.some((element) => hasClass(element, 'reading-text')) ? 'reading' : 'content'
}

/** TeX of the formulas inside. */
function readFormulas(element: Element): string[] {
  const formulas: string[] = []
  visit(element, 'element', ({properties}) => {
    if (typeof properties['dataTex'] === 'string') formulas.push(properties['dataTex'])
  })
  return formulas
}

function findCode(element: Element): string | undefined {
  let code: string | undefined
  visit(element, 'element', (inner) => {
    if (inner.tagName === 'pre') code ??= toString(inner)
  })
  return code
}

/** The deck in one file says what the deck says, in the same order; where it does not, the first difference is reported. */
function singleFileProblems(
  pages: ReadonlyMap<string, Root>,
  observations: readonly Observation[],
  folder: string,
): ArtifactProblem[] {
  const single = pages.get('deck.html')
  if (!single) return []
  const say = (one: Observation | undefined) => one && [one.unit, one.locator, one.place, one.text].join(' ')
  const said = observeSlides(single, `${folder}deck.html`)
  const length = Math.max(observations.length, said.length)
  const first = Array.from({length}, (_, index) => index).find((at) => say(observations[at]) !== say(said[at]))
  if (first === undefined) return []
  const unit = (observations[first] ?? said[first])?.unit
  const reason = `${folder}deck.html does not say what the deck says`
  return [{ruleId: 'artifact-opens', reason, ...(unit === undefined ? {} : {unit})}]
}

/** The decks of the chapters together hold what the whole deck holds. */
function chapterDeckProblems(
  pages: ReadonlyMap<string, Root>,
  observations: readonly Observation[],
  folder: string,
): ArtifactProblem[] {
  const held = new Set<string>()
  for (const [name, tree] of pages) {
    if (name === 'index.html' || name === 'deck.html') continue
    for (const observation of observeSlides(tree, `${folder}${name}`)) held.add(observation.unit)
  }
  const lost = [...new Set(observations.map(({unit}) => unit))].filter((unit) => !held.has(unit))
  return lost.map((unit) => ({ruleId: 'artifact-opens', reason: `no chapter's own deck holds ${unit}`, unit}))
}
