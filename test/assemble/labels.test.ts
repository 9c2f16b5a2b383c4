import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import type {CrossReference} from '../../src/model/mdast.ts'
import {allBlocks, phrasingOf} from '../../src/model/walk.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'

const picture = svgResource('f.svg')

/** What the first chapter links to, its words, and the rules of its messages. */
function linksOf(text: string, second = '# 二\n\n## 甲 $x$\n') {
  const {course, files} = courseFrom([`# 一\n\n${text}\n`, second], [picture])
  const [chapter = {blocks: [], sections: []}] = course.chapters
  const links = [...phrasingOf(chapter)].flatMap(({node}): readonly [string, string][] => {
    if (node.type === 'link') return [[node.url, toString(node)]]
    return node.type === 'crossReference'
      ? [[node.target, node.shown ?? course.references.get(node.target)?.label ?? '']]
      : []
  })
  return {links, rules: (files[0]?.messages ?? []).map(({ruleId}) => ruleId)}
}

describe('addresses that are labels', () => {
  test.each([
    ['[那里](structure:article)', '(structure:article)=\n# 二', '#ch-02'],
    ['[那里](structure-article)', '(structure:article)=\n# 二', '#ch-02'],
    ['[那里](#structure:article)', '(structure:article)=\n# 二', '#ch-02'],
    ['[那里](a-label)', '# 二\n\n(a-label)=\n## 甲', '#a-label'],
    ['[那里](eq:Euler1)', '# 二\n\n$$\na = b\n$$ (eq:Euler1)', '#eq-Euler1'],
    ['[那里](<project:#a>)', '# 二\n\n(a)=\n## 甲', '#a'],
  ])('%s', (text, second, url) => {
    expect(linksOf(text, second)).toEqual({links: [[url, '那里']], rules: []})
  })

  test.each(['mailto:a@b.example', 'tel:110', 'https://a.example/b'])('%s is none', (url) => {
    expect(linksOf(`[那里](${url})`, '# 二\n\n(tel:110)=\n甲\n\n(mailto:a)=\n乙').links).toEqual([[url, '那里']])
  })

  test('an address that is neither is reported', () => {
    expect(linksOf('[那里](javascript:alert)').rules).toEqual(['url-is-safe'])
  })
})

describe('a label before a block leads to it', () => {
  test.each([
    ['a paragraph', '(data:x)=\n甲'],
    ['a paragraph of its own', '(data:x)=\n\n甲'],
    ['a list', '(data:x)=\n- 甲'],
    ['a quotation', '(data:x)=\n> 甲'],
    ['a callout', '(data:x)=\n```{note}\n甲\n```'],
    ['a callout of GitHub', '(data:x)=\n> [!NOTE]\n> 甲'],
    ['a table', '(data:x)=\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |'],
    ['a table with a caption', '(data:x)=\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n\n: 题'],
    ['a formula', '(data:x)=\n$$\na\n$$'],
    ['a listing', '(data:x)=\n```python\nx\n```'],
    ['a figure', '(data:x)=\n![甲](f.svg)'],
    ['a definition list', '(data:x)=\n\n甲\n: 乙'],
  ])('%s', (_name, block) => {
    const {course, files} = courseFrom(
      ['# 一\n\n见{ref}`那里 <data:x>`与{ref}`data:x`。', `# 二\n\n## 节\n\n${block}\n`],
      [picture],
    )
    expect(files.flatMap(({messages}) => messages).map(String)).toEqual([])
    const blocks = course.chapters[1] ? [...allBlocks(course.chapters[1])] : []
    expect(blocks.map(({id}) => id)).toContain('data-x')
    const shown = [...phrasingOf(course.chapters[0] ?? {blocks: [], sections: []})].flatMap(({node}) =>
      node.type === 'crossReference' ? [node] : [],
    )
    expect(
      shown.every((node: CrossReference) => (node.shown ?? course.references.get(node.target)?.label) !== ''),
    ).toBe(true)
  })

  test.each([
    ['a figure with an id', '(data:x)=\n![甲](f.svg){#fig-x}', 'fig-x'],
    ['a heading with an id', '(data:x)=\n### 甲 {#sec-x}', 'sec-x'],
    ['a listing with an id', '(data:x)=\n```python {#lst-x}\nx\n```', 'lst-x'],
    ['several labels', '(data:x)=\n(data:y)=\n### 甲', 'data-y'],
    ['several labels, each for itself', '(data:x)=\n\n(data:y)=\n\n甲', 'data-y'],
  ])('%s', (_name, block, id) => {
    const found = linksOf('[那里](data:x)与{ref}`data:x`', `# 二\n\n## 节\n\n${block}\n`)
    expect(found.rules).toEqual([])
    expect(found.links[0]).toEqual([`#${id}`, '那里'])
    expect(found.links[1]?.[1]).not.toBe('')
  })

  test('raw HTML', () => {
    expect(linksOf('[那里](#x)\n\n(x)=\n<div>甲</div>').rules).toEqual([])
  })

  test('with nothing after it, it is reported', () => {
    expect(linksOf('甲\n\n(x)=').rules).toEqual(['syntax-is-known'])
  })
})

