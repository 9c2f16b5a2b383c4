import fc from 'fast-check'
import {fromXml} from 'xast-util-from-xml'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {inlineSvg} from '../../src/html/image/inline-svg.ts'
import {mendDrawing} from '../../src/html/image/mend-drawing.ts'
import {serializeHtml} from '../../src/html/serialize-html.ts'

const svg = (content: string, attributes = ' viewBox="0 0 9 9"') =>
  `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${content}</svg>`
const mend = (content: string, attributes?: string) => mendDrawing(svg(content, attributes)) ?? ''
const inside = (content: string) => mend(content).replaceAll(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/gu, '')

describe('the view box of a drawing without one', () => {
  test.each([
    ['width="200" height="130"', '0 0 200 130'],
    ['width="200px" height=" 130.5px"', '0 0 200 130.5'],
    ['width="1in" height="72pt"', '0 0 96 96'],
    ['width="25.4mm" height="6pc"', '0 0 96 96'],
    ['width="2" height="3" viewBox=""', '0 0 2 3'],
  ])('is its size: %s', (attributes, box) => {
    expect(mend('<rect/>', ` ${attributes}`)).toContain(`viewBox="${box}"`)
  })

  test.each(['', ' width="100%" height="50"', ' width="200"', ' width="0" height="0"', ' width="3em" height="4em"'])(
    'stays unknown where the size is:%s',
    (attributes) => {
      expect(mend('<rect/>', attributes)).toBe(svg('<rect/>', attributes))
    },
  )

  test('never replaces one that is there', () => {
    const written = svg('<rect/>', ' width="200" height="130" viewBox="0 0 20 13"')
    expect(mendDrawing(written)).toBe(written)
  })
})

describe('attributes of other vocabularies', () => {
  test('are left out', () => {
    expect(mend('<g xmlns:v="https://vecta.io/nano" v:background="#fff" fill="red"/>')).toContain(
      '<g xmlns:v="https://vecta.io/nano" fill="red">',
    )
    expect(inside('<g v:background="#fff"/>')).not.toContain('background')
  })

  test('but not those of XML and XLink, whatever its prefix', () => {
    const written = svg('<text xml:lang="en" xml:space="preserve">a</text>')
    expect(mendDrawing(written)).toBe(written)
    const other = mend('<g id="a"/><use xmlns:l="http://www.w3.org/1999/xlink" l:href="#a"/>')
    expect(other).toMatch(/<use [^>]*xlink:href="#a"/u)
    expect(other).toContain('xmlns:xlink="http://www.w3.org/1999/xlink"')
  })

  test('and XLink is declared where nobody did', () => {
    expect(inside('<g id="a"/><use xlink:href="#a"/>')).toContain('xmlns:xlink="http://www.w3.org/1999/xlink"')
  })
})

describe('the data of a picture inside', () => {
  test('has no white space', () => {
    expect(inside('<image href=" data:image/png;base64, iVBO\n //87kY\t8T "/>')).toBe(
      '<image href="data:image/png;base64,iVBO//87kY8T"></image>',
    )
  })

  test('keeps that of text', () => {
    expect(inside('<image href="\ndata:image/svg+xml,&lt;svg a b&gt;"/>')).toContain(
      'data:image/svg+xml,&#x3C;svg a b>',
    )
  })
})

