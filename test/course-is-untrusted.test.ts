import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Element} from 'hast'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {compileCourse} from '../src/compile-course.ts'
import {createCite} from '../src/citations/create-cite.ts'
import {renderImprint} from '../src/html/book/render-imprint.ts'
import {createFormulas, formulaKey} from '../src/html/math/create-formulas.ts'
import {serializeHtml} from '../src/html/serialize-html.ts'
import {serializeXml} from '../src/html/serialize-xml.ts'
import {localeFor} from '../src/locale/locale.ts'
import {fromXml} from 'xast-util-from-xml'
import {x} from 'xastscript'
import {courseFrom} from './support/course-from.ts'
import {mathSettings} from './support/math-settings.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-untrusted-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const head = `title: Course
date: 2026-01-01
identifier: urn:x:course
slug: c
language: en
chapters: [a.md]
`

/** What is said of a course with these lines in `course.yml` and these files. */
async function messagesOf(settings: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  for (const [name, text] of Object.entries({
    'course.yml': head + settings,
    'a.md': '# One\n\n## Two\n\nText.\n',
    ...files,
  })) {
    const location = path.join(folder, name)
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.dirname(location), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(location, text)
  }
  const compiled = await compileCourse({folder, progress: {step: () => undefined}})
  return compiled.files.flatMap(({basename, messages}) =>
    messages.map(({fatal, line, ruleId}) => `${basename}:${line} ${fatal ? 'error' : 'warning'} ${ruleId}`),
  )
}

describe('what a course may not say is reported where it stands', () => {
  const chapter = (text: string) => ({'a.md': `# One\n\n${text}\n`})
  const theme = (css: string) => ({'theme/theme.yml': 'name: x\n', 'theme/deck.css': css})
  const named = 'theme: ./theme\n'
  test.each<[string, string, string, Readonly<Record<string, string>>?]>([
    ['course.yml:7 error url-is-safe', 'the licence', "license: {name: L, url: 'javascript:x'}\n"],
    ['course.yml:7 error url-is-safe', 'a licence of this machine', 'license: {name: L, url: file:///x}\n'],
    ['course.yml:7 error url-is-safe', 'a licence without a scheme', 'license: {name: L, url: //example.org}\n'],
    [
      'course.yml:7 warning url-is-safe',
      'what the course lowers',
      "license: {url: 'javascript:x'}\nrules: {url-is-safe: warn}\n",
    ],
    ['course.yml:7 error theme-is-valid', 'a token', 'tokens: {accent: url(//e.org)}\n'],
    ['course.yml:7 error theme-is-valid', 'a token that ends its rule', "tokens: {accent: 'red;}a{b:c'}\n"],
    [
      'course.yml:7 error theme-is-valid',
      'a token of slides',
      'slide-tokens: {cover: \'linear-gradient(red,image-set("x" 1x))\'}\n',
    ],
    ['course.yml:7 error theme-is-valid', 'a token that is no text', "tokens: {sans: '\"a'}\n"],
    ['course.yml:7 error front-matter-is-valid', 'a slug', "slug2: '\"><script>'\n"],
    ['deck.css:1 error theme-is-valid', 'a sheet', named, theme('a{b:image-set("//e.org" 1x)}')],
    ['deck.css:2 error theme-is-valid', 'an import', named, theme('\n@IMPORT "x";')],
    ['deck.css:1 error theme-is-valid', 'a custom property', named, theme('a{--x:{y:url(//e.org)}}')],
    ['a.md:3 error url-is-safe', 'a link', '', chapter('[x](javascript:y)')],
    ['a.md:3 error url-is-safe', 'an address alone', '', chapter('<javascript:y>')],
    ['a.md:3 error url-is-safe', 'a link of HTML', '', chapter('<a href="JAVA&Tab;SCRIPT:y">x</a>')],
    ['a.md:3 error url-is-safe', 'a link in HTML', '', chapter('<div><a href="java\tscript:y">x</a></div>')],
    ['a.md:3 error image-is-local', 'an image', '', chapter('![x](javascript:y)')],
    ['a.md:3 error image-is-local', 'an image as data', '', chapter('![x](data:text/html,y)')],
    [
      'a.md:3 error attribute-is-known',
      'a background',
      '',
      chapter('## T {background-gradient="linear-gradient(red,blue),url(x)"}'),
    ],
    ['a.md:3 error attribute-is-known', 'what reveal.js fetches', '', chapter('## T {data-background-iframe="x"}')],
    ['a.md:3 error attribute-is-known', 'what reveal.js puts in', '', chapter('## T {data-notes="x"}')],
  ])('%s: %s', async (...[message, , settings, files]) => {
    expect(await messagesOf(settings, files)).toContain(message)
  })

  test('a style sheet that only looks as if it ended is used as it is; a family of such a name is one that nobody brings', async () => {
    const css = '/*</style><script>window.__ran=81</script>*/\n'
    const settings = 'theme: ./theme\ntokens: {sans: \'"</style><script>"\'}\n'
    expect(await messagesOf('theme: ./theme\n', theme(css))).toEqual([])
    expect(await messagesOf(settings, theme(css))).toEqual(['course.yml:8 error font-is-usable'])
  })
})

