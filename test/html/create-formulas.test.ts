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

  test('that are bombs are errors, and the others are converted', async () => {
    const nameOf = (index: number) => `\\m${String.fromCodePoint(97 + index)}`
    const doubling = Array.from({length: 20}, (_, index) => {
      const content = index === 0 ? 'x' : nameOf(index - 1).repeat(2)
      return `\\newcommand{${nameOf(index)}}{${content}}`
    })
    const bombs = [
      String.raw`\def\x{\x\x}\x`,
      String.raw`\def\x{\y}\def\y{\x}\x`,
      `${doubling.join('')}${String.raw`\mt`}`,
      `${'{'.repeat(100_000)}x${'}'.repeat(100_000)}`,
      `${String.raw`\frac{1}{`.repeat(500)}x${'}'.repeat(500)}`,
      `${String.raw`\left(`.repeat(500)}x${String.raw`\right)`.repeat(500)}`,
      `${String.raw`\begin{matrix}`.repeat(500)}x${String.raw`\end{matrix}`.repeat(500)}`,
      'a+'.repeat(100_000),
    ]
    const all = [...bombs, 'x', String.raw`\{\{\left\{x\right\}\}\}`].map((tex) => ({tex, display: true}))
    const {errors, formulas} = await createFormulas(all, mathSettings)
    expect(errors.map(({formula}) => formula.tex)).toEqual(bombs)
    expect(formulas.size).toBe(2)
  })

  test('end with the signal', async () => {
    const interrupt = new AbortController()
    const work = createFormulas([{tex: 'x', display: true}], mathSettings, interrupt.signal)
    interrupt.abort(new Error('Interrupted'))
    await expect(work).rejects.toThrow('Interrupted')
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
