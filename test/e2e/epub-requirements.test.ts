import path from 'node:path'
import {strFromU8} from 'fflate'
import type {Element} from 'xast'
import {beforeAll, describe, expect, inject, test} from 'vitest'
import {elementsOf, readEpub, textOf} from '../support/read-epub.ts'

/** What is tested nowhere else: EPUBCheck, Ace, the readers and epub.test.ts have the rest. */
let files: Awaited<ReturnType<typeof readEpub>> = {}
let documents: readonly string[] = []

beforeAll(async () => {
  files = await readEpub(path.join(inject('dist'), 'large-models.epub'))
  documents = Object.keys(files).filter((name) => name.endsWith('.xhtml'))
})

const inPackage = (name: string) => elementsOf(files['EPUB/package.opf'], name)
const metas = (property: string) =>
  inPackage('meta').flatMap((meta) => (meta.attributes['property'] === property ? [textOf(meta)] : []))
const everywhere = (name?: string) =>
  documents.flatMap((document) => elementsOf(files[document], name).map((element) => ({document, element})))
const typed = (type: string) => everywhere().filter(({element}) => element.attributes['epub:type'] === type)
const roles = (elements: readonly {element: Element}[]) => [
  ...new Set(elements.map(({element}) => element.attributes['role'])),
]
const style = () => strFromU8(files['EPUB/style.css'] ?? new Uint8Array())

describe('the package says', () => {
  test('who it is: a UUIDv5, an instant in UTC that is not now, and its date', () => {
    const [identifier] = inPackage('dc:identifier').map((element) => textOf(element))
    expect(identifier).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u)
    const [modified = ''] = metas('dcterms:modified')
    expect(modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u)
    expect(Date.parse(modified)).toBeLessThan(Date.now() - 1000)
    expect(inPackage('dc:date')).toHaveLength(1)
  })

  test('what it is, in which language and by whom', () => {
    const [root] = inPackage('package')
    expect([root?.attributes['xml:lang'], root?.attributes['dir']]).toEqual(['zh-CN', 'ltr'])
    expect(inPackage('dc:language').map((element) => textOf(element))).toEqual(['zh-CN'])
    for (const name of ['dc:title', 'dc:creator', 'dc:rights', 'dc:description', 'dc:subject'])
      expect([name, inPackage(name).length > 0]).toEqual([name, true])
    expect(metas('title-type')).toContain('main')
    expect(metas('role')).toContain('aut')
  })

  test('how it can be read, and no more than that', () => {
    expect(metas('schema:accessMode').toSorted()).toEqual(['textual', 'visual'])
    expect(metas('schema:accessModeSufficient')).toContain('textual')
    expect(metas('schema:accessibilityHazard')).toEqual(['none'])
    const features = metas('schema:accessibilityFeature')
    const claims: Readonly<Record<string, boolean>> = {
      alternativeText: everywhere('img').length > 0,
      MathML: everywhere('math').length > 0,
      pageBreakMarkers: everywhere().some(({element}) => element.attributes['epub:type'] === 'pagebreak'),
      pageNavigation: typed('page-list').length > 0,
      rubyAnnotations: everywhere('ruby').length > 0,
      tableOfContents: typed('toc').length > 0,
      readingOrder: true,
      structuralNavigation: true,
      unlocked: true,
    }
    for (const [feature, isThere] of Object.entries(claims))
      expect([feature, features.includes(feature)]).toEqual([feature, isThere])
    // A claim to conform needs somebody who vouches for it.
    expect([...metas('dcterms:conformsTo'), ...metas('a11y:certifiedBy')]).toEqual([])
  })

  test('which printed book its pages are of, and not itself', () => {
    const identifiers = inPackage('dc:identifier').map((element) => textOf(element))
    expect(metas('pageBreakSource')).toHaveLength(1)
    expect(identifiers).not.toContain(metas('pageBreakSource')[0])
  })

  test('for old readers: the cover by its id, and an NCX under the same identifier', () => {
    const cover = inPackage('item').find(({attributes}) => attributes['properties'] === 'cover-image')
    const old = inPackage('meta').find(({attributes}) => attributes['name'] === 'cover')
    expect(old?.attributes['content']).toBe(cover?.attributes['id'])
    const uid = elementsOf(files['EPUB/toc.ncx'], 'meta').find(({attributes}) => attributes['name'] === 'dtb:uid')
    expect(uid?.attributes['content']).toBe(textOf(inPackage('dc:identifier')[0] as Element))
  })

  test('nothing of EPUB 2 or of what EPUB 3.4 drops', () => {
    expect(inPackage('collection')).toEqual([])
    expect(inPackage('item').filter(({attributes}) => attributes['fallback'] !== undefined)).toEqual([])
    expect(Object.keys(files)).not.toContain('META-INF/encryption.xml')
  })
})

