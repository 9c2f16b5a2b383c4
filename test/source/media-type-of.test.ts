import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {mediaTypeOf} from '../../src/source/media-type-of.ts'

const typeOf = (text: string) => mediaTypeOf(Buffer.from(text))
const svg = 'image/svg+xml'

test.each([
  '<svg/>',
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '\uFEFF \n<svg\n>',
  '<?xml version="1.0"?>\n<!-- <html> --><svg>',
  '<?xml version="1.0"?><?xml-stylesheet href="a.css"?><svg>',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg>',
  '<!DOCTYPE svg [ <!ENTITY a "<b>"> ]>\n<svg>',
  '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>',
])('%s begins a drawing', (text) => {
  expect(typeOf(text)).toBe(svg)
})

test.each([
  '',
  ' ',
  'svg',
  '<svgx>',
  '<html><svg/></html>',
  '<!doctype html><html><body><svg/>',
  '<!-- <svg/>',
  '<?xml <svg/>',
  '<!DOCTYPE svg [ <svg/>',
  '<!DOCTYPE svg [ > <svg/>',
  'not found <svg/>',
])('%j is no image', (text) => {
  expect(typeOf(text)).toBeUndefined()
})

test('whatever stands before a drawing and may, it is found; what stands before it and may not hides it', () => {
  const before = fc.constantFrom(
    ' ',
    '\n',
    '<?a b?>',
    '<!--<svg>-->',
    '<!--a-->',
    '<!DOCTYPE svg>',
    '<!DOCTYPE svg [<!ENTITY a ">">]>',
  )
  const other = fc.constantFrom('x', '<p>', '</svg>', '<![CDATA[')
  fc.assert(
    fc.property(fc.array(before), fc.array(before), other, (first, second, between) => {
      expect(typeOf(`${[...first, ...second].join('')}<svg/>`)).toBe(svg)
      expect(typeOf(`${first.join('')}${between}${second.join('')}<svg/>`)).toBeUndefined()
    }),
  )
})

test('many comments are looked at once', () => {
  expect(typeOf('<!---->'.repeat(1_000_000))).toBeUndefined()
  expect(typeOf('<?a?>'.repeat(1_000_000))).toBeUndefined()
})
