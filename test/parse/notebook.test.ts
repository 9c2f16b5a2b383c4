import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {readText} from '../../src/parse/read-markdown.ts'

const read = (notebook: unknown) => {
  const file = new VFile({path: 'a.ipynb', value: typeof notebook === 'string' ? notebook : JSON.stringify(notebook)})
  return {text: readText(file), messages: file.messages.map(({ruleId}) => ruleId)}
}

test('cells of a notebook are Markdown, listings and what they printed', () => {
  const {messages, text} = read({
    nbformat: 4,
    metadata: {language_info: {name: 'python'}},
    cells: [
      {cell_type: 'markdown', source: ['# 章\n', '\n', '文。']},
      {
        cell_type: 'code',
        source: 'print("""\n```\n""")\n',
        outputs: [{output_type: 'stream', text: ['\u001B[31m红\u001B[0m\n']}, {data: {'text/plain': '3'}}],
      },
      {cell_type: 'code', source: [], outputs: []},
    ],
  })
  expect(text).toBe('# 章\n\n文。\n\n````python\nprint("""\n```\n""")\n````\n\n```text\n红\n```\n\n```text\n3\n```\n\n')
  expect(messages).toEqual([])
})

test('a notebook of the old format is read too', () => {
  const cells = [
    {cell_type: 'heading', level: 2, source: '节'},
    {cell_type: 'code', input: 'x', language: 'r', outputs: [{text: 'y'}]},
  ]
  expect(read({nbformat: 3, worksheets: [{cells}]}).text).toBe('## 节\n\n```r\nx\n```\n\n```text\ny\n```')
})

test('pictures of a notebook, and what is none, are reported', () => {
  expect(
    read({cells: [{cell_type: 'code', source: 'x', outputs: [{data: {'image/png': '…', 'text/plain': '图'}}]}]}),
  ).toEqual({
    text: '```python\nx\n```\n\n```text\n图\n```',
    messages: ['syntax-is-known'],
  })
  expect(read('<html>').messages).toEqual(['syntax-is-known'])
})