describe('the documents', () => {
  test('have roles beside their types', () => {
    expect(roles(typed('chapter'))).toEqual(['doc-chapter'])
    expect(roles(typed('noteref'))).toEqual(['doc-noteref'])
    expect(roles(typed('footnote'))).toEqual(['doc-footnote'])
    expect(typed('footnote').map(({element}) => element.name)).not.toContain('li')
    const back = everywhere('a').filter(({element}) => element.attributes['role'] === 'doc-backlink')
    expect(back.every(({element}) => element.attributes['aria-label'])).toBe(true)
    const all = roles(everywhere())
    for (const role of [
      'doc-toc',
      'doc-bibliography',
      'doc-index',
      'doc-glossary',
      'doc-cover',
      'doc-preface',
      'doc-appendix',
    ])
      expect(all).toContain(role)
    for (const role of ['doc-notice', 'doc-endnote']) expect(all).not.toContain(role)
  })

  test('have one title, headings without a gap, and one language in both attributes', () => {
    for (const document of documents) {
      const levels = elementsOf(files[document]).flatMap(({name}) =>
        /^h[1-6]$/u.test(name) ? [Number(name.slice(1))] : [],
      )
      expect([document, levels.filter((level) => level === 1).length <= 1]).toEqual([document, true])
      const gaps = levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)
      expect([document, gaps]).toEqual([document, []])
    }
    const other = everywhere().filter(({element: {attributes}}) => attributes['lang'] !== attributes['xml:lang'])
    expect(other.map(({document, element}) => `${document} ${element.name}`)).toEqual([])
  })

  test('have tables with captions and scopes, and small enough files', () => {
    const cells = everywhere('th').filter(({element}) => !['col', 'row'].includes(element.attributes['scope'] ?? ''))
    expect(cells).toEqual([])
    for (const document of documents) expect((files[document] ?? []).length).toBeLessThan(1_000_000)
    expect(everywhere().filter(({element}) => ['rp', 'script', 'iframe'].includes(element.name))).toEqual([])
  })

  test('have drawings with title and description, and a ground of their own', () => {
    const drawings = Object.keys(files).filter((name) => name.endsWith('.svg'))
    expect(drawings.length).toBeGreaterThan(15)
    for (const drawing of drawings) {
      const names = new Set(elementsOf(files[drawing]).map(({name}) => name))
      expect([drawing, names.has('title'), names.has('desc'), names.has('foreignObject')]).toEqual([
        drawing,
        true,
        true,
        false,
      ])
      const xlink = elementsOf(files[drawing]).filter(({attributes}) => attributes['xlink:href'] !== undefined)
      expect([drawing, xlink.length]).toEqual([drawing, 0])
    }
  })

  test('let wide formulas scroll, with a name and by the keyboard', () => {
    const boxes = everywhere('div').filter(({element}) => element.attributes['class'] === 'equation-body')
    expect(boxes.length).toBeGreaterThan(5)
    for (const {element} of boxes)
      expect([
        element.attributes['tabindex'],
        element.attributes['role'],
        Boolean(element.attributes['aria-label']),
      ]).toEqual(['0', 'group', true])
    const mathml = everywhere('math').filter(({element}) => !element.attributes['alttext'])
    expect(mathml).toEqual([])
  })
})

test('the style sheet sets Chinese, leaves colours and sizes to the reader, and wraps code', () => {
  const css = style()
  expect(css.startsWith('@charset "utf-8";\n@namespace epub "http://www.idpf.org/2007/ops";')).toBe(true)
  for (const rule of ['line-break: strict', 'text-indent: 2em', 'text-emphasis: filled dot', 'white-space: pre-wrap'])
    expect(css).toContain(rule)
  expect(css).toContain('prefers-color-scheme: dark')
  const body = /(?:^|\n)body \{(?<rules>[^}]*)\}/u.exec(css)?.groups?.['rules'] ?? ''
  expect(body).not.toMatch(/(?:^|[\s;])(?:background|color)\s*:/u)
  expect(css).not.toMatch(/font-size:\s*[\d.]+px/u)
})
