import {mkdtemp, rm, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {countSvg} from '../../src/source/count-svg.ts'
import {excessOfImage} from '../../src/source/excess-of-image.ts'
import {readPixels} from '../../src/source/read-pixels.ts'
import {readResources} from '../../src/source/read-resources.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const big = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const big16 = (value: number) => [value >>> 8, value & 255]
const little16 = (value: number) => [value & 255, value >>> 8]
const little24 = (value: number) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255]
const little32 = (value: number) => big(value).toReversed()

const png = (width: number, height: number) => bytes('\u0089PNG\r\n\u001A\n', big(13), 'IHDR', big(width), big(height))
const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0],
    big16(4),
    'xx',
    [0xff, 0xff, 0xc4],
    big16(3),
    'x',
    [0xff, 0xc2],
    big16(11),
    [8],
    big16(height),
    big16(width),
  )
const frame = bytes([0x2c], [0, 0, 0, 0, 1, 0, 1, 0, 0x80], [0, 0, 0, 1, 1, 1], [2, 1, 0, 0])
const gif = (width: number, height: number, frames: number) =>
  bytes(
    'GIF89a',
    little16(width),
    little16(height),
    [0x80, 0, 0],
    [0, 0, 0, 1, 1, 1],
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    ...Array.from({length: frames}, () => [...frame]),
    [0x3b],
  )
const webp = (chunks: Buffer) => bytes('RIFF', little32(chunks.length + 4), 'WEBP', [...chunks])
const vp8x = (width: number, height: number, frames: number) =>
  webp(
    bytes(
      'VP8X',
      little32(10),
      [2, 0, 0, 0],
      little24(width - 1),
      little24(height - 1),
      ...Array.from({length: frames}, () => ['ANMF', little32(3), [1, 2, 3, 0]]).flat(),
    ),
  )

describe('pixels of', () => {
  test.each([
    ['image/png', png(50_000, 20), {width: 50_000, height: 20, frames: 1}],
    ['image/jpeg', jpeg(4000, 3000), {width: 4000, height: 3000, frames: 1}],
    ['image/gif', gif(300, 200, 7), {width: 300, height: 200, frames: 7}],
    ['image/webp', vp8x(16_777_216, 5, 3), {width: 16_777_216, height: 5, frames: 3}],
    [
      'image/webp',
      webp(bytes('VP8 ', little32(10), [0, 0, 0, 0x9d, 1, 0x2a], little16(640), little16(480))),
      {width: 640, height: 480, frames: 1},
    ],
    [
      'image/webp',
      webp(bytes('VP8L', little32(5), [0x2f], little32(639 + 479 * 16_384))),
      {width: 640, height: 480, frames: 1},
    ],
  ])('%s are read from its header', (type, image, expected) => {
    expect(readPixels(type, image)).toEqual(expected)
  })

  test('whatever bytes end', () => {
    const type = fc.constantFrom('image/png', 'image/jpeg', 'image/gif', 'image/webp')
    const start = fc.constantFrom(png(1, 1), jpeg(1, 1), gif(1, 1, 1), vp8x(1, 1, 1), Buffer.alloc(0))
    fc.assert(
      fc.property(type, fc.tuple(start, fc.nat(60)), fc.uint8Array({maxLength: 300}), (kind, [head, length], tail) => {
        readPixels(kind, Buffer.concat([head.subarray(0, length), tail]))
      }),
    )
  })
})

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
/** Ten groups, each of which has ten times what `refer` makes of the one before. */
const tenOfTen = (name: string, refer: (id: string) => string) =>
  Array.from(
    {length: 10},
    (_, index) => `<${name} id="a${index}">${index === 0 ? '<rect/>' : refer(`a${index - 1}`).repeat(10)}</${name}>`,
  ).join('')

