import {describe, expect, test} from 'vitest'
import {checkDrawings} from '../../src/html/image/check-drawings.ts'
import {inlineSvg, type Loss} from '../../src/html/image/inline-svg.ts'
import {serializeHtml} from '../../src/html/serialize-html.ts'
import {courseFrom} from '../support/course-from.ts'

const document = (content: string, attributes = '') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"${attributes}>${content}</svg>`

function inline(content: string, attributes?: string): {html: string; losses: readonly Loss[]} {
  const {losses = [], svg} = inlineSvg(document(content, attributes), 'fig') ?? {}
  return {html: svg ? serializeHtml({type: 'root', children: [svg]}) : '', losses}
}

const inner = (content: string) => inline(content).html.replaceAll(/^<svg[^>]*>|<\/svg>$/gu, '')

describe('an SVG that stands in the page', () => {
  test.each([
    ['<script>alert(1)</script>', 'alert'],
    ['<rect onload="alert(1)"/>', 'onload'],
    ['<foreignObject><p>x</p></foreignObject>', 'foreignObject'],
    ['<image href="https://example.org/x.png"/>', 'example.org'],
    ['<image href="data:text/html,example.org"/>', 'example.org'],
    ['<use href="other.svg#a"/>', 'other.svg'],
    ['<use href="data:image/svg+xml,x#a"/>', 'data:'],
    ['<rect fill="url(https://example.org/x)"/>', 'example.org'],
    ['<rect fill="url( https://example.org/x )"/>', 'example.org'],
    ['<rect fill="url(#a) url(https://example.org/x)"/>', 'example.org'],
    [String.raw`<rect fill="u\72l(https://example.org/x)"/>`, 'example.org'],
    [`<rect mask="image-set('https://example.org/x' 1x)"/>`, 'example.org'],
    [`<rect mask="src('https://example.org/x')"/>`, 'example.org'],
    ['<rect style="fill:url(//example.org)"/>', 'example.org'],
    [`<rect style="mask:image-set('//example.org' 1x)"/>`, 'example.org'],
    [String.raw`<rect style="f\69ll:u\72l(//example.org)"/>`, 'example.org'],
    ['<style>@import "https://example.org/x.css";rect{fill:url(//example.org)}</style><rect/>', 'example.org'],
    ['<style>rect{background:url(//example.org)}</style><rect/>', 'example.org'],
    ['<a href="javascript:alert(1)"><text>x</text></a>', 'javascript'],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', 'javascript'],
  ])('%s has none of it, and says so', (content, unsafe) => {
    const {html, losses} = inline(content)
    expect(html).not.toContain(unsafe)
    expect(losses).not.toEqual([])
  })

  test('has no background that fetches', () => {
    const {html, losses} = inline('', ' style="background:url(//example.org)"')
    expect(html).not.toContain('example.org')
    expect(losses).toHaveLength(1)
    expect(inline('', ' style="background: white"').html).toContain('style="background-color:white"')
  })

  test('keeps drawing, text and references into itself, under its own ids', () => {
    const {html, losses} = inline(
      '<defs><marker id="m"/></defs><path marker-end="url(#m)" d="M0 0"/><use href="#m"/><text>字</text>',
    )
    expect(html).toContain('id="fig-m"')
    expect(html).toContain('url(#fig-m)')
    expect(html).toContain('href="#fig-m"')
    expect(html).toContain('<text>字</text>')
    expect(losses).toEqual([])
  })

  test('is nothing when the file is not an SVG', () => {
    expect(inlineSvg('<html></html>', 'x')).toBeUndefined()
  })

  test.each([
    ['its own style', '<path style="fill:none;stroke:#1f77b4"/>', '<path fill="none" stroke="#1f77b4"></path>'],
    ['style over attribute', '<path fill="red" style="fill: none"/>', '<path fill="none"></path>'],
    ['sheet over attribute', '<style>path{fill:blue}</style><path fill="red"/>', '<path fill="blue"></path>'],
    [
      'style over sheet',
      '<style>#p{fill:blue}</style><path id="p" style="fill:none"/>',
      '<path id="fig-p" fill="none"></path>',
    ],
    [
      'the more specific rule',
      '<style><![CDATA[.a{fill:blue} path{fill:red} *{fill:lime}]]></style><path class="a"/>',
      '<path fill="blue"></path>',
    ],
    ['the later rule', '<style>.a{fill:blue}.b{fill:red}</style><path class="b a"/>', '<path fill="red"></path>'],
    ['what insists', '<style>path{fill:blue!important}</style><path style="fill:none"/>', '<path fill="blue"></path>'],
    [
      'inner elements',
      '<style>g > .a, .x path{fill:blue}</style><g><path class="a"/></g><path class="a"/>',
      '<g><path fill="blue"></path></g><path></path>',
    ],
    [
      'the font of Matplotlib',
      '<text style="font: bold 12px \'DejaVu Sans\', sans-serif; text-anchor: middle">x</text>',
      '<text font-style="normal" font-variant="normal" font-weight="bold" font-size="12px" font-family="&#x27;DejaVu Sans&#x27;, sans-serif" text-anchor="middle">x</text>',
    ],
    ['one marker', '<path style="marker:url(#m)"/>', ['start', 'mid', 'end']],
    ['colours of Draw.io', '<rect style="fill: light-dark(rgb(1, 2, 3), var(--d, #121212))"/>', 'fill="rgb(1, 2, 3)"'],
    ['a transform', '<g style="transform: translate(1px, 2px) rotate(45deg)"/>', 'translate(1, 2) rotate(45)'],
    ['a hidden layer', '<g style="display:none"><path/></g>', '<g display="none"><path></path></g>'],
    ['size', '<rect style="width:3px"/><text style="width:3px"/>', '<rect width="3px"></rect><text></text>'],
  ])('has styles as attributes: %s', (_name, content, expected) => {
    const html = inner(content)
    if (Array.isArray(expected)) {
      for (const place of expected) expect(html).toContain(`marker-${place}="url(#fig-m)"`)
    } else expect(html).toContain(expected)
    expect(inline(content).losses).toEqual([])
  })

  test('keeps what is linked, and in text as text', () => {
    expect(inner('<a transform="scale(2)"><path/></a><text><a>字</a></text>')).toBe(
      '<g transform="scale(2)"><path></path></g><text><tspan>字</tspan></text>',
    )
    expect(inline('<a href="https://example.org"><path/></a>').losses).toEqual([
      {kind: 'part', name: '<a href="https://example.org">'},
    ])
  })

  test('draws of a switch what needs no HTML, and says when that has other words', () => {
    const foreign = (words: string) => `<foreignObject><div>${words}</div></foreignObject>`
    const kept = `<switch>${foreign('数 据')}<text>数据</text></switch>`
    expect(inner(kept)).toBe('<g><text>数据</text></g>')
    expect(inline(kept).losses).toEqual([])
    const cut = `<switch>${foreign('很长的一段话')}<text>很长...</text></switch>`
    expect(inline(cut).losses).toEqual([{kind: 'part', name: '很长的一段话'}])
    expect(inline(`<switch>${foreign('字')}</switch>`).losses).toEqual([{kind: 'part', name: '字'}])
    expect(inner('<switch><g requiredFeatures="x"/><a><text>Text is not SVG</text></a></switch>')).toBe('')
    expect(inner('<switch><text systemLanguage="en">a</text><text>字</text></switch>')).toBe('<g><text>字</text></g>')
  })

  test('keeps pictures that are in it', () => {
    expect(inner('<image href="data:image/png;base64,AAAA"/>')).toBe(
      '<image href="data:image/png;base64,AAAA"></image>',
    )
  })

  test('reads a long style, however it is made', () => {
    const long = '('.repeat(50_000)
    expect(inner(`<path style="fill:light-dark${long};font:${'1'.repeat(50_000)}"/>`)).toBe('<path></path>')
    expect(inner(`<path fill="light-dark(${'a'.repeat(50_000)}"/>`)).toBe('<path></path>')
    expect(inner(`<path fill="${'light-dark(a,'.repeat(10_000)}"/>`)).toBe('<path></path>')
    expect(inner(`<path fill="url(${' '.repeat(50_000)}"/>`)).toBe('<path></path>')
  })
})

