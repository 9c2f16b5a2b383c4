import {visit} from 'unist-util-visit'
import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {parseText} from '../support/parse-text.ts'

/** Addresses of the links in a text, and the text. */
function read(markdown: string) {
  const {file, tree} = parseText(`# 章\n\n${markdown}`)
  const links: string[] = []
  visit(tree, (node) => {
    if (node.type === 'link') links.push(node.url)
  })
  return {links, text: toString(tree.children.slice(1)), messages: file.messages.map(String)}
}

test.each([
  ['见 https://example.com/foo。下一句', ['https://example.com/foo']],
  [
    '句（https://example.com/bar）也是，再看 https://example.com/qux、还有 https://example.com/a?b=1，谢谢',
    ['https://example.com/bar', 'https://example.com/qux', 'https://example.com/a?b=1'],
  ],
  ['见https://example.com。**粗**后', ['https://example.com']],
  ['参见https://example.com/docs了解更多', ['https://example.com/docs']],
  ['“https://example.com/a”与‘http://b.cn’', ['https://example.com/a', 'http://b.cn']],
  ['或者访问 www.example.com，谢谢（www.b.cn/x）。', ['http://www.example.com', 'http://www.b.cn/x']],
  ['写信到 someone@example.org。谢谢', ['mailto:someone@example.org']],
  ['（见https://a.cn/x.）', ['https://a.cn/x']],
  ['https://a.cn/x_(y)、https://a.cn/z.', ['https://a.cn/x_(y)', 'https://a.cn/z']],
  ['见 https://a.cn/𠮷字', ['https://a.cn/']],
  [
    '<https://zh.wikipedia.org/wiki/中文> 与 [字](https://zh.wikipedia.org/wiki/中文)',
    ['https://zh.wikipedia.org/wiki/中文', 'https://zh.wikipedia.org/wiki/中文'],
  ],
])('%s', (markdown, links) => {
  const {messages, text, ...found} = read(markdown)
  expect(found.links).toEqual(links)
  expect(messages).toEqual([])
  expect(text).toBe(markdown.replaceAll(/\*\*|[<>]|\[字\]\([^)]*\)/gu, (one) => (one.startsWith('[') ? '字' : '')))
})
