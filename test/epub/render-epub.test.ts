import {buffer} from 'node:stream/consumers'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, expect, test} from 'vitest'
import {projectElectronicBook} from '../../src/book/project-book.ts'
import {renderEpub} from '../../src/epub/render-epub.ts'
import {collectFormulas} from '../../src/html/math/collect-formulas.ts'
import {createFormulas} from '../../src/html/math/create-formulas.ts'
import {loadTheme, type Theme} from '../../src/theme/load-theme.ts'
import {courseFrom, type Surroundings} from '../support/course-from.ts'
import {mathSettings} from '../support/math-settings.ts'

let theme: Theme

beforeAll(async () => {
  theme = await loadTheme({name: 'lectern', own: []})
})

/** Its files as text; pages of the printed book begin at these places. */
async function bookOf(chapters: readonly string[], pageBreaks = new Map<string, string>(), around: Surroundings = {}) {
  const {course} = courseFrom(chapters, [], around)
  const {formulas} = await createFormulas(collectFormulas(course), mathSettings)
  const {files} = renderEpub(projectElectronicBook(course, 'student'), course, {
    theme,
    renderers: {formulas, inkOn: () => 'own', highlight: (code) => [[{type: 'text', value: code}]]},
    modified: '2026-01-01T00:00:00Z',
    cover: new Uint8Array(),
    fonts: [],
    licences: new Map(),
    pageBreaks,
  })
  const contents = files[0]?.contents
  if (!contents || contents instanceof Uint8Array) throw new Error('An EPUB comes in pieces')
  return new Map(
    Object.entries(unzipSync(await buffer(contents))).map(([name, bytes]) => [name, strFromU8(bytes)] as const),
  )
}

test('files of the front and the back say what they are, so that none has the name of another', async () => {
  const files = await bookOf(['# 前言\n\n文。', '# 章\n\n文。', '# 附录\n\n文。'], undefined, {
    roles: ['preface', 'chapter', 'appendix'],
  })
  const documents = [...files.keys()].filter((name) => name.endsWith('.xhtml'))
  expect(documents).toEqual(
    expect.arrayContaining(['EPUB/preface-ch-01.xhtml', 'EPUB/chapter-01.xhtml', 'EPUB/appendix-ch-03.xhtml']),
  )
})

test('what a text says of pages, pictures and formulas is no page, picture or formula', async () => {
  const code = '`<div id="page-12" epub:type="pagebreak">`, `<math>`, `<svg>`, `<rt>` and `<img src="a">`'
  const files = await bookOf([`# 章\n\n${code}`])
  expect(files.get('EPUB/nav.xhtml')).not.toContain('page-list')
  const features = files.get('EPUB/package.opf')
  for (const claim of ['pageBreakMarkers', 'MathML', 'rubyAnnotations', 'properties="mathml'])
    expect(features).not.toContain(claim)
})

test('what is there is claimed and listed', async () => {
  const files = await bookOf(['# 章\n\n有 $x$ 与<ruby>漢<rt>かん</rt></ruby>。'], new Map([['ch-01', '7']]))
  expect(files.get('EPUB/nav.xhtml')).toContain('chapter-01.xhtml#page-7')
  for (const claim of ['pageBreakMarkers', 'MathML', 'rubyAnnotations', 'properties="mathml"'])
    expect(files.get('EPUB/package.opf')).toContain(claim)
})
