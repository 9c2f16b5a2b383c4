import {describe, expect, test} from 'vitest'
import {createFormulas, formulaKey} from '../../src/html/math/create-formulas.ts'
import {collectFormulas} from '../../src/model/collect-formulas.ts'
import {definesCommands, definitionsIn} from '../../src/model/tex-definitions.ts'
import {courseFrom} from '../support/course-from.ts'
import {mathSettings} from '../support/math-settings.ts'

test.each([
  String.raw`\newcommand{\R}{\mathbb{R}}`,
  String.raw`\newcommand\R{\mathbb{R}}`,
  String.raw`\newcommand*{\norm}[1]{\lVert #1 \rVert}`,
  String.raw`\renewcommand{\vec}[2][x]{\mathbf{#1_{#2}}}`,
  String.raw`\providecommand{\d}{\mathrm{d}}`,
  String.raw`\def\set#1#2{\{#1\,|\,#2\}}`,
  String.raw`\let\epsilon=\varepsilon`,
  String.raw`\let\epsilon\varepsilon`,
  String.raw`\DeclareMathOperator*{\argmax}{arg\,max}`,
  String.raw`\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}`,
  String.raw`\newenvironment{big}[1]{\left(#1}{\right)}`,
  String.raw`\definecolor{red}{RGB}{255,0,0}`,
])('%s is found whole, between others', (definition) => {
  const found = definitionsIn(String.raw`x ${definition} y \newcommand{\a}{b}`)
  expect(found.map(({tex}) => tex)).toEqual([definition, String.raw`\newcommand{\a}{b}`])
  expect(definesCommands(definition)).toBe(true)
})

test.each([
  String.raw`\newcommand{\R`,
  String.raw`\newcommand`,
  String.raw`\def\a`,
  String.raw`\\def\a{b}`,
  String.raw`\define{a}{b}`,
  String.raw`\left( x \right)`,
  String.raw`\def\a#1{\{#1`,
])('%s defines nothing', (tex) => {
  expect(definitionsIn(tex)).toEqual([])
})

async function mathmlOf(text: string): Promise<string[]> {
  const {course} = courseFrom([`# 章\n\n## 节\n\n${text}\n`])
  const {errors, formulas} = await createFormulas(collectFormulas(course), {...mathSettings, ...course.math})
  expect(errors).toEqual([])
  return Array.from(
    collectFormulas(course),
    (one) => formulas.get(formulaKey(one))?.mathml.replaceAll(/ data-latex="[^"]*"|\s+/gu, '') ?? '',
  )
}

test('a paragraph and a display that only define leave nothing behind', () => {
  const text =
    String.raw`$\newcommand{\a}{b}$` +
    '\n\n' +
    String.raw`$$\def\c{d}$$` +
    '\n\n> ' +
    String.raw`$$\def\e{f}$$` +
    '\n>\n> 话 ' +
    String.raw`$\a$`
  const {course, files} = courseFrom([`# 章\n\n## 节\n\n${text}\n`])
  expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  const [quote, ...others] = course.chapters[0]?.sections[0]?.blocks ?? []
  expect(others).toEqual([])
  expect(quote).toMatchObject({type: 'quote', blocks: [{type: 'prose'}]})
})

describe('what a formula defines', () => {
  test('is known to all others, before and behind it', async () => {
    const [before = '', behind = '', ...others] = await mathmlOf(
      String.raw`$\R$ 前` + '\n\n' + String.raw`$$\newcommand{\R}{\mathbb{R}}$$` + '\n\n' + String.raw`后 $\R^2$`,
    )
    expect(before).toContain('double-struck')
    expect(behind).toContain('double-struck')
    // A formula that only defines shows nothing, and is no block of the course.
    expect(others).toEqual([])
  })

  test('is known to its own formula alone where only the teacher sees it', async () => {
    const text = String.raw`:::notes` + '\n' + String.raw`$\def\varpi{q} \varpi$` + '\n:::\n\n' + String.raw`$\varpi$`
    const [closed = '', open = ''] = await mathmlOf(text)
    expect(closed).toContain('<mi>q</mi>')
    expect(open).not.toContain('<mi>q</mi>')
  })

  test('that it defines otherwise is reported, and is its own', async () => {
    const text = String.raw`$\def\x{a} \x$ 与 $\def\x{b} \x$ 与 $\x$`
    const {files} = courseFrom([`# 章\n\n## 节\n\n${text}\n`])
    expect(files[0]?.messages.map(({line, ruleId}) => `${line} ${ruleId}`)).toEqual(['5 math-renders'])
    const shown = await mathmlOf(text)
    expect(shown.map((one) => /<mi>(?<sign>.)<\/mi>/u.exec(one)?.groups?.['sign'])).toEqual(['a', 'b', 'a'])
  })
})
