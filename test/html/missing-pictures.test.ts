import type {Root} from 'hast'
import {describe, expect, test} from 'vitest'
import {renderBlocks} from '../../src/html/render-block.ts'
import type {RenderContext} from '../../src/html/render-context.ts'
import {serializeHtml} from '../../src/html/serialize-html.ts'
import {localeFor} from '../../src/locale/locale.ts'
import type {Resource} from '../../src/model/course.ts'
import {missingPicture} from '../../src/source/missing-picture.ts'
import {courseFrom} from '../support/course-from.ts'

const address = 'https://example.org/a.png'

/** The first chapter's blocks with a frame in place of each picture. */
function render(text: string, medium: RenderContext['medium'], url = address): string {
  const frame: Resource = {...missingPicture(url), path: url}
  const {course} = courseFrom([`# 章\n\n${text}\n`], [frame])
  const context: RenderContext = {
    course,
    medium,
    locale: localeFor(course),
    formulas: new Map(),
    highlight: (code) => code.split('\n').map((line) => [{type: 'text', value: line}]),
    inkOn: () => 'own',
    href: (id) => `#${id}`,
    resourceUrl: () => 'media/a.svg',
    identifiers: new Set(),
    footnotes: new Map(),
  }
  const root: Root = {type: 'root', children: renderBlocks(course.chapters[0]?.blocks ?? [], context)}
  return serializeHtml(root)
}

const links = (html: string) => html.match(/<a [^>]*>/gu) ?? []

describe('a frame in place of a picture of the web', () => {
  test.each(['slide', 'epub'] as const)('is a link to it: %s', (medium) => {
    const figure = render(`![](${address}){alt="图"}`, medium)
    expect(links(figure)).toEqual([expect.stringContaining(`href="${address}"`)])
    expect(figure).toMatch(/<a [^>]*class="figure-image missing-figure"[^>]*><(?:svg|img)\b.*<\/a>/su)
    expect(render(`行内 ![图](${address}) 一张。`, medium)).toMatch(
      /<a href="https:\/\/example\.org\/a\.png"><(?:img|span) [^>]*>(?:<\/span>)?<\/a>/u,
    )
  })

  test('is none in print, where nobody can follow it', () => {
    expect(links(render(`![](${address}){alt="图"}\n\n行内 ![图](${address}) 一张。`, 'page'))).toEqual([])
  })

  test('makes no link inside of a link', () => {
    const html = render(`[行内 ![图](${address}) 一张](https://example.org/b)`, 'slide')
    expect(links(html)).toEqual(['<a href="https://example.org/b">'])
    expect(html).toContain('class="missing-image"')
  })
})

test.each([
  ['figures/a.png', 'a file of the course'],
  ['javascript:alert(1)', 'what would run'],
  ['ftp://example.org/a.png', 'what is not of the web'],
  ['https://name:word@example.org/a.png', 'an address with a password'],
])('%s is shown and is no link: %s', (url) => {
  expect(missingPicture(url).standsFor).toBeUndefined()
  expect(links(render(`![](${url}){alt="图"}`, 'slide', url))).toEqual([])
})

test.each(['https://name:word@example.org/a.png', '//name:word@example.org/a.png', 'HTTP://word@example.org'])(
  'the password of %s is not shown',
  (url) => {
    const {contents} = missingPicture(url)
    expect(new TextDecoder().decode(contents)).not.toContain('word')
    expect(new TextDecoder().decode(contents)).toContain('…@example.org')
  },
)

test('in a line it is words in the fonts of the text, and in an e-book, whose fonts are its reader’s, a picture', () => {
  const text = `行内 ![图](${address}) 一张。`
  const words = `<span class="missing-image" role="img" aria-label="图" data-missing="${address}"></span>`
  expect(render(text, 'slide')).toContain(words)
  expect(render(text, 'page')).toContain(words)
  expect(render(text, 'epub')).toMatch(/<img [^>]*alt="图"/u)
})

test('what has no glyph is not in its words', () => {
  const {contents, missing} = missingPicture('图\u200B片\uFE0F\u00AD.png')
  expect(missing).toBe('图片.png')
  expect(new TextDecoder().decode(contents)).toContain('>图片.png</text>')
})
