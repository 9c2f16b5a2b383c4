import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {allBlocks} from '../../src/model/walk.ts'
import {courseFrom} from '../support/course-from.ts'

/** Types of what the title of the first listing, or the caption of the first figure, consists of. */
function titleOf(text: string) {
  const {course, files} = courseFrom([`# 一\n\n${text}\n`])
  const blocks = [...allBlocks(course.chapters[0] ?? {blocks: [], sections: []})]
  const block = blocks.find(({type}) => type === 'listing' || type === 'figure')
  const title = block?.type === 'listing' ? block.title : block?.type === 'figure' ? block.caption : []
  const lost = (files[0]?.messages ?? []).filter(({ruleId}) => ruleId !== 'syntax-is-known')
  return {types: title.map(({type}) => type), text: toString([...title]), lost: lost.map(String)}
}

describe('captions among options are Markdown', () => {
  test.each([
    [
      'MyST, YAML',
      '```{code-cell} python\n---\nmystnb:\n  figure:\n    caption: Length $T$\n---\nx\n```',
      ['text', 'inlineMath'],
    ],
    ['MyST', '```{code-block} python\n:caption: *Of* `x`\n\nx\n```', ['emphasis', 'text', 'inlineCode']],
    [
      'MyST, with tildes in the code',
      '```{code-block} python\n:caption: Of `x`\n\n~~~~\n```\n\n后',
      ['text', 'inlineCode'],
    ],
    ['Quarto', '```{python}\n#| lst-cap: "Of $\\\\{T\\\\}$"\nx\n```', ['text', 'inlineMath']],
    ['knitr', '```{r, fig.cap="Of $T$"}\nx\n```', ['text', 'inlineMath']],
    ['a diagram', '```mermaid {caption="Of $T$" alt="甲"}\nflowchart LR\n  A --> B\n```', ['text', 'inlineMath']],
  ])('%s', (_name, text, types) => {
    expect(titleOf(text)).toMatchObject({types, lost: []})
  })

  test('a title is the text that it is', () => {
    expect(titleOf('```python {title="src/__init__.py *a* $b$"}\nx\n```').text).toBe('src/__init__.py *a* $b$')
    expect(titleOf('```{python}\n#| filename: "__init__.py"\nx\n```').text).toBe('__init__.py')
  })
})
