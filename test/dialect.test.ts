import {readdirSync, readFileSync} from 'node:fs'
import type {Element} from 'hast'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {stringify} from 'yaml'
import {projectElectronicBook, projectPrintedBook} from '../src/book/project-book.ts'
import {renderChapterContent} from '../src/html/book/render-chapter.ts'
import {footnoteTable, renderFootnote} from '../src/html/footnotes.ts'
import {collectFormulas} from '../src/model/collect-formulas.ts'
import {createFormulas} from '../src/html/math/create-formulas.ts'
import type {RenderContext, Renderers} from '../src/html/render-context.ts'
import {serializeXhtml} from '../src/html/serialize-xhtml.ts'
import {renderReading, renderSlide} from '../src/html/slide/render-slide.ts'
import {slideContext} from '../src/html/slide/slide-context.ts'
import {localeFor} from '../src/locale/locale.ts'
import type {Work} from '../src/model/bibliography.ts'
import type {Chapter, Course} from '../src/model/course.ts'
import type {Slide} from '../src/model/deck.ts'
import {mediaName} from '../src/theme/media-name.ts'
import {projectDeck} from '../src/slides/project-deck.ts'
import {courseFrom, svgResource} from './support/course-from.ts'
import {density} from './support/density.ts'
import {includedFrom} from './support/included-from.ts'
import {mathSettings} from './support/math-settings.ts'

const folder = 'test/fixtures/dialect'
const works = JSON.parse(readFileSync('test/citations/works.json', 'utf8')) as Work[]
const surroundings = {
  works,
  variables: new Map([['school', '清华大学']]),
  included: includedFrom({
    'a.py': 'import math\n\n# region area\ndef area(r):\n    return math.pi * r * r\n# endregion\n',
    'parts/b.md': '被包含的段落。\n\n![图](f.svg)\n',
  }),
}
const images = ['a.svg', 'a b.png', 'f.svg', 'parts/f.svg'].map((path) => svgResource(path))

/** Everything but places and what everybody has. */
function modelOf(course: Course): string {
  const hidden = new Set(['position', 'audience', 'sourcePath'])
  const kept = (key: string, value: unknown) => {
    if (key === 'audience') return value === undefined ? undefined : audienceOf(value as Chapter['audience'])
    return hidden.has(key) || value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value
  }
  return stringify(JSON.parse(JSON.stringify(course.chapters, kept)), {lineWidth: 0})
}

const audienceOf = ({editions, outputs, rules}: Chapter['audience']) =>
  rules.length === 0 ? undefined : `${editions.join(' ')}: ${outputs.join(' ')}`

/** Drawings say nothing to a reviewer. */
const readable = (elements: readonly Element[]) =>
  `${elements.map((element) => serializeXhtml(element).split('\n').slice(2).join('\n').trim()).join('\n')}\n`
    .replaceAll(/<svg\b[\s\S]*?<\/svg>/gu, '<svg/>')
    .replaceAll(
      /(?=<(?:p|h\d|ul|ol|li|dl|div|table|tr|figure|section|aside|pre|blockquote|details|header|footer)\b)/gu,
      '\n',
    )
    .replaceAll(/\n+/gu, '\n')
    .trimStart()

function renderBook(course: Course, medium: RenderContext['medium'], renderers: Renderers): string {
  const {documents} =
    medium === 'epub' ? projectElectronicBook(course, 'student') : projectPrintedBook(course, 'student')
  const chapters = documents.flatMap((document) => (document.role === 'chapter' ? [document.chapter] : []))
  const sections = chapters.map((chapter) => {
    const context: RenderContext = {
      course,
      locale: localeFor(course),
      medium,
      ...renderers,
      identifiers: new Set(),
      footnotes: footnoteTable(chapter),
      resourceUrl: (resource) => resource.path,
      href: (id) => `#${id}`,
    }
    const notes = chapter.footnotes.map((footnote) => renderFootnote(footnote, context))
    return h('section', [...renderChapterContent(chapter, context), ...notes])
  })
  return readable(sections)
}

async function renderSlides(
  course: Course,
  files: ReturnType<typeof courseFrom>['files'],
  renderers: Renderers,
): Promise<string> {
  // Everything fits: how slides are cut is tested elsewhere.
  const item = {top: 0, bottom: 600, above: 0, below: 0, columns: [], floor: 0.64, widthScale: 1, parts: []}
  const page = {width: 1000, available: 600, used: 600, notes: {}, notesFrame: 0}
  const measure = (slides: readonly Slide[]) =>
    Promise.resolve(slides.map(({items}) => ({...page, items: items.map(() => item)})))
  const {slides} = await projectDeck(course, 'teacher', {
    density,
    files: new Map(files.map((file) => [file.path, file])),
    measure,
  })
  const own = slides.filter(({layout}) => !['title', 'agenda', 'chapter'].includes(layout))
  return readable(
    own.map((slide) => {
      const home = {
        course,
        renderers,
        identifiers: new Set<string>(),
        resourceUrl: mediaName,
        href: (id: string) => `#/${id}`,
      }
      const context = slideContext(slide, home)
      const reading = renderReading(slide, 'deck', context)
      return h('section', {id: slide.id, ...slide.attributes}, [renderSlide(slide, context), h('aside', reading)])
    }),
  )
}

/** Code without its colours: they are tested elsewhere, and hide the rest. */
async function renderersFor(course: Course): Promise<Renderers> {
  const {formulas} = await createFormulas(collectFormulas(course), mathSettings)
  return {
    formulas,
    inkOn: () => 'own',
    highlight: (code) => code.split('\n').map((line) => [{type: 'text', value: line}]),
  }
}

describe('each construct in the model and in each output', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const {course, files} = courseFrom([readFileSync(`${folder}/${name}/input.md`, 'utf8')], images, surroundings)
    const renderers = await renderersFor(course)
    const snapshot = (file: string) => `fixtures/dialect/${name}/${file}`
    await expect(modelOf(course)).toMatchFileSnapshot(snapshot('model.yml'))
    await expect(renderBook(course, 'page', renderers)).toMatchFileSnapshot(snapshot('book.html'))
    await expect(renderBook(course, 'epub', renderers)).toMatchFileSnapshot(snapshot('epub.xhtml'))
    await expect(await renderSlides(course, files, renderers)).toMatchFileSnapshot(snapshot('slides.html'))
  })
})
