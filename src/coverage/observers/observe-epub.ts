import type {Pages} from '../look-through.ts'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import {unzipSync} from 'fflate'
import type {Element, ElementContent, Root} from 'xast'
import {visit} from 'unist-util-visit'
import type {ArtifactObservation, ArtifactProblem, ContentUnit, Observation} from '../../model/coverage.ts'
import type {Target} from '../../model/output.ts'
import {checkEpubDescription} from '../epub/check-description.ts'
import {checkPictures} from '../epub/check-pictures.ts'
import {checkFormulas} from '../epub/check-formulas.ts'
import {checkNavigation} from '../epub/check-navigation.ts'
import {lookAtBook} from '../epub/look-at-book.ts'
import {checkPackage} from '../epub/check-package.ts'
import {checkEpubHarm} from '../harm/check-output-harm.ts'
import {elementsNamed} from '../epub/elements-named.ts'
import {readPagePlaces} from '../epub/read-page-places.ts'
import {readPackage} from '../epub/read-package.ts'
import type {Course} from '../../model/course.ts'
import {checkFonts, checkGlyphTexts, embeddedFonts, namedCharacters} from '../privacy/check-fonts.ts'
import {checkNames, joinNames, namesInMarkup} from '../privacy/check-names.ts'
import {secretsOf} from '../privacy/secrets.ts'
import {archiveTexts} from '../privacy/archive-texts.ts'
import {plainReading} from '../raw/plain-reading.ts'
import {checkReading} from '../reading/check-reading.ts'
import type {ArtifactSource} from './artifact-source.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'

export interface EpubSource extends ArtifactSource {
  readonly browser: Pages
}

/** Reads a finished EPUB: by its package document, the spine's documents, and in them every id and what it says. */
export async function observeEpub(
  target: Target,
  path: string,
  {browser, contents, course, units}: EpubSource,
): Promise<ArtifactObservation> {
  try {
    const files = unzipSync(contents)
    const {documents, folder, tree: packageDocument} = readPackage(files)
    const observations = [...documents].flatMap(([name, tree]) => observeDocument(name, tree, path))
    const texts = Object.entries(files).filter(([name]) =>
      /\.(?:xhtml|opf|ncx|svg|css|xml|html?|js|json|txt)$/u.test(name),
    )
    const everything = normalizeText(
      [
        ...Object.keys(files),
        ...texts.map(([, bytes]) => new TextDecoder().decode(bytes)),
        ...archiveTexts(contents, files),
      ].join('\n'),
    )
    const expected = units.filter(
      ({editions, outputs}) => editions.includes(target.edition) && outputs.includes('epub'),
    )
    const problems = [
      ...(await checkEpub(contents)),
      ...(await checkFormulas(documents, course.math)),
      ...checkEpubDescription(documents, {course, expected, textOf: readText}),
      ...checkPictures(files, course),
      ...checkReading(linearText(documents, units), {course, target, units}),
      ...checkNavigation(files, documents, course),
      ...checkPackage(packageDocument, course),
      ...checkEpubHarm(files),
      ...(await lookAtBook(
        browser,
        {entries: files, folder, documents: [...documents.keys()]},
        course.epub.writing === 'vertical',
      )),
      ...(target.edition === 'student' ? privacyProblems(files, course) : []),
    ]
    const pages = readPagePlaces(documents)
    const plain = plainReading(
      texts.filter(([name]) => name.endsWith('.xhtml')).map(([, bytes]) => new TextDecoder().decode(bytes)),
    )
    return {target, path, observations, everything, plain, problems, ...(pages ? {pages} : {})}
  } catch (error) {
    const reason = `${path}: ${error instanceof Error ? error.message : String(error)}`
    return {target, path, observations: [], everything: '', problems: [{ruleId: 'artifact-opens', reason}]}
  }
}