describe('a licence has its name in the imprint, and a link only where it is safe', () => {
  test.each([
    [{name: 'L', url: 'https://example.org'}, '<dd><a href="https://example.org">L</a></dd>'],
    [{name: '', url: 'https://example.org'}, '<dd><a href="https://example.org">https://example.org</a></dd>'],
    [{name: 'L', url: 'javascript:x'}, '<dd>L</dd>'],
    [{name: '', url: 'javascript:x'}, '<dd>javascript:x</dd>'],
  ])('%j', (license, html) => {
    const {course} = courseFrom(['# 章'], [], {head: {license}})
    const imprint: Element = renderImprint(course, 'student', localeFor(course))
    expect(serializeHtml({type: 'root', children: [imprint]})).toContain(html)
  })
})

describe('a formula', () => {
  test.each([
    [String.raw`\mmlToken{mi}[href="javascript:x"]{y}`, ['href'], 'javascript'],
    [String.raw`\mmlToken{mi}[style="background:url(//e.org)"]{y}`, ['style'], 'e.org'],
    [String.raw`\mmlToken{mi}[style="position:fixed"]{y}`, ['style'], 'fixed'],
    [String.raw`\mmlToken{mi}[class="slide"]{y}`, ['class'], 'slide'],
    [String.raw`\mmlToken{mi}[id="sec-a"]{y}`, ['id'], 'sec-a'],
    [String.raw`\color{url(https://e.org)}y`, ['mathcolor'], 'e.org'],
    [String.raw`\mmlToken{mi}[mathbackground="u\\72l(//e.org)"]{y}`, ['mathbackground'], 'e.org'],
    [String.raw`\fcolorbox{url(//e.org)}{red}{y}`, ['style'], 'e.org'],
  ])('%s is drawn without what reaches out, and says so', async (tex, dropped, unsafe) => {
    const formula = {tex, display: true}
    const {errors, formulas} = await createFormulas([formula], mathSettings)
    const rendered = formulas.get(formulaKey(formula))
    expect(errors).toEqual([])
    expect(rendered?.dropped).toEqual(dropped)
    const withoutTex = (text = '') => text.replaceAll(/ data-latex(?:-item)?="[^"]*"/gu, '')
    expect(withoutTex(rendered?.svg)).not.toContain(unsafe)
    expect(withoutTex(rendered?.mathml)).not.toContain(unsafe)
    expect(rendered?.svg).toContain('<path')
  })

  test.each([
    String.raw`\color{red}y`,
    String.raw`\color[rgb]{1,0,0}y`,
    String.raw`\fcolorbox{red}{yellow}{y}`,
    String.raw`\tag{1}y`,
    String.raw`\begin{array}{|c|}\hline y\end{array}`,
  ])('%s loses nothing', async (tex) => {
    const formula = {tex, display: true}
    const {formulas} = await createFormulas([formula], mathSettings)
    expect(formulas.get(formulaKey(formula))?.dropped).toEqual([])
  })
})

test('a style of citations makes no links and no HTML, whatever its fields say', () => {
  const run = '"><script>x</script><a href="javascript:x">y</a>'
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>x</id></info><citation><layout prefix="&lt;script&gt;x&lt;/script&gt;"><text variable="title"/></layout></citation><bibliography><layout prefix="&lt;a href=&quot;javascript:x&quot;&gt;"><text variable="URL"/><text variable="DOI"/></layout></bibliography></style>`
  const works = new Map([['a', {id: 'a', type: 'book', title: run, URL: 'javascript:x', DOI: run}]])
  const {citations, works: listed} = createCite({works, style, language: 'en'})([
    {isNarrative: false, works: [{key: 'a'}]} as never,
  ])
  const types = JSON.stringify([citations, listed]).match(/"type":"\w+"/gu) ?? []
  expect([...new Set(types)]).toEqual(['"type":"text"'])
})

test('what ends a CDATA section stands in XML as text', () => {
  const xml = serializeXml({type: 'root', children: [x('a', {b: ']]>'}, ']]><script/>')]})
  const [element] = fromXml(xml).children
  expect(element).toMatchObject({attributes: {b: ']]>'}, children: [{type: 'text', value: ']]><script/>'}]})
})
