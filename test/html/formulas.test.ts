import {fromHtml} from 'hast-util-from-html'
import type {Element} from 'hast'
import {serializeXhtml} from '../../src/html/serialize-xhtml.ts'
import {describe, expect, test} from 'vitest'
import {cleanMathml} from '../../src/html/math/clean-mathml.ts'
import type {MathSettings} from '../../src/html/math/create-formulas.ts'
import {open} from '../../src/html/math/mathjax-engine.ts'
import {mathSettings} from '../support/math-settings.ts'

/** Without a thread of its own for each. */
async function convert(tex: string, settings: MathSettings = mathSettings) {
  const reasons: string[] = []
  const rendered = await open(settings)({tex, display: true}).catch((error: unknown) => {
    reasons.push(error instanceof Error ? error.message : String(error))
    return undefined
  })
  return {...rendered, error: reasons[0]}
}

async function mathmlOf(tex: string, settings?: MathSettings): Promise<string> {
  const {mathml = ''} = await convert(tex, settings)
  const [math] = fromHtml(mathml, {fragment: true}).children
  return serializeXhtml(cleanMathml(math as Element, {tex, display: true}))
}

describe('formulas', () => {
  test.each([
    ['AMS', String.raw`\begin{aligned} a &= b \\ c &= \tfrac12 \end{aligned}`],
    ['mathtools', String.raw`\begin{dcases} x \coloneqq 1 \\ y \end{dcases}`],
    ['chemistry', String.raw`\ce{2H2 + O2 -> 2H2O}`],
    ['chemistry, equilibrium', String.raw`\ce{CO2 + C <=> 2CO}`],
    ['cancel', String.raw`\frac{\cancel{x}y}{\cancel{x}}`],
    ['bra and ket', String.raw`\braket{\phi|\psi}`],
    ['Chinese', String.raw`\text{损失} = -\log p`],
  ])('%s', async (_name, tex) => {
    const {error, svg = ''} = await convert(tex)
    expect(error).toBeUndefined()
    expect(svg).toContain('<path')
    expect(svg).not.toContain('merror')
  })

  test('physics is there for courses that ask for it, since it changes what \\div means', async () => {
    expect((await convert(String.raw`\dv{f}{x}`)).error).toContain('dv')
    expect((await convert(String.raw`\dv{f}{x}`, {...mathSettings, packages: ['physics']})).error).toBeUndefined()
    expect(await mathmlOf(String.raw`6 \div 2`)).toContain('÷')
  })

  test('wider than a slide are broken into lines there, and nowhere else', async () => {
    const sum = Array.from({length: 8}, (_, index) => String.raw`\frac{a_{${index}}}{b}`).join(' + ')
    const short = await convert(sum)
    expect(short.svgOnSlide === undefined).toBe(true)
    const {svg = '', svgOnSlide = ''} = await convert(sum, {...mathSettings, widthOnSlide: 15})
    const size = (text: string, name: string) => Number(new RegExp(` ${name}="([\\d.]+)ex"`, 'u').exec(text)?.[1])
    expect(svg === short.svg).toBe(true)
    expect(size(svgOnSlide, 'width')).toBeLessThanOrEqual(30)
    expect(size(svgOnSlide, 'height')).toBeGreaterThan(size(svg, 'height') * 1.8)
  })

  test.each([
    ['one column', String.raw`\begin{align*} y = x \end{align*}`],
    ['one row', String.raw`\begin{aligned} y &= x \end{aligned}`],
    ['one cell', String.raw`\begin{matrix} x \end{matrix}`],
  ])('no attribute of MathML is empty: %s', async (_name, tex) => {
    expect(await mathmlOf(tex)).not.toContain('=""')
  })

  test('commands of the course, with and without arguments', async () => {
    const macros = {RR: String.raw`\mathbb{R}`, norm: String.raw`\lVert #1 \rVert_{#2}`}
    expect(await mathmlOf(String.raw`x \in \RR`, {...mathSettings, macros})).toContain('ℝ')
    expect((await convert(String.raw`\norm{x}{2}`, {...mathSettings, macros})).error).toBeUndefined()
  })

  test('e-books get characters that every font may have', async () => {
    const mathml = await mathmlOf(String.raw`\ce{A <=> B -> C <-> D <--> E <=>> F <<=> G}`)
    expect(mathml).not.toMatch(/[\uE000-\uF8FF]/u)
    expect(mathml).toContain('⇌')
  })

  test.each([String.raw`\frac{1}{`, String.raw`\nosuch`, String.raw`\ce{A ->[`, 'x^2^3'])(
    '%s is an error, not red text',
    async (tex) => {
      const {error, svg} = await convert(tex)
      expect(error).toBeTruthy()
      expect(svg).toBeUndefined()
    },
  )
})
