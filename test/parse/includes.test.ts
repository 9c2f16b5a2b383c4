import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {parseChapter} from '../../src/parse/parse-chapter.ts'
import {readMarkdown} from '../../src/parse/read-markdown.ts'
import {includedFrom} from '../support/included-from.ts'
import {printTree} from '../support/print-tree.ts'

function include(text: string, chapter = '::include{file="p.md"}\n\n后文', name = 'p.md') {
  const included = includedFrom({[name]: text})
  const file = new VFile({path: 'a.md', value: chapter})
  const {tree} = parseChapter(readMarkdown(file), {included, variables: new Map(), citationKeys: new Set()})
  const told = [...included.values(), file].flatMap(({messages, path}) =>
    messages.map(({column, line, ruleId}) => `${path}:${line}:${column} ${ruleId}`),
  )
  return {told, shown: printTree(tree)}
}

test('what an included file leaves open is reported there and ends there', () => {
  const notes = include('前文\n\n:::notes\n秘密')
  expect(notes.told).toEqual(['p.md:3:1 directive-is-known'])
  expect(notes.shown).toContain('\n  paragraph\n    text "后文"')
  expect(include('```\n代码').told).toEqual(['p.md:1:1 fence-is-closed'])
  expect(include('::: notes, 秘密').told).toEqual(['p.md:1:1 directive-is-known'])
})

test('messages have the lines of the whole file, and stand there once', () => {
  const twice = '::include{file="p.md" lines="3-4"}\n\n::include{file="p.md" lines="3-4"}'
  expect(include('1\n2\n\n```\n5', twice).told).toEqual(['p.md:4:1 fence-is-closed'])
  const region = '::include{file="p.md" region=x}'
  expect(include('1\n<!-- #region x -->\n```\n<!-- #endregion -->\n', region).told).toEqual([
    'p.md:3:1 fence-is-closed',
  ])
})

test('definitions of an included file are its own', () => {
  const {shown} = include('[文][1]\n\n[1]: theirs', '::include{file="p.md"}\n\n[本章][1]\n\n[1]: ours')
  expect(shown).toContain('link theirs\n      text "文"')
  expect(shown).toContain('link ours\n      text "本章"')
})

test('characters that are none are reported in Markdown and in code', () => {
  expect(include('前\n\u0000').told).toEqual(['p.md:2:1 character-is-text'])
  const {shown, told} = include('\n  a\n\u001b\ufffe\n', '::include{file="p.py"}', 'p.py')
  expect(told).toEqual(['p.py:3:1 character-is-text'])
  expect(shown).toContain('code "\\n  a\\n\ufffd\ufffd" python')
})

test('an included file has a bearable size and depth', () => {
  expect(include('字'.repeat(1_400_000)).told).toEqual(['p.md:1:1 chapter-has-bearable-size'])
  expect(include('x'.repeat(4_100_000), '::include{file="p.py"}', 'p.py').told).toEqual([
    'p.py:1:1 chapter-has-bearable-size',
  ])
  expect(include(`${'>'.repeat(4000)} x`).told).toContain('p.md:1:1 nesting-is-shallow')
})
