import {describe, expect, test} from 'vitest'
import {createFormulas, formulaKey} from '../../src/html/math/create-formulas.ts'
import {toMathAlphanumeric} from '../../src/html/math/math-alphanumeric.ts'
import {mathSettings} from '../support/math-settings.ts'

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