/** Names and fonts that were made from what is the teacher's. */
function privacyProblems(files: Readonly<Record<string, Uint8Array>>, course: Course): ArtifactProblem[] {
  const secrets = secretsOf(course)
  const inFiles = (pattern: RegExp) =>
    Object.entries(files).flatMap(([name, contents]) => (pattern.test(name) ? [contents] : []))
  const texts = inFiles(/\.(?:xhtml|opf|ncx|svg|css|xml)$/u).map((contents) => new TextDecoder().decode(contents))
  const names = joinNames([...texts.map((text) => namesInMarkup(text)), {ids: [], others: Object.keys(files)}])
  const fonts = [...embeddedFonts(texts), ...inFiles(/\.(?:woff2?|ttf|otf)$/u)]
  return [
    ...checkNames(names, secrets),
    ...checkFonts(fonts, secrets),
    ...checkGlyphTexts(namedCharacters(texts, secrets), secrets),
  ]
}

function observeDocument(name: string, tree: Root, path: string): Observation[] {
  const observations: Observation[] = []
  visit(tree, 'element', (element) => {
    const {id} = element.attributes
    if (!id) return
    const code = findCode(element)
    const text = normalizeText(readText(element))
    const readings = normalizeText(readRuby(element))
    const formulas = readFormulas(element)
    const base: Observation = {
      unit: id,
      place: 'content',
      locator: `${name}#${id}`,
      link: path,
      text,
      readings,
      formulas,
    }
    observations.push(code === undefined ? base : {...base, code})
  })
  return observations
}

/** Everything that the documents with blocks of the course say, one after the other. */
function linearText(documents: ReadonlyMap<string, Root>, units: readonly ContentUnit[]): string {
  const ids = new Set(units.map(({id}) => id))
  const texts = Array.from(documents.values(), (tree) => {
    const hasBlocks = elementsNamed(tree, 'body').some((body) => holdsOneOf(body, ids))
    return hasBlocks ? elementsNamed(tree, 'body').map((body) => readText(body)) : []
  })
  return normalizeText(texts.flat().join(''))
}

function holdsOneOf(body: Element, ids: ReadonlySet<string>): boolean {
  let found = false
  visit(body, 'element', ({attributes}) => {
    found ||= ids.has(attributes['id'] ?? '')
  })
  return found
}

/** The same rules as for HTML, over XML. */
function readText(node: ElementContent | Root): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  if (node.type !== 'element') return ''
  if (isPlaceholder(node)) return placeholder
  if (node.attributes['role'] === 'img' || node.name === 'svg') return ''
  const text = node.children.map((child) => readText(child)).join('')
  return node.name === 'li' ? placeholder + text : text
}

/** The ruby readings inside an element, which stand beside its text and not in it. */
function readRuby(element: Element): string {
  const readings: string[] = []
  visit(element, 'element', (inner) => {
    if (inner.name === 'rt') readings.push(inner.children.map((child) => readText(child)).join(''))
  })
  return readings.join(placeholder)
}

/** TeX of the formulas inside: what MathML is annotated with, or a picture is labelled with. */
function readFormulas(element: Element): string[] {
  const formulas: string[] = []
  visit(element, 'element', (inner) => {
    const classes = (inner.attributes['class'] ?? '').split(' ')
    if (inner.name === 'annotation') formulas.push(inner.children.map((child) => readText(child)).join(''))
    else if (classes.includes('formula')) formulas.push((inner.attributes['aria-label'] ?? '').replace(/^\S+ /u, ''))
  })
  return formulas
}

function isPlaceholder({attributes, name}: Element): boolean {
  const classes = (attributes['class'] ?? '').split(' ')
  return (
    name === 'math' ||
    name === 'rt' ||
    classes.includes('note-reference') ||
    classes.includes('on-page') ||
    classes.includes('formula')
  )
}

function findCode(element: Element): string | undefined {
  let code: string | undefined
  visit(element, 'element', (inner) => {
    if (inner.name === 'pre') code ??= readText(inner)
  })
  return code
}

/** EPUBCheck's rules, in TypeScript: no Java needed. */
async function checkEpub(contents: Uint8Array): Promise<ArtifactProblem[]> {
  const result = await EpubCheck.validate(contents)
  return result.messages
    .filter(({severity}) => ['fatal', 'error', 'warning'].includes(severity))
    .map(({id, location, message, severity}) => ({
      ruleId: 'epub-is-valid',
      reason: `EPUBCheck ${severity} ${id}: ${message}${location?.path ? ` (${location.path}:${location.line ?? 0})` : ''}`,
    }))
}
