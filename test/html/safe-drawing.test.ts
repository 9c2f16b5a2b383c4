import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {fromXml} from 'xast-util-from-xml'
import {describe, expect, test} from 'vitest'
import {safeDrawing} from '../../src/html/image/safe-drawing.ts'

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"${attributes}>${content}<text>字</text></svg>`

function fileOf(source: string) {
  const contents = new TextEncoder().encode(source)
  const safe = safeDrawing({path: 'a.svg', mediaType: 'image/svg+xml', contents})
  return {text: new TextDecoder().decode(safe.contents), isAsWritten: safe.contents === contents, written: safe.written}
}

describe('the file of a drawing loses', () => {
  test.each([
    ['a script', svg('<script>window.__ran=1</script>')],
    ['a script of another name', svg('<x:script xmlns:x="http://www.w3.org/2000/svg">window.__ran=1</x:script>')],
    [
      'a script of HTML',
      svg('<foreignObject><script xmlns="http://www.w3.org/1999/xhtml">__ran=1</script></foreignObject>'),
    ],
    ['a script by an entity', `<!DOCTYPE svg [<!ENTITY e "<script>__ran=1</script>">]>${svg('&e;')}`],
    ['an attribute that is declared', `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "__ran=1">]>${svg('')}`],
    ['a handler', svg('<rect onload="__ran=1"/>')],
    ['a handler of the drawing', svg('', ' onload="__ran=1"')],
    ['a handler in a namespace', svg('<rect xlink:onload="__ran=1"/>')],
    ['a link', svg('<a xlink:href="javascript:__ran=1"><rect/></a>')],
    ['a link that is set later', svg('<a><set attributeName="href" to="javascript:__ran=1"/><rect/></a>')],
    ['a link that is animated', svg('<a><animate attributeName="href" values="javascript:__ran=1"/><rect/></a>')],
    ['a use of another file', svg('<use xlink:href="https://__ran.example/a.svg#x"/>')],
    ['a use of a file inside', svg('<use href="data:image/svg+xml,__ran#x"/>')],
    ['an image from elsewhere', svg('<image href="https://__ran.example/a.png"/>')],
    ['a page as an image', svg('<image href="data:text/html,__ran"/>')],
    [
      'an embedded page',
      svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="__ran"></iframe></foreignObject>'),
    ],
    ['a sheet', svg('<style>@import "https://__ran.example/a.css";</style>')],
    ['a sheet beside it', `<?xml-stylesheet href="https://__ran.example/a.css"?>${svg('')}`],
    ['an address in a style', svg('<rect style="fill:url(https://__ran.example/a)"/>')],
    ['an address in an attribute', svg('<rect fill="url(https://__ran.example/a)"/>')],
    ['an address with an escape', svg(String.raw`<rect fill="u\72l(https://__ran.example/a)"/>`)],
    ['another base', svg('<rect xml:base="https://__ran.example/"/>')],
    ['what no XML parser reads', svg('<rect onload=__ran=1>')],
  ])('%s', (_name, source) => {
    const {isAsWritten, text, written} = fileOf(source)
    expect(isAsWritten).toBe(false)
    expect(text).not.toContain('__ran')
    expect(text).toContain('<text>字</text>')
    expect(() => fromXml(text)).not.toThrow()
    expect(new TextDecoder().decode(written)).toBe(source)
  })

  test('everything, when it is no drawing in HTML', () => {
    const {text} = fileOf('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>window.__ran=1</s:script></s:svg>')
    expect(text).not.toContain('__ran')
    expect(() => fromXml(text)).not.toThrow()
  })
})

describe('the file of a drawing is as it was written', () => {
  test.each([
    [
      'shapes',
      svg(
        '<pattern id="a"/><rect id="b" fill="url(#a)" style="fill:red" transform="rotate(45)"/><use xlink:href="#b"/>',
      ),
    ],
    ['a picture inside', svg('<image xlink:href="data:image/png;base64,AA=="/>')],
    [
      'notes of an editor',
      svg('<i:view xmlns:i="http://www.inkscape.org/" i:zoom="1"/><metadata><r:RDF xmlns:r="urn:r"/></metadata>'),
    ],
    [
      'words of HTML',
      svg('<foreignObject><div xmlns="http://www.w3.org/1999/xhtml" style="color:red">f(x)</div></foreignObject>'),
    ],
    ['a sheet of its own', svg('<style>rect{fill:red}</style><rect aria-label="f(x) = src(y)"/>')],
    [
      'a document type',
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
    ],
  ])('%s', (_name, source) => {
    expect(fileOf(source).isAsWritten).toBe(true)
  })

  const drawings = ['chapters', 'docs'].flatMap((folder) =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.svg'))
      .map((name) => path.join(folder, name)),
  )
  test.each(drawings)('%s', (file) => {
    expect(fileOf(readFileSync(file, 'utf8')).isAsWritten).toBe(true)
  })
})
