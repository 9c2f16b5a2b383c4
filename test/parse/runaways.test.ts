import * as fc from 'fast-check'
import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {limits} from '../../src/diagnostics/limits.ts'
import {courseFrom} from '../support/course-from.ts'
import {parseText} from '../support/parse-text.ts'

/** Text with something `depth` times inside itself, around a word. */
const nestings: Readonly<Record<string, (depth: number) => string>> = {
  quotes: (depth) => `${'> '.repeat(depth)}字`,
  'quotes without spaces': (depth) => `${'>'.repeat(depth)}字`,
  lists: (depth) => `${'- '.repeat(depth)}字`,
  'numbered lists': (depth) => `${'1. '.repeat(depth)}字`,
  'quotes and lists': (depth) => `${'> - '.repeat(depth)}字`,
  footnotes: (depth) => `字[^a]\n\n${'[^a]: '.repeat(depth)}注`,
  definitions: (depth) => `名\n${': '.repeat(depth)}字`,
  containers: (depth) => `${':::note\n'.repeat(depth)}字\n${':::\n'.repeat(depth)}`,
  brackets: (depth) => `${'['.repeat(depth)}字${']'.repeat(depth)}`,
  links: (depth) => `${'['.repeat(depth)}字${'](a.md)'.repeat(depth)}`,
  images: (depth) => `${'!['.repeat(depth)}字${'](a.svg)'.repeat(depth)}`,
  emphasis: (depth) => `${'*a '.repeat(depth)}字${' a*'.repeat(depth)}`,
  'emphasis of two kinds': (depth) => `${'*a _b '.repeat(depth)}字${' b_ a*'.repeat(depth)}`,
  stars: (depth) => `${'*'.repeat(depth)}字${'*'.repeat(depth)}`,
  deletions: (depth) => `${'~~a '.repeat(depth)}字${' a~~'.repeat(depth)}`,
  spans: (depth) => `${'['.repeat(depth)}字${']{.a}'.repeat(depth)}`,
  roles: (depth) => `${':term['.repeat(depth)}字${']'.repeat(depth)}`,
  'inline notes': (depth) => `${'^['.repeat(depth)}字${']'.repeat(depth)}`,
  HTML: (depth) => `${'<div>'.repeat(depth)}字${'</div>'.repeat(depth)}`,
  'HTML in a line': (depth) => `字 ${'<b>'.repeat(depth)}字${'</b>'.repeat(depth)}`,
  details: (depth) => `${'<details>\n\n'.repeat(depth)}字\n\n${'</details>\n\n'.repeat(depth)}`,
  formulas: (depth) => `$$\n${'{'.repeat(depth)}x${'}'.repeat(depth)}\n$$\n\n字`,
  'marks of headings': (depth) => `${'#'.repeat(depth)} 字`,
  'tables in quotes': (depth) => `${'> '.repeat(depth)}| 字 |\n${'> '.repeat(depth)}| - |`,
  callouts: (depth) => `${'> '.repeat(depth)}[!NOTE]\n${'> '.repeat(depth)}字`,
}

/** Each of twenty containers is read anew inside the one around it: two hundred thousand lines take a minute, in proportion. */
const slow: ReadonlySet<string> = new Set(['containers', 'details'])

describe.each([10, 100, 1000, 10_000, 100_000])('%i levels', (depth) => {
  test.each(Object.keys(nestings).filter((kind) => depth < 100_000 || !slow.has(kind)))(
    'of %s are read, or reported at their line',
    (kind) => {
      const {course, files} = courseFrom([`# 章\n\n## 节\n\n${nestings[kind]?.(depth) ?? ''}\n`])
      expect(JSON.stringify(course.chapters)).toContain('字')
      for (const {line, ruleId} of files[0]?.messages ?? []) {
        expect(ruleId).toBeDefined()
        expect(line).toBeGreaterThan(0)
      }
    },
  )
})

