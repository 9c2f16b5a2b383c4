import type {Link} from 'mdast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {phrasingOf} from '../../src/model/walk.ts'
import {descendPhrasing, ownPhrasing} from '../../src/model/walk.ts'
import {courseFrom} from '../support/course-from.ts'

test.each([
  ['02.md', '#ch-02'],
  ['./02.md#sec-b', '#sec-b'],
  ['02.md#大模型-是什么', '#sec-2-1'],
  ['02.md#%E5%A4%A7%E6%A8%A1%E5%9E%8B-%E6%98%AF%E4%BB%80%E4%B9%88', '#sec-2-1'],
  ['#sec-b', '#sec-b'],
  ['#自己', '#ch-01'],
  ['https://example.org/a#b', 'https://example.org/a#b'],
])('a link to %s leads to %s', (url, expected) => {
  const {course, files} = courseFrom([`# 自己\n\n[那里](${url})\n`, '# 二\n\n## 大模型 是什么\n\n## 乙 {#sec-b}\n'])
  const [chapter] = course.chapters
  const links = [...phrasingOf(chapter ?? {blocks: [], sections: []})].filter(({node}) => node.type === 'link')
  expect(files[0]?.messages.map(String)).toEqual([])
  expect(links.map(({node}) => (node as Link).url)).toEqual([expected])
})

test.each(['02.md#无', '03.md', '#%E4%zz'])('a link to %s is reported, and does not break the build', (url) => {
  const {files} = courseFrom([`# 自己\n\n[那里](${url})\n`, '# 二\n'])
  expect(files[0]?.messages.map(({ruleId}) => ruleId)).toEqual(['link-resolves'])
})

test('links of raw HTML lead where those of Markdown do', () => {
  const html =
    '<table><tr><td colspan="2"><a href="02.md">下一章</a> | <a href="#自己">本章</a></td></tr></table>\n\n<p align="center"><a href="https://example.org">站</a></p>'
  const {course, files} = courseFrom([
    `# 自己\n\n${html}\n\n文[^a]\n\n[^a]: <div><a href="02.md#sec-b">乙</a></div>\n`,
    '# 二\n\n## 乙 {#sec-b}\n',
  ])
  expect(files[0]?.messages.map(String)).toEqual([])
  const {blocks = [], footnotes = []} = course.chapters[0] ?? {}
  const links: unknown[] = []
  for (const block of [...blocks, ...footnotes.flatMap((note) => note.blocks)]) {
    // A table with wide cells stays HTML; all else is what Markdown has for it.
    if (block.type === 'rawHtml')
      visit(block.tree, 'element', ({properties}) => {
        if (properties['href']) links.push(properties['href'])
      })
    for (const node of descendPhrasing(ownPhrasing(block))) if (node.type === 'link') links.push(node.url)
  }
  expect(links).toEqual(['#ch-02', '#ch-01', 'https://example.org', '#sec-b'])
})

test.each(['03.md', '02.md#无', '#%E4%zz'])('a link of raw HTML to %s is reported at its place', (url) => {
  const {files} = courseFrom([`# 自己\n\n<div><a href="${url}">那里</a></div>\n`, '# 二\n'])
  expect(files[0]?.messages.map(({line, ruleId}) => [line, ruleId])).toEqual([[3, 'link-resolves']])
})
