import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {parseText} from '../support/parse-text.ts'
import {printTree} from '../support/print-tree.ts'

const read = (text: string) => printTree(parseText(text).tree)
const reasons = (text: string) =>
  parseText(text).file.messages.map(({column, line, ruleId}) => `${line}:${column} ${ruleId}`)

describe('inline HTML', () => {
  const ruby = '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>'

  test.each([
    `<ruby>漢<rp>(<rt>かん<rp>)</ruby>`,
    '<ruby>漢<rt>かん</ruby>',
    '<ruby>漢<rt>かん</rt></ruby>',
    '<ruby>漢<rt>かん</b></ruby>',
  ])('%s ends with its ruby', (written) => {
    expect(read(`${written}后面的文字`)).toBe(read(`${ruby}后面的文字`))
  })

  test('loses nothing that stands in parentheses for old readers, or behind them', () => {
    expect(toString(parseText('文字 <rp>后面').tree)).toBe('文字 后面')
    expect(toString(parseText('<ruby>漢<rp>重要</rp><rt>かん</rt></ruby>').tree)).toBe('漢重要かん')
    expect(toString(parseText('<ruby>漢<rp>(').tree)).toBe('漢')
  })

  test.each([
    ['<ruby>漢</ruby>', '漢', 0],
    ['<ruby></ruby>后', '后', 0],
    ['<ruby><rt>前</rt>後</ruby>', '前後', 0],
    ['<ruby>漢<rt>かん</rt>字</ruby>', '漢かん字', 1],
    ['<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>', '漢かん字じ', 1],
    ['<ruby>双<rt>一</rt><rt>二</rt></ruby>', '双一二', 1],
    ['<ruby><b>粗<rt>そ</rt></b></ruby>', '粗そ', 0],
  ])('%s: readings stand behind what they are of, and all text stays', (written, text, rubies) => {
    for (const around of [written, `<p>${written}</p>`]) {
      const {tree} = parseText(around)
      expect(toString(tree)).toBe(text)
      expect(printTree(tree).match(/ruby/gu)?.length ?? 0).toBe(rubies)
    }
  })

  test('a reading without ruby is text', () => {
    expect(read('a<rt>b</rt>c')).not.toContain('inlineRole')
  })

  test('is what it is in Markdown', () => {
    const html =
      '<a href="https://example.org/" title="题">这里</a>，<b>粗</b><strong>粗</strong>，<i>斜</i><em>斜</em>，<del>删</del><s>删</s>，<code>a = 1</code>'
    const kinds = (text: string) => {
      const [paragraph] = parseText(text).tree.children
      return paragraph?.type === 'paragraph' ? paragraph.children.filter(({type}) => type !== 'text') : []
    }
    const told = kinds(html).map((node) => `${node.type} ${toString(node)}`)
    expect(told).toEqual([
      'link 这里',
      'strong 粗',
      'strong 粗',
      'emphasis 斜',
      'emphasis 斜',
      'delete 删',
      'delete 删',
      'inlineCode a = 1',
    ])
    expect(kinds(html)[0]).toMatchObject({url: 'https://example.org/', title: '题'})
  })

  test('closes what is open inside, and nothing when it is not open', () => {
    expect(read('<sub>a<b>b</sub>c</b>')).toBe(
      'root\n  paragraph\n    inlineRole sub\n      text "a"\n      strong\n        text "b"\n    text "c"\n',
    )
  })

  test.each([
    ['文字 <iframe src="x"></iframe>', '1:4 html-is-safe'],
    ['文字 <script>alert(1)</script>', '1:4 html-is-safe'],
    ['<a href="a">x</a>[a <a href="b">b</a>](c)', '1:18 html-is-safe'],
    ['见 <a href="a">x [b](c)</a>', '1:3 html-is-safe'],
    ['<code>a ![图](b.svg)</code>', '1:1 html-is-safe'],
  ])('%s is reported', (text, message) => {
    expect(reasons(text)).toEqual([message])
  })

  test('that is nested deeper than a browser follows is reported', () => {
    const {file, tree} = parseText(`字${'<b>'.repeat(5000)}后`)
    expect(file.messages.map(({ruleId}) => ruleId)).toEqual(['nesting-is-shallow'])
    expect(toString(tree)).toBe('字后')
  })
})

test('raw HTML is read wherever blocks are', () => {
  const {tree} = parseText('术语\n: 描述\n\n    <div>重要内容</div>\n')
  expect(JSON.stringify(tree)).toContain('重要内容')
})