test.each([
  ['quotes', Array.from({length: 400}, (_, index) => `${'> '.repeat(index + 1)}字`).join('\n\n')],
  ['lists', Array.from({length: 400}, (_, index) => `${'  '.repeat(index)}- 字`).join('\n')],
  ['lists in quotes', Array.from({length: 400}, (_, index) => `> ${'  '.repeat(index)}- 字`).join('\n')],
  ['lists with lazy lines', Array.from({length: 400}, (_, index) => `${'  '.repeat(index)}- 字\n懒`).join('\n')],
  ['containers', Array.from({length: 200}, (_, index) => `${':'.repeat(203 - index)}note\n字`).join('\n')],
  [
    'notes',
    `字[^0]\n\n${Array.from({length: 200}, (_, index) => `${'    '.repeat(index)}[^${index}]: 字`).join('\n\n')}`,
  ],
  [
    'definitions',
    Array.from({length: 200}, (_, index) => `${'    '.repeat(index)}名\n${'    '.repeat(index)}:   字`).join('\n'),
  ],
])('%s that go deeper line by line are reported once, and keep their words', (_kind, text) => {
  const {file, tree} = parseText(`# 章\n\n${text}`)
  const reported = file.messages.filter(
    ({reason, ruleId}) => ruleId === 'nesting-is-shallow' && reason.includes(`${limits.containers.most} `),
  )
  expect(reported).toHaveLength(1)
  expect(Array.from(toString(tree).matchAll(/字/gu)).length).toBe(Array.from(text.matchAll(/字/gu)).length)
})

test('rows of marks in code, and thematic breaks, are what they are', () => {
  const rows = ['>'.repeat(80), '- '.repeat(60), '* '.repeat(60)]
  const code = rows.join('\n')
  for (const text of [
    `\`\`\`\n${code}\n\`\`\``,
    `> ~~~\n> ${rows.join('\n> ')}\n> ~~~`,
    `- a\n\n  \`\`\`\n  ${rows.join('\n  ')}\n  \`\`\``,
  ]) {
    const {file, tree} = parseText(text)
    expect(file.messages).toEqual([])
    expect(JSON.stringify(tree)).toContain(JSON.stringify(code).slice(1, -1))
  }
  expect(parseText(`字\n\n${'- '.repeat(60)}\n\n字`).tree.children.map(({type}) => type)).toEqual([
    'paragraph',
    'thematicBreak',
    'paragraph',
  ])
})

test('what is nested as books nest it is as it was', () => {
  const text =
    '> - a\n>   1. b\n>\n>      ```\n>      > c\n>      ```\n\n:::::note\n::::tip\n:::warning\n字\n:::\n::::\n:::::'
  expect(parseText(text).file.messages).toEqual([])
})

test('marks beyond the limit of a paragraph are text, and reported once where they begin', () => {
  const {file, tree} = parseText(`字\n\n${'**字** '.repeat(2500)}\n\n**后**`)
  expect(file.messages.map(({line, ruleId}) => `${line} ${ruleId}`)).toContain('3 paragraph-has-bearable-size')
  expect(file.messages.filter(({ruleId}) => ruleId === 'paragraph-has-bearable-size')).toHaveLength(1)
  expect(toString(tree).match(/字/gu)).toHaveLength(2501)
  expect(tree.children.at(-1)).toMatchObject({children: [{type: 'strong'}]})
})

test.each([
  '*',
  '_',
  '[',
  ']',
  '![',
  '`',
  '$',
  '<',
  '&',
  '~',
  '^',
  '{',
  '\\',
  ':',
  '|',
  '<!-- ',
  '<a ',
  '&a',
  '*a',
  'a*',
  '**a',
  '[a](',
  '](a)',
  '$a ',
  '`a',
  '``a`',
  '{{a',
  '@a',
  'a@',
  'http://',
  ':term[',
  '[^',
  '[@a',
  '：**',
  '（',
])('ten thousand times “%s” are read', (mark) => {
  const {course} = courseFrom([`# 章\n\n## 节\n\n字 ${mark.repeat(10_000)}\n\n字`])
  expect(course.chapters[0]?.role).toBe('chapter')
})

test('whatever is inside whatever is read without an exception', () => {
  const open = fc.constantFrom(
    '> ',
    '- ',
    '1. ',
    ': ',
    '[^a]: ',
    ':::note\n',
    '\n\n',
    '    ',
    '*',
    '**',
    '[',
    '![',
    '<div>',
    '<b>',
    '`',
    '```\n',
    '$$\n',
    '| ',
    '字',
    '{',
    ':term[',
    '<details>\n',
  )
  const part = fc.tuple(open, fc.integer({min: 1, max: 300})).map(([mark, count]) => mark.repeat(count))
  fc.assert(
    fc.property(fc.array(part, {minLength: 1, maxLength: 8}), (parts) => {
      expect(courseFrom([`# 章\n\n${parts.join('')}`]).course.chapters[0]?.role).toBe('chapter')
    }),
    {numRuns: 60},
  )
})