describe('links without words', () => {
  test.each([
    ['[](02.md)', ['#ch-02', '二'], []],
    ['[](02)', ['#ch-02', '二'], []],
    ['[](#sec-2-1)', ['#sec-2-1', '甲 x'], []],
    ['<project:02.md>', ['#ch-02', '二'], []],
    ['[](#fig-a)\n\n![题](f.svg){#fig-a}', ['#fig-a', '图 1-1'], []],
    ['[](#p)\n\n(p)=\n乙', ['#p', '一'], []],
    ['[](unknown-label)', ['unknown-label', 'unknown-label'], ['link-resolves']],
    ['[](https://a.example/b)', ['https://a.example/b', 'https://a.example/b'], []],
    ['[](%E4%B8%80.zip)', ['%E4%B8%80.zip', '一.zip'], ['link-resolves']],
  ])('%s', (text, link, rules) => {
    expect(linksOf(text)).toEqual({links: [link], rules})
  })

  test.each([
    ['[![](f.svg)](https://a.example/b) 甲', 'a.example'],
    ['[![](f.svg){alt=""}](https://a.example/b) 甲', 'a.example'],
    ['[![](f.svg) ![](f.svg)](https://a.example:8080/b) 甲', 'a.example:8080'],
    ['[![](f.svg)](files/a%20b.zip) 甲', 'a b.zip'],
    ['[![](f.svg)](02.md) 甲', '二'],
    ['<a href="https://a.example/"><img src="f.svg"></a> 甲', 'a.example'],
    ['[![乙](f.svg)](https://a.example/b) 甲', '乙'],
    ['[![](f.svg) 丙](https://a.example/b) 甲', 'f.svg'],
  ])('of pictures: %s', (text, words) => {
    const {course} = courseFrom([`# 一\n\n${text}\n`, '# 二'], [picture])
    const nodes = [...phrasingOf(course.chapters[0] ?? {blocks: [], sections: []})].map(({node}) => node)
    const link = nodes.find((node) => node.type === 'link')
    const first = link?.children.find((node) => node.type === 'image')
    expect(first?.data?.attributes?.values['alt'] ?? first?.alt ?? '').toBe(words)
  })

  test('those that HTML marks beside headings show nothing', () => {
    expect(linksOf('<a href="#x"></a>甲').links).toEqual([])
  })
})

test('links into the documentation of other projects are their words', () => {
  const {course, files} = courseFrom([
    '# 一\n\n[MyST](inv:myst-parser#syntax/core)、[](inv:python#*asyncio*)、<inv:sphinx#a>、[乙](xref:spec#b)。',
  ])
  const said = [...allBlocks(course.chapters[0] ?? {blocks: [], sections: []})].map((block) =>
    'children' in block ? toString([...block.children]) : '',
  )
  expect(said).toEqual(['MyST、asyncio、a、乙。'])
  expect(new Set(files[0]?.messages.map(({commonCause}) => commonCause))).toEqual(new Set(['MyST inv:', 'MyST xref:']))
})