describe('a drawing of', () => {
  test.each([
    ['uses', tenOfTen('g', (id) => `<use href="#${id}"/>`)],
    ['uses with xlink', tenOfTen('symbol', (id) => `<use xlink:href='#${id}' />`) + '<use href="#a9"/>'],
    ['patterns', tenOfTen('pattern', (id) => `<rect fill="url(#${id})"/>`)],
    ['masks', tenOfTen('mask', (id) => `<rect style="mask: url('#${id}')"/>`)],
    [
      'style sheets',
      `<style>${Array.from({length: 10}, (_, index) => `.c${index}{fill:url(#a${index})}`).join('')}</style>${tenOfTen('pattern', (id) => `<rect class="x ${id.replace('a', 'c')}"/>`)}`,
    ],
    [
      'data',
      `<image href="data:image/svg+xml;base64,${Buffer.from(svg(tenOfTen('g', (id) => `<use href="#${id}"/>`))).toString('base64')}"/>`,
    ],
    ['a large picture', `<image href="data:image/png;base64,${png(50_000, 50_000).toString('base64')}"/>`],
    [
      'a large picture, in lines',
      `<image href=" data:image/png;base64,\n${png(50_000, 50_000).toString('base64').replaceAll(/.{8}/gu, '$&\n ')}"/>`,
    ],
    ['groups inside each other', `${'<g>'.repeat(100_000)}${'</g>'.repeat(100_000)}`],
    ['many elements', '<path/>'.repeat(200_001)],
    ['many bytes', `<!--${' '.repeat(10_000_000)}-->`],
  ])('%s beyond the limit is refused', (_name, inside) => {
    expect(excessOfImage('image/svg+xml', Buffer.from(svg(inside)))).toMatchObject({kind: 'size'})
  })

  test('a long chain, a group that uses itself, and a detailed map is not', () => {
    const chain = Array.from({length: 100}, (_, index) => `<g id="a${index}"><use href="#a${index + 1}"/></g>`).join('')
    for (const inside of [
      chain,
      '<g id="a"><use href="#a"/></g>',
      '<path d="M0 0"/>'.repeat(50_000),
      '<text title="a > b">字</text>',
    ]) {
      expect(excessOfImage('image/svg+xml', Buffer.from(svg(inside)))).toBeUndefined()
    }
  })

  test('is counted with what it uses', () => {
    const inside =
      '<!-- <g/> --><defs><g id="a"><path/><path/></g></defs><use href="#a"/><use href="#a"/><use href="#none"/>'
    // The root of the text, svg, defs, g, two paths; three uses, two of them of three elements.
    expect(countSvg(svg(inside))).toMatchObject({elements: 1 + 5 + 3 + 6, images: []})
  })
})

test('images that are too large are none of the course', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-images-'))
  try {
    await writeFile(path.join(folder, 'wide.png'), png(50_000, 10))
    await writeFile(path.join(folder, 'square.png'), png(16_000, 16_000))
    await writeFile(path.join(folder, 'film.gif'), gif(2000, 2000, 30))
    await writeFile(path.join(folder, 'large.jpg'), jpeg(10, 10))
    await truncate(path.join(folder, 'large.jpg'), 50_000_001)
    await writeFile(path.join(folder, 'scan.png'), png(12_000, 8000))
    const {failures, resources} = await readResources(folder, [
      'wide.png',
      'square.png',
      'film.gif',
      'large.jpg',
      'scan.png',
    ])
    // In the place of the others is a drawing of a frame with their name.
    const shown = [...resources].filter(([name, {path: own}]) => own === name).map(([name]) => name)
    expect(shown).toEqual(['scan.png'])
    expect(resources.get('wide.png')?.mediaType).toBe('image/svg+xml')
    expect(new Map([...failures].map(([name, failure]) => [name, failure.kind === 'size' && failure.count]))).toEqual(
      new Map([
        ['film.gif', 120_000_000],
        ['large.jpg', 50_000_001],
        ['square.png', 256_000_000],
        ['wide.png', 50_000],
      ]),
    )
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})
