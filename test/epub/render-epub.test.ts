import {buffer} from 'node:stream/consumers'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, expect, test} from 'vitest'
import {projectElectronicBook} from '../../src/book/project-book.ts'
import {renderEpub} from '../../src/epub/render-epub.ts'
import {collectFormulas} from '../../src/model/collect-formulas.ts'
import {createFormulas} from '../../src/html/math/create-formulas.ts'
import {loadTheme, type Theme} from '../../src/theme/load-theme.ts'
import type {Resource} from '../../src/model/course.ts'
import {courseFrom, svgResource, type Surroundings} from '../support/course-from.ts'
import {mathSettings} from '../support/math-settings.ts'

let theme: Theme

beforeAll(async () => {
  theme = await loadTheme({name: 'lectern', own: []})
})

/** Its files as text; pages of the printed book begin at these places. */
async function bookOf(
  chapters: readonly string[],
  pageBreaks = new Map<string, string>(),
  {resources = [], ...around}: Surroundings & {readonly resources?: readonly Resource[]} = {},
) {
  const {course} = courseFrom(chapters, resources, around)
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

test('chapters without a number have files of their own', async () => {
  const files = await bookOf(['# 欢迎 {.unnumbered}\n\n文。', '# 致谢 {.unnumbered}\n\n文。', '# 章\n\n文。'])
  expect([...files.keys()].filter((name) => name.includes('chapter-'))).toEqual([
    'EPUB/chapter-ch-01.xhtml',
    'EPUB/chapter-ch-02.xhtml',
    'EPUB/chapter-01.xhtml',
  ])
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

test('two files with the same contents are one file of the book', async () => {
  const chapters = ['# 甲\n\n![图](a.svg)', '# 乙\n\n![图](b.svg)\n\n行内 ![图](c.svg) 图。']
  const files = await bookOf(chapters, undefined, {resources: ['a.svg', 'b.svg', 'c.svg'].map(svgResource)})
  const media = [...files.keys()].filter((name) => name.startsWith('EPUB/media/'))
  expect(media).toHaveLength(1)
  expect(files.get('EPUB/package.opf')?.match(/media-type="image\/svg\+xml"/gu)).toHaveLength(1)
  for (const name of ['EPUB/chapter-01.xhtml', 'EPUB/chapter-02.xhtml'])
    expect(files.get(name)).toContain(`src="${media[0]?.slice('EPUB/'.length)}"`)
})