describe('ids', () => {
  test.each(['bullet-char-template(57356)', 'a:b', '1', 'a b', '', '–', '😀'])('“%s” becomes a name', (id) => {
    const mended = mend(`<g id="${id}"/><use href="#${id}"/><rect fill="url('#${id}')"/>`)
    const [, name] = /<g id="(?<name>[^"]*)"/u.exec(mended) ?? []
    expect(name).toMatch(/^[A-Za-z_][\w.-]*$/u)
    expect(mended).toContain(`<use href="#${name}"`)
  })

  test('that are names stay as they are', () => {
    const written = svg('<g id="图-1"/><use href="#图-1"/><use href="#%E5%9B%BE-1"/>')
    expect(mendDrawing(written)?.match(/href="#图-1"/gu)).toHaveLength(2)
  })

  test('are those of one element, and references lead to the first', () => {
    const mended = inside('<g id="a"/><g id="a"/><g id="_a"/><use href="#a"/>')
    expect(mended).toBe('<g id="a"></g><g id="_a-2"></g><g id="_a"></g><use href="#a"></use>')
  })

  test('are names of XML, each once, and every reference leads to one, whatever they are', () => {
    const id = fc.oneof(fc.constantFrom('a', '_a', 'a:b', '1', '_a-2', ''), fc.string({unit: 'grapheme'}))
    const escape = (text: string) => text.replaceAll(/[^\w.-]/gu, (one) => `&#${one.codePointAt(0)};`)
    fc.assert(
      fc.property(fc.array(id, {maxLength: 8}), fc.array(id, {maxLength: 8}), (ids, wanted) => {
        const usable = (one: string) => /^[\P{Cc}\t]*$/u.test(one)
        const content = [
          ...ids.filter(usable).map((one) => `<g id="${escape(one)}"/>`),
          ...wanted.filter(usable).map((one) => `<use href="#${escape(one)}"/>`),
        ].join('')
        const mended = mendDrawing(svg(content))
        expect(mended).toBeDefined()
        const [found, references]: [string[], string[]] = [[], []]
        visit(fromXml(mended ?? ''), 'element', ({attributes}) => {
          if (attributes['id'] !== undefined) found.push(attributes['id'] ?? '')
          if (attributes['href'] !== undefined) references.push((attributes['href'] ?? '').slice(1))
        })
        expect(new Set(found).size).toBe(found.length)
        for (const one of found) expect(one).toMatch(/^[A-Za-z_\u4E00-\u9FA5][\w.\-\u4E00-\u9FA5]*$/u)
        for (const one of references) expect(found).toContain(one)
      }),
    )
  })
})

describe('a reference to nothing', () => {
  test.each([
    ['<rect fill="url(#a)"/>', '<rect fill="none"></rect>'],
    ['<rect fill="url(#a) red"/>', '<rect fill=" red"></rect>'],
    ['<rect clip-path="url(#a)"/>', '<rect clip-path="none"></rect>'],
    ['<rect mask="url( &quot;#a&quot; )"/>', '<rect mask="none"></rect>'],
    ['<rect style="fill:red;filter:url(#a)"/>', '<rect style="fill:red;filter:none"></rect>'],
    ['<style>rect{marker-end:url(#a);fill:red}</style>', '<style>rect{marker-end:none;fill:red}</style>'],
    ['<g><use href="#a"/><use xlink:href="#a"/></g>', '<g></g>'],
    ['<linearGradient id="b" href="#a"/>', '<linearGradient id="b"></linearGradient>'],
    ['<rect aria-labelledby="a b"/><title id="b"/>', '<rect aria-labelledby="b"></rect><title id="b"></title>'],
  ])('is none: %s', (content, expected) => {
    expect(inside(content)).toBe(expected)
  })

  test('is one to an element of another kind as well', () => {
    expect(inside('<g id="a"/><rect fill="url(#a)"/>')).toBe('<g id="a"></g><rect fill="none"></rect>')
    const written = svg('<pattern id="a"/><rect fill="url(#a)"/>')
    expect(mendDrawing(written)).toBe(written)
  })

  test('leaves a drawing that clips nothing as a whole', () => {
    const mended = mend('<rect/>', ' viewBox="0 0 9 9" clip-path="url(#presentation_clip_path)"')
    const {svg: shown} = inlineSvg(mended, 'f') ?? {}
    expect(shown && serializeHtml({type: 'root', children: [shown]})).toContain('clip-path="none"')
  })
})

test('words with signs of markup stay words', () => {
  const mended = mend('<style><![CDATA[g > .a{fill:url(#b)}]]></style><text>a ]]&gt; &amp;lt; b</text><g id="1"/>')
  expect(() => fromXml(mended)).not.toThrow()
  expect(mended).toContain('a ]]&gt; &#x26;lt; b')
})

test('what is no XML is left to browsers', () => {
  expect(mendDrawing('<svg><rect fill=red></svg>')).toBeUndefined()
})

test('a long style is read, however it is made', () => {
  for (const part of ['a', ' ', 'url(#', 'url(', 'fill:', 'a:url(#x '])
    expect(mend(`<rect style="${part.repeat(50_000)}"/>`)).toContain('<rect style=')
})
