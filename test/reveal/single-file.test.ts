import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {serializeHtml} from '../../src/html/serialize-html.ts'
import {singleFile} from '../../src/reveal/single-file.ts'

const files = Object.entries({
  'assets/theme.css': 'a::after { content: "src=\\"media/cat.png\\" url(media/cat.png)" }',
  'assets/deck.js': 'x = `<img src="media/cat.png">` // </script>',
  'media/cat.png': 'cat',
}).map(([path, contents]) => ({path, contents: new TextEncoder().encode(contents)}))

function single(...body: Parameters<typeof h>[2][]): string {
  const html = serializeHtml({type: 'root', children: [h('body', ...body)]})
  const {contents} = singleFile({path: 'index.html', contents: new TextEncoder().encode(html)}, files)
  return new TextDecoder().decode(contents)
}

const cat = 'data:image/png;base64,Y2F0'

test('images are inside, as elements and as backgrounds', () => {
  expect(single(h('img', {alt: 'a > b', src: 'media/cat.png'}))).toContain(`<img alt="a > b" src="${cat}">`)
  const style = 'background-image:url(media/cat.png),linear-gradient(red,blue)'
  expect(single(h('div', {style}))).toContain(`style="background-image:url(${cat}),linear-gradient(red,blue)"`)
})

test.each([
  ['a listing', h('code', '<img src="media/cat.png"> url(media/cat.png)')],
  ['what an image shows', h('img', {alt: 'src="media/cat.png" > url(media/cat.png)'})],
  ['a file that the deck does not have', h('img', {src: 'media/dog.png'})],
  ['a background that the deck does not have', h('div', {style: 'background:url(media/dog.png)'})],
])('%s stays as it is', (_name, element) => {
  expect(single(element)).toBe(serializeHtml({type: 'root', children: [h('body', element)]}))
})

test('scripts and styles are inside as they are', () => {
  const html = single(h('link', {rel: 'stylesheet', href: 'assets/theme.css'}), h('script', {src: 'assets/deck.js'}))
  expect(html).toContain(String.raw`<style>a::after { content: "src=\"media/cat.png\" url(media/cat.png)" }</style>`)
  expect(html).toContain(
    String.raw`<script>x = \`<img src="media/cat.png">\` // <\/script></script>`.replaceAll('\\`', '`'),
  )
})

test('a tag may be long', () => {
  const long = `data:image/png;base64,${'A'.repeat(20_000_000)}`
  expect(single(h('div', [h('img', {alt: 'media/', src: long}), h('img', {src: 'media/cat.png'})]))).toHaveLength(
    long.length + cat.length + '<body><div><img alt="media/" src=""><img src=""></div></body>'.length,
  )
})
