import vm from 'node:vm'
import type {Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {serializeHtml} from '../../src/html/serialize-html.ts'
import {sealPage} from '../../src/reveal/seal-page.ts'
import {singleFile} from '../../src/reveal/single-file.ts'
import {loadReveal} from '../../src/theme/load-reveal.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const standard = {
  'assets/theme.css': 'a::after { content: "src=\\"media/cat.png\\" url(media/cat.png)" }',
  'assets/deck.js': 'x = `<img src="media/cat.png">` // </script>',
  'media/cat.png': 'cat',
}

function single(body: Parameters<typeof h>[2][], files: Readonly<Record<string, string>> = standard): string {
  const list = Object.entries(files).map(([path, text]) => ({path, contents: bytes(text)}))
  return serializeHtml(singleFile({type: 'root', children: [h('body', ...body)]}, list))
}

const cat = 'data:image/png;base64,Y2F0'

test('images are inside, as elements and as backgrounds', () => {
  expect(single([h('img', {alt: 'a > b', src: 'media/cat.png'})])).toContain(`<img alt="a > b" src="${cat}">`)
  const style = 'background-image:url(media/cat.png),linear-gradient(red,blue)'
  expect(single([h('div', {style})])).toContain(`style="background-image:url(${cat}),linear-gradient(red,blue)"`)
})

test.each([
  ['a listing', h('code', '<img src="media/cat.png"> url(media/cat.png)')],
  ['what an image shows', h('img', {alt: 'src="media/cat.png" > url(media/cat.png)'})],
  ['a file that the deck does not have', h('img', {src: 'media/dog.png'})],
  ['a background that the deck does not have', h('div', {style: 'background:url(media/dog.png)'})],
])('%s stays as it is', (_name, element) => {
  expect(single([element])).toBe(serializeHtml({type: 'root', children: [h('body', element)]}))
})

const linked = [h('link', {rel: 'stylesheet', href: 'assets/theme.css'}), h('script', {src: 'assets/deck.js'})]

test('scripts and styles are inside as they are', () => {
  const html = single(linked)
  expect(html).toContain(String.raw`<style>a::after { content: "src=\"media/cat.png\" url(media/cat.png)" }</style>`)
  expect(html).toContain(
    String.raw`<script>x = \`<img src="media/cat.png">\` // \x3c/script></script>`.replaceAll('\\`', '`'),
  )
})

describe('what ends an element, or hides its end, does not where a sheet or a script has it', () => {
  test.each([
    ['/*</style><script>window.__ran=81</script>*/'],
    ['a{content:"</STYLE ><script>window.__ran=81</script>"}'],
    ['a{content:"<!--<script>"}'],
    ['/*</style/><img src=x onerror=window.__ran=81>*/'],
  ])('%s', (css) => {
    const scripts = ['"</SCRIPT ><img src=x>"', '"<!--<script>"', '`<script>`', '/<!--/u.test("")']
    for (const script of scripts) {
      const html = single(linked, {'assets/theme.css': css, 'assets/deck.js': script})
      const names: string[] = []
      let source = ''
      const tree = fromHtml(html)
      visit(tree, 'element', (element) => {
        names.push(element.tagName)
        if (element.tagName === 'script') source = toString(element)
      })
      expect(names).toEqual(['html', 'head', 'body', 'style', 'script'])
      expect(vm.runInNewContext(source)).toEqual(vm.runInNewContext(script))
    }
  })
})

test('the scripts of reveal.js are scripts inside a page too', async () => {
  const reveal = await loadReveal()
  for (const [name, contents] of Object.entries(reveal).filter(([file]) => file.endsWith('.js'))) {
    const html = single(linked, {'assets/theme.css': '', 'assets/deck.js': new TextDecoder().decode(contents)})
    const scripts: string[] = []
    visit(fromHtml(html), 'element', (element) => {
      if (element.tagName === 'script') scripts.push(toString(element))
    })
    expect(scripts).toHaveLength(1)
    expect(() => new vm.Script(scripts[0] ?? '', {filename: name})).not.toThrow()
  }
})

test('the nonce of a page is made of all that stands in it', () => {
  const page = (text: string): Root => ({
    type: 'root',
    children: [
      h('meta', {httpEquiv: 'Content-Security-Policy', content: ''}),
      h('p', text),
      h('script', {src: 'a.js'}),
    ],
  })
  const nonceOf = (text: string) => {
    const html = serializeHtml(sealPage(page(text), (nonce) => `script-src 'nonce-${nonce}'`))
    const [, ofPolicy] = /nonce-(?<nonce>[\w-]{24})/u.exec(html) ?? []
    expect(html).toContain(`<script src="a.js" nonce="${ofPolicy}"></script>`)
    return ofPolicy
  }
  const first = nonceOf('a')
  expect(nonceOf('a')).toBe(first)
  // What a page says cannot name the nonce that the page has for saying it.
  expect(nonceOf(`<script nonce="${first}">`)).not.toBe(first)
})

test('a page may be large', () => {
  const long = `data:image/png;base64,${'A'.repeat(20_000_000)}`
  expect(single([h('div', [h('img', {alt: 'media/', src: long}), h('img', {src: 'media/cat.png'})])])).toHaveLength(
    long.length + cat.length + '<body><div><img alt="media/" src=""><img src=""></div></body>'.length,
  )
})
