import {readFileSync} from 'node:fs'
import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {createCite} from '../../src/citations/create-cite.ts'
import {readWorks} from '../../src/citations/read-works.ts'
import {formatCitations} from '../../src/citations/format-citations.ts'
import {styleNames} from '../../src/citations/style-names.ts'
import {namedStyle} from '../../src/citations/styles.ts'
import type {CitationCluster} from '../../src/model/bibliography.ts'

const path = 'works.json'
const works = await readWorks(new VFile({path, value: readFileSync('test/citations/works.json', 'utf8')}))
const work = (key: string, locator = '') => ({
  key,
  locator,
  locatorLabel: locator ? 'page' : '',
  prefix: '',
  suffix: '',
  hidesAuthor: false,
})
const cluster = (...keys: string[]): CitationCluster => ({works: keys.map((key) => work(key)), isNarrative: false})
const narrative = (key: string): CitationCluster => ({works: [work(key)], isNarrative: true})

function format(style: string, clusters: readonly CitationCluster[]): {citations: string[]; works: string[]} {
  const cite = createCite({works, style: namedStyle(style), language: 'zh-CN'})
  const result = cite(clusters)
  return {
    citations: result.citations.map((children) => toString(children)),
    works: result.works.map(({children, label}) => `${label} ${toString([...children])}`.trim()),
  }
}

test.each(['gb-7714-numeric', 'apa', 'vancouver', 'harvard1'])(
  '%s: titles are text, whatever they look like',
  (style) => {
    const key = 'canvas'
    const odd = {id: key, type: 'book', title: 'using `<canvas>` for $& fun', issued: {'date-parts': [[2020]]}}
    const cite = createCite({works: new Map([[key, odd]]), style: namedStyle(style), language: 'en-US'})
    const {citations, works: listed} = cite([
      narrative(key),
      {works: [{...work(key), suffix: ', $&'}], isNarrative: false},
    ])
    expect(toString(citations[0]).toLowerCase()).toMatch(/^using `<canvas>` for \$& fun ?[([](?:1|2020)[)\]]$/u)
    expect(toString([...(citations[1] ?? [])])).toMatch(/^[^%]*\$&[^%]*$/u)
    expect(toString([...(listed[0]?.children ?? [])])).toContain('sing `<canvas>` for $& fun')
  },
)

describe('GB/T 7714—2015, numeric', () => {
  test('numbers works in the order of their first citation and joins runs', () => {
    const clusters = [
      cluster('vaswani2017'),
      cluster('zhou2016', 'vaswani2017'),
      cluster('vaswani2017', 'zhou2016', 'openai2022'),
      {works: [work('zhou2016', '3')], isNarrative: false},
      narrative('zhou2016'),
      narrative('vaswani2017'),
      narrative('rumelhart1986'),
    ]
    expect(format('gb-7714-numeric', clusters).citations).toEqual([
      '[1]',
      '[1,2]',
      '[1-3]',
      '[2:3]',
      '周志华[2]',
      'Vaswani et al.[1]',
      'Rumelhart et al.[4]',
    ])
  })

  test('writes each kind of work as the standard shows it', async () => {
    const list = format('gb-7714-numeric', [cluster(...works.keys())]).works
    await expect(`${list.join('\n')}\n`).toMatchFileSnapshot('works.gb-7714.txt')
  })

  test('begins anew with each call, so that each chapter can have a list of its own', () => {
    const cite = createCite({works, style: namedStyle('gb-7714-numeric'), language: 'zh-CN'})
    cite([cluster('zhou2016')])
    expect(toString([...(cite([cluster('vaswani2017')]).citations[0] ?? [])])).toBe('[1]')
  })
})

test('other styles come from packages, and from files', () => {
  const {citations} = format('apa', [cluster('vaswani2017'), narrative('vaswani2017')])
  expect(citations).toEqual(['(Vaswani et al., 2017)', 'Vaswani et al. (2017)'])
})

describe('a style from a file', () => {
  const formatWith = async (csl: string) => {
    const style = new VFile({path: 'a.csl', value: csl})
    const file = new VFile({path})
    const group = [cluster('vaswani2017')]
    const cite = await formatCitations([group], {works, style, language: 'en-US', file, signal: undefined})
    const text = toString([...(cite(group).citations[0] ?? [])])
    return {text, reported: style.messages.map(({ruleId}) => ruleId), elsewhere: file.messages}
  }

  test('is used', async () => {
    expect(await formatWith(namedStyle('apa'))).toEqual({text: '(Vaswani et al., 2017)', reported: [], elsewhere: []})
  })

  const cslOf = (macros: string) =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>t</title><id>i</id><updated>2020-01-01T00:00:00Z</updated></info>${macros}<citation><layout><text macro="m0"/></layout></citation></style>`
  const bomb = Array.from(
    {length: 12},
    (_, index) => `<macro name="m${index}">${`<text macro="m${index + 1}"/>`.repeat(10)}</macro>`,
  )

  test.each([
    ['nothing', ''],
    ['no XML', 'no XML'],
    ['HTML', '<html/>'],
    ['no class', '<style/>'],
    ['elements inside each other', '<style class="in-text">'.repeat(100_000)],
    ['a macro that calls itself', cslOf('<macro name="m0"><text macro="m0"/></macro>')],
    [
      'macros that call each other',
      cslOf('<macro name="m0"><text macro="m1"/></macro><macro name="m1"><text macro="m0"/></macro>'),
    ],
    ['a macro bomb', cslOf(`${bomb.join('')}<macro name="m12"><text value="x"/></macro>`)],
    ['an enormous file', `${namedStyle('apa')}<!--${'x'.repeat(1_000_000)}-->`],
  ])('that is %s is reported, and ours stands in', async (_name, csl) => {
    expect(await formatWith(csl)).toEqual({text: '[1]', reported: ['bibliography-is-valid'], elsewhere: []})
  })

  test('of each name that needs no file is there', () => {
    expect(new Set(styleNames.map((name) => namedStyle(name))).size).toBe(styleNames.length)
  })
})

describe('a bibliography', () => {
  const read = async (name: string, value: string) => {
    const file = new VFile({path: name, value})
    return {works: await readWorks(file), messages: file.messages.map(({line, ruleId}) => `${line} ${ruleId}`)}
  }

  test('may be BibTeX', async () => {
    const {messages, works: found} = await read(
      'a.bib',
      '@book{zhou, title={机器学习}, author={周志华 and 李, 明}, year=2016}',
    )
    expect(messages).toEqual([])
    expect(found.get('zhou')).toMatchObject({
      type: 'book',
      title: '机器学习',
      author: [{family: '周志华'}, {family: '李', given: '明'}],
    })
  })

  test.each([
    ['a.json', '{'],
    ['a.json', '{"id": "x"}'],
    ['a.json', '[{"title": "no id"}]'],
    ['a.json', '[{"id": "a", "type": "book"}, {"id": "a", "type": "book"}]'],
    ['a.bib', '@book{a, title={open'],
  ])('says what is wrong with %s %s', async (name, value) => {
    expect(new Set((await read(name, value)).messages)).toEqual(new Set(['1 bibliography-is-valid']))
  })
})
