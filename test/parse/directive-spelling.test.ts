import {describe, expect, test} from 'vitest'
import {parseText} from '../support/parse-text.ts'
import {printTree} from '../support/print-tree.ts'

const read = (text: string) => printTree(parseText(text).tree)
const problems = (text: string) =>
  parseText(text).file.messages.map(({column, fatal, line, ruleId}) => `${line}:${column} ${ruleId} ${fatal}`)

describe('a directive in the spelling of other tools', () => {
  const canonical = read(':::notes{#a minutes="3"}\n秘密\n:::')

  test.each([
    '::: notes{#a minutes="3"}\n秘密\n:::',
    '::: {.notes #a minutes="3"}\n秘密\n:::',
    ':::{notes #a minutes=3 }\n秘密\n:::',
    ':::: { .notes  #a minutes="3"}  \n秘密\n::::',
  ])('%j is read', (text) => {
    expect(read(text)).toBe(canonical)
    expect(problems(text)).toEqual([])
  })

  test('keeps its label', () => {
    expect(read('::: note[标题 *x*]\n文字\n:::')).toBe(read(':::note[标题 *x*]\n文字\n:::'))
  })

  test.each([
    '```markdown\n- ```\n```\n\n',
    '<pre>\n```\n</pre>\n\n',
    '> ```\n> 引用里的代码\n\n',
    '````\n```\n~~~\n````\n\n',
    '$$\n```\n$$\n\n',
  ])('is read after %j', (before) => {
    expect(parseText(`${before}::: notes\n秘密\n:::\n`).tree.children.at(-1)).toMatchObject({
      type: 'containerDirective',
      name: 'notes',
    })
  })

  test('is code in code', () => {
    expect(read('```\n::: notes\n:::{notes}\n```')).toContain('code "::: notes\\n:::{notes}"')
  })
})

describe('a fence of a directive that ended as text is an error', () => {
  test.each([
    ['::: {notes minutes=}\n秘密\n:::', '1:1'],
    ['文字\n::: notes, 秘密', '2:1'],
    ['> 引用\n> ::: notes 秘密', '2:3'],
    ['a\\\n::: notes 秘密', '2:1'],
    ['术语\n: ::: notes 秘密', '2:3'],
    ['<div>\n::: notes\n秘密\n:::\n</div>', '1:1'],
  ])('%j', (text, place) => {
    expect(problems(text)).toContain(`${place} directive-is-known true`)
  })

  test.each(['`::: notes`', '\\::: notes', '字*x*::: notes', '<pre>\n::: notes\n</pre>', '```\n::: notes\n```'])(
    'but %j is not one',
    (text) => {
      expect(problems(text)).toEqual([])
    },
  )
})

describe('a fence is closed where the parser says so', () => {
  test('a line that ends in colons closes nothing', () => {
    expect(problems(':::tip\n文字 :::')).toEqual(['1:1 directive-is-known true'])
  })

  test('a line like a fence that is indented closes no code', () => {
    expect(problems('```\n代码\n    ```')).toEqual(['1:1 fence-is-closed true'])
  })
})
