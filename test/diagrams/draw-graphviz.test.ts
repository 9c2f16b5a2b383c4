import {expect, test} from 'vitest'
import {drawGraphviz} from '../../src/diagrams/draw-graphviz.ts'
import {inlineSvg} from '../../src/html/image/inline-svg.ts'
import {serializeHtml} from '../../src/html/serialize-html.ts'

test('nodes with links and tooltips are drawn, in a file and in a page', async () => {
  const drawing = await drawGraphviz('digraph{a[URL="x"];a->b;c[tooltip="t"]}')
  const source = 'svg' in drawing ? drawing.svg : drawing.error
  // Without it an e-book shows no picture at all.
  expect(source).toContain(' xmlns:xlink="http://www.w3.org/1999/xlink"')
  const {losses, svg} = inlineSvg(source, 'f') ?? {}
  const html = svg ? serializeHtml({type: 'root', children: [svg]}) : ''
  expect(Array.from(html.matchAll(/>(?<word>\w)<\/text>/gu), ({groups}) => groups?.['word'])).toEqual(['a', 'b', 'c'])
  expect(html).not.toContain('href')
  expect(losses).toEqual([{kind: 'part', name: '<a href="x">'}])
})

test('a graph without links names no namespace for them', async () => {
  const drawing = await drawGraphviz('digraph{a->b}')
  expect('svg' in drawing && drawing.svg).not.toContain('xlink')
})
