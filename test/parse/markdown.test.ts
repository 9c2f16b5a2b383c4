import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {parseChapter} from '../../src/parse/parse-chapter.ts'
import {readMarkdown} from '../../src/parse/read-markdown.ts'
import {includedFrom} from '../support/included-from.ts'
import {parseText} from '../support/parse-text.ts'
import {printTree} from '../support/print-tree.ts'

const folder = 'test/fixtures/dialect'
const context = {
  variables: new Map([['school', '清华大学']]),
  citationKeys: new Set(['vaswani2017', 'zhou2016']),
  included: includedFrom({
    'a.py': 'import math\n\n# region area\ndef area(r):\n    return math.pi * r * r\n# endregion\n',
    'parts/b.md': '被包含的段落。\n\n![图](f.svg)\n',
  }),
}

describe('Markdown is read as the dialect says', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const file = new VFile({path: 'input.md', value: readFileSync(`${folder}/${name}/input.md`, 'utf8')})
    const {tree} = parseChapter(readMarkdown(file), context)
    const messages = file.messages.map(
      (message) => `${message.line}:${message.column} ${message.ruleId} ${message.reason}`,
    )
    const report = [printTree(tree), ...messages].join('\n')
    await expect(report).toMatchFileSnapshot(`../fixtures/dialect/${name}/tree.txt`)
  })

  test('with Windows line endings as with others', () => {
    for (const name of readdirSync(folder)) {
      const value = readFileSync(`${folder}/${name}/input.md`, 'utf8')
      const read = (text: string) => printTree(parseText(text).tree)
      expect(read(value.replaceAll('\n', '\r\n'))).toBe(read(value))
    }
  })
})