test('what a drawing cannot have in a page is reported at each figure', () => {
  const contents = new TextEncoder().encode(
    document(
      '<foreignObject><p>字</p></foreignObject><image href="photo.png"/><image href="https://example.org/a.png"/><path style="mix-blend-mode:multiply"/>',
    ),
  )
  const {course, files} = courseFrom(
    ['# 章\n\n![图](a.svg){alt="甲"}\n\n文\n\n![图](a.svg){alt="乙"}\n'],
    [{path: 'a.svg', mediaType: 'image/svg+xml', contents}],
  )
  checkDrawings(course, new Map(files.map((file) => [file.path, file])))
  const messages = files.flatMap((file) => file.messages).map(({line, reason, ruleId}) => `${line} ${ruleId} ${reason}`)
  expect(messages).toHaveLength(8)
  expect(messages.slice(0, 4)).toEqual([
    '3 html-is-safe 图片 `a.svg` 里的 `<foreignObject>` 不会输出 / Unexpected `<foreignObject>` in `a.svg`: it is left out',
    '3 image-is-readable 图片 `a.svg` 要用别的文件 `photo.png` / Unexpected reference from `a.svg` to `photo.png`: a drawing has nothing but itself',
    '3 image-is-local 图片 `a.svg` 要用别的文件 `https://example.org/a.png` / Unexpected reference from `a.svg` to `https://example.org/a.png`: a drawing has nothing but itself',
    '3 html-is-safe 图片 `a.svg` 里的样式 `mix-blend-mode: multiply` 不起作用 / Unexpected style `mix-blend-mode: multiply` in `a.svg`: it has no effect',
  ])
})
