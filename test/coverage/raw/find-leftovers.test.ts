import {describe, expect, test} from 'vitest'
import {fromHtml} from 'hast-util-from-html'
import {findLeftovers} from '../../../src/coverage/raw/find-leftovers.ts'
import {textOf} from '../../../scripts/corpus/inspect-deck.ts'

const found = (text: string) => findLeftovers(text).map(({count, syntax}) => `${count} ${syntax}`)

describe('leftovers of other tools', () => {
  test.each([
    [':::note\ntext\n:::', '2 fenced div'],
    ['{{#include x.rs:here}}', '1 mdBook preprocessor'],
    ['{% raw %} and {{ x }}', '1 Liquid'],
    ['!!! note "Title"', '1 MkDocs admonition'],
    ['siehe {ref}\u{FFFC}', '1 Sphinx role'],
    ['如:numref:\u{FFFC}所示', '1 Sphinx role'],
    ['(my-label)=', '1 Jupyter target'],
    ['text{: .no_toc}', '1 kramdown attributes'],
    ['Heading {#sec-x .unnumbered}', '1 Pandoc attributes'],
    ['see \\@ref(fig:a)', '1 bookdown reference'],
    ['\\begin{figure}', '1 LaTeX command'],
    ['**重点：**后面', '2 emphasis'],
    ['[x](./y.md)', '1 link'],
    ['[[页面]]', '1 wiki link'],
    ['a<br>b', '1 HTML tag'],
    ['<Tabs>', '1 JSX'],
    ['[TOC]', '1 table of contents'],
  ])('%j', (text, line) => {
    expect(found(text)).toContain(line)
  })

  test('none in what people write', () => {
    const text = '比例 1:2，3 < 4 > 2，数组 a[1]，集合 {1, 2}，价格 $5，10:30，x*y*z，f(x)(y)，C++ & Rust，[1] 见注。'
    expect(found(text)).toEqual([])
  })

  test('none in code, which may be about them', () => {
    expect(found(textOf(fromHtml('<p>Write <code>{{#include}}</code></p><pre>:::note</pre>')))).toEqual([])
  })
})
