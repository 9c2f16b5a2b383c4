import {describe, expect, test} from 'vitest'
import {createFormulas, formulaKey} from '../../src/html/math/create-formulas.ts'
import {toMathAlphanumeric} from '../../src/html/math/math-alphanumeric.ts'
import {inlineSvg} from '../../src/html/image/inline-svg.ts'
import {serializeHtml} from '../../src/html/serialize-html.ts'
import {mathSettings} from '../support/math-settings.ts'

describe('an SVG that stands in the page', () => {
  const inline = (content: string) => {
    const svg = inlineSvg(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`, 'fig')
    return svg ? serializeHtml({type: 'root', children: [svg]}) : ''
  }

  test.each([
    ['<script>alert(1)</script>', 'alert'],
    ['<rect onload="alert(1)"/>', 'onload'],
    ['<foreignObject><p>x</p></foreignObject>', 'foreignObject'],
    ['<image href="https://example.org/x.png"/>', 'example.org'],
    ['<use href="other.svg#a"/>', 'other.svg'],
    ['<rect fill="url(https://example.org/x)"/>', 'example.org'],
    ['<rect style="fill:url(//example.org)"/>', 'example.org'],
    ['<a href="javascript:alert(1)"><text>x</text></a>', 'javascript'],
  ])('%s has none of it', (content, unsafe) => {
    expect(inline(content)).not.toContain(unsafe)
  })

  test('keeps drawing, text and references into itself, under its own ids', () => {
    const html = inline(
      '<defs><marker id="m"/></defs><path marker-end="url(#m)" d="M0 0"/><use href="#m"/><text>字</text>',
    )
    expect(html).toContain('id="fig-m"')
    expect(html).toContain('url(#fig-m)')
    expect(html).toContain('href="#fig-m"')
    expect(html).toContain('<text>字</text>')
  })

  test('is nothing when the file is not an SVG', () => {
    expect(inlineSvg('<html></html>', 'x')).toBeUndefined()
  })
})

describe('formulas', () => {
  test('are converted once each, to SVG and MathML', async () => {
    const formula = {tex: String.raw`\frac{1}{2}`, display: false}
    const {errors, formulas} = await createFormulas([formula, {...formula}, {...formula, display: true}], mathSettings)
    expect(errors).toEqual([])
    expect(formulas.size).toBe(2)
    const {mathml = '', svg = ''} = formulas.get(formulaKey(formula)) ?? {}
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/u)
    expect(mathml).toContain('<mfrac')
  })

  test.each([
    [String.raw`\frac{1`, 'Missing close brace'],
    [String.raw`\foo x`, String.raw`Undefined control sequence \foo`],
  ])('%s is an error that says why', async (tex, reason) => {
    const {errors, formulas} = await createFormulas([{tex, display: true}], mathSettings)
    expect(errors.map((error) => error.reason)).toEqual([reason])
    expect(formulas.size).toBe(0)
  })
})

test.each([
  ['R', 'double-struck', 'ℝ'],
  ['x2', 'bold', '𝐱𝟐'],
  ['L', 'script', 'ℒ'],
  ['h', 'italic', 'ℎ'],
  ['损', 'bold', '损'],
  ['x', 'normal', 'x'],
])('%s in %s is %s', (text, variant, expected) => {
  expect(toMathAlphanumeric(text, variant)).toBe(expected)
})
