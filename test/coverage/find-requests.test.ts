import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import {requestsOfPage, requestsOfScript, requestsOfStyle} from '../../src/coverage/requests/find-requests.ts'

describe('a page asks the network for', () => {
  test.each([
    ['a picture', '<img src="https://example.org/a.png">'],
    ['one of several pictures', '<img src="a.png" srcset="b.png 1x, https://example.org/a.png 2x">'],
    ['a script without a scheme', '<script src="//example.org/a.js"></script>'],
    ['a style sheet', '<link rel="stylesheet" href="http://example.org/a.css">'],
    ['a background of a slide', '<section data-background-image="https://example.org/a.png"></section>'],
    ['a picture that is loaded late', '<img data-src="https://example.org/a.png">'],
    ['a picture of a style', '<p style="background: url(//example.org/a.png)">x</p>'],
    ['a font', '<style>@font-face { src: url("https://example.org/a.woff2") }</style>'],
  ])('%s', (_name, html) => {
    expect(requestsOfPage(fromHtml(html))).toHaveLength(1)
  })

  test('nothing by a link, a name space or a file beside it', () => {
    const html = '<a href="https://example.org">x</a><img src="a.png"><svg xmlns="http://www.w3.org/2000/svg"></svg>'
    expect(requestsOfPage(fromHtml(html))).toEqual([])
  })

  test('nothing by data, whatever its lines look like', () => {
    const picture = (attribute: string) => `<svg><image ${attribute}=" data:image/png;base64,iVBO\n//87kY"/></svg>`
    expect(requestsOfPage(fromHtml(picture('href') + picture('xlink:href')))).toEqual([])
    expect(requestsOfPage(fromHtml('<img srcset="data:image/png;base64,AA 1x, //example.org/a.png 2x">'))).toEqual([
      '//example.org/a.png',
    ])
  })
})

test('a style sheet names addresses in rules and imports, not in comments', () => {
  const sheet =
    "@import 'https://example.org/a.css'; /* https://example.org/b */ .never { background: url(//example.org/c.png) }"
  expect(requestsOfStyle(sheet)).toEqual(['https://example.org/a.css', '//example.org/c.png'])
})

test('a script names addresses, and vocabularies that are none', () => {
  expect(requestsOfScript("fetch('https://example.org/x'); create('http://www.w3.org/2000/svg')")).toEqual([
    'https://example.org/x',
  ])
})
