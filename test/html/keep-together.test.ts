import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {keepTogether} from '../../src/html/inline/keep-together.ts'
import {serializeHtml} from '../../src/html/serialize-html.ts'

const html = (nodes: ElementContent[]) =>
  serializeHtml({type: 'root', children: keepTogether(nodes)}).replaceAll(/ class="nowrap"/gu, '')
const text = (value: string): ElementContent => ({type: 'text', value})
const formula = h('math', 'x')

describe('a formula stands with its punctuation', () => {
  test.each([
    ['after it', [text('求 '), formula, text('，再说')], '求 <span><math>x</math>，</span>再说'],
    ['before it', [text('量（'), formula, text(' 个')], '量<span>（<math>x</math></span> 个'],
    ['round it', [text('量（'), formula, text('）。个')], '量<span>（<math>x</math>）。</span>个'],
    ['in strong text', [h('strong', [formula, text('。')])], '<strong><span><math>x</math>。</span></strong>'],
    ['and alone where there is none', [text('求 '), formula, text(' 吧')], '求 <math>x</math> 吧'],
  ])('%s', (_name, nodes, expected) => {
    expect(html(nodes)).toBe(expected)
  })
})

describe('a compound with digits does not break', () => {
  test.each([
    ['从GPT-4到ChatGLM-6B。', '从<span>GPT-4</span>到<span>ChatGLM-6B</span>。'],
    ['GPT-3.5发布于2022-11-30', '<span>GPT-3.5</span>发布于<span>2022-11-30</span>'],
    ['GPT-3.5-turbo', '<span>GPT-3.5-turbo</span>'],
    ['cross-entropy与self-attention', 'cross-entropy与self-attention'],
    ['3.14、100-', '3.14、100-'],
    ['a-very-long-compound-of-1', 'a-very-long-compound-of-1'],
  ])('%s', (value, expected) => {
    expect(html([text(value)])).toBe(expected)
  })

  test('in code nothing is touched', () => {
    expect(html([h('code', 'GPT-4')])).toBe('<code>GPT-4</code>')
  })
})
