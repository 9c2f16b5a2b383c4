import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {safeExternalUrl, safeUrl} from '../../src/model/safe-url.ts'

describe('an address that can be linked', () => {
  test.each([
    'https://example.org/a?b=c#d',
    'HTTP://example.org',
    'mailto:a@example.org',
    'tel:+49-30',
    '#sec-a',
    '02-b.md#sec-b',
    '../a/b.md',
    '?a:b',
    'a/b:c',
    '',
  ])('%s stays as it is', (url) => {
    expect(safeUrl(url)).toBe(url)
  })

  test.each([
    ['  https://example.org/\n', 'https://example.org/'],
    ['ht\ntps://example.org/', 'https://example.org/'],
  ])('%j is what the URL parser makes of it', (url, normal) => {
    expect(safeUrl(url)).toBe(normal)
  })

  test('leads out of the course only with a scheme', () => {
    expect(safeExternalUrl('https://example.org')).toBe('https://example.org')
    expect(safeExternalUrl('02-b.md')).toBeUndefined()
    expect(safeExternalUrl('javascript:1')).toBeUndefined()
  })
})

const schemes = ['javascript', 'vbscript', 'data', 'file', 'blob', 'view-source', 'about', 'filesystem', 'ms-msdt', 'x']

describe('an address that cannot', () => {
  test.each([
    ...schemes.map((scheme) => `${scheme}:window.__ran=1`),
    'JaVaScRiPt:1',
    ' javascript:1',
    '\u0001javascript:1',
    'java\nscript:1',
    'java\tscript:1',
    'j\r\na\tv\nascript\n:1',
    'javascript://example.org/%0a1',
    'data:text/html;base64,PHNjcmlwdD4=',
    '//example.org/x',
    String.raw`\\server\share`,
    String.raw`/\example.org`,
    '/\t/example.org',
    // Not a scheme to the URL parser, and no relative address either.
    '\u00A0javascript:1',
    'java\0script:1',
    'java%73cript:1',
    'javascript&colon;1:2',
  ])('%j', (url) => {
    expect(safeUrl(url)).toBeUndefined()
  })
})

test('whatever is given, a browser comes to an allowed scheme or stays in the folder', () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...schemes,
      'https',
      ':',
      '/',
      '\\',
      '//',
      '\t',
      '\n',
      ' ',
      '\0',
      '#',
      '?',
      '.',
      '..',
      '@',
      '&colon;',
    ),
    fc.string({maxLength: 3}),
  )
  fc.assert(
    fc.property(fc.array(part, {maxLength: 8}), (parts) => {
      const given = parts.join('')
      const safe = safeUrl(given)
      if (safe === undefined) return
      const base = 'lectern://course/folder/page.html'
      if (!URL.canParse(given, base)) return
      const {host, href, protocol} = new URL(given, base)
      expect(href).toBe(new URL(safe, base).href)
      expect(['http:', 'https:', 'mailto:', 'tel:', 'lectern:']).toContain(protocol)
      if (protocol === 'lectern:') expect(host).toBe('course')
    }),
  )
})
