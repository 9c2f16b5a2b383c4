import {expect, test} from 'vitest'
import {phrasingOf} from '../../src/model/walk.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'

const drawing = svgResource('figures/a b.svg')
const failures = new Map([['figures/gone.png', {kind: 'missing'} as const]])
const frame = svgResource('figures/gone.png')

function alternatives(markdown: string) {
  const {course, files} = courseFrom([`# 章\n\n${markdown}\n`], [drawing, frame], {failures})
  const [chapter] = course.chapters
  if (!chapter) throw new Error('No chapter')
  const figures = chapter.blocks.flatMap((block) =>
    block.type === 'figure' ? [`${block.alt} ${block.width}`.trim()] : [],
  )
  const inline = [...phrasingOf(chapter)].flatMap(({node}) =>
    node.type === 'image'
      ? [`${node.data?.attributes?.values['alt'] ?? node.alt} ${node.data?.attributes?.values['width'] ?? ''}`.trim()]
      : [],
  )
  return {
    alternatives: [...figures, ...inline],
    rules: files.flatMap((file) => file.messages.map(({ruleId}) => ruleId)),
  }
}

test.each([
  ['![](<figures/a b.svg>)', ['a b.svg'], ['alt-text-exists']],
  ['![](<figures/a b.svg>){width=50%}', ['a b.svg 50%'], ['alt-text-exists']],
  ['![](figures/gone.png)', ['gone.png'], ['image-exists']],
  ['![](figures/gone.png){width=20%}', ['gone.png'], ['image-exists']],
  ['字 ![](<figures/a b.svg>) 字', ['a b.svg'], []],
  ['字 ![](<figures/a b.svg>){width=2em} 字', ['a b.svg 2em'], []],
  ['字 ![](figures/gone.png){width=2em} 字', ['gone.png'], ['image-exists']],
  ['字 ![图](figures/gone.png) 字', ['图'], ['image-exists']],
])('%s is called %j', (markdown, names, rules) => {
  expect(alternatives(markdown)).toEqual({alternatives: names, rules})
})

test('a diagram without alternative text is called by its caption, and else a figure', () => {
  const fence = (attributes: string) => `\`\`\`mermaid ${attributes}\nflowchart LR\n  A --> B\n\`\`\``
  const {course} = courseFrom([`# 章\n\n${fence('{alt="甲到乙"}')}\n\n${fence('{caption="流程"}')}\n\n${fence('')}`])
  const blocks = course.chapters[0]?.blocks ?? []
  expect(blocks.map((block) => block.type === 'figure' && block.alt)).toEqual(['甲到乙', '流程', '图'])
})
