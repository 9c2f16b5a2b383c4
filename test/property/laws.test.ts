import * as fc from 'fast-check'
import {toString as hastToString} from 'hast-util-to-string'
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {fromXml} from 'xast-util-from-xml'
import {serializeXhtml} from '../../src/html/serialize-xhtml.ts'
import type {Block} from '../../src/model/block.ts'
import type {Chapter, Section} from '../../src/model/course.ts'
import {allBlocks, descend, ownPhrasing} from '../../src/model/walk.ts'
import {condenseBlock} from '../../src/slides/condense-block.ts'
import {paginate} from '../../src/slides/paginate.ts'
import {blockLength} from '../../src/slides/text-length.ts'
import {courseFrom} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {parseText} from '../support/parse-text.ts'

/** All that a chapter's model says, without its ids and places. */
function said({blocks, footnotes, sections, title}: Chapter): unknown {
  const section = (one: Section): unknown => [textsOf(one.title), textsOf(one.blocks), one.sections.map(section)]
  return [textsOf(title), textsOf(blocks), textsOf(footnotes.map((note) => note.blocks)), sections.map(section)]
}

/** The strings of a tree, but for names and numbers that the program itself made. */
function textsOf(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(textsOf)
  if (typeof tree !== 'object' || tree === null) return typeof tree === 'string' ? tree : ''
  const own = Object.entries(tree).filter(([key]) => !['id', 'label', 'position', 'audience', 'type'].includes(key))
  return own.map(([, value]) => textsOf(value))
}

const snippets = [
  '一段**粗体**文字，含 $x$ 和 `code`。',
  '# 章',
  '## 节',
  '### 小节',
  '- 项\n- 项',
  '1. 一\n2. 二',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '```python {#lst-x}\nprint(1)\n```',
  '$$\nx\n$$ {#eq-x}',
  '> [!NOTE]\n> 说明',
  ':::exercise{#exr-x}\n题\n:::',
  '::: notes\n备注\n:::',
  '<div><p>原始</p></div>',
  '[^a]\n\n[^a]: 注',
  '---',
  '. . .',
  '同样的一段',
]
const chapter = fc.array(fc.oneof(fc.constantFrom(...snippets), fc.string({unit: 'grapheme'})), {maxLength: 12})
const markdown = chapter.map((parts) => parts.join('\n\n'))

describe('any Markdown', () => {
  test('parses and assembles without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({unit: 'binary'})), (text) => {
        courseFrom([text])
      }),
      {numRuns: 300},
    )
  })

  test('gives ids that are unique and ASCII, and section numbers that increase', () => {
    fc.assert(
      fc.property(markdown, markdown, (one, two) => {
        const {course} = courseFrom([one, two])
        const ids = course.chapters.flatMap((each) => [
          ...Array.from(allBlocks(each), ({id}) => id),
          ...each.sections.map(({id}) => id),
          ...each.footnotes.map(({id}) => id),
        ])
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.filter((id) => !/^[A-Za-z][\w-]*$/u.test(id))).toEqual([])
        for (const each of course.chapters) {
          expect(each.sections.map(({number}) => number)).toEqual(
            each.sections.map((_section, index) => `${each.number}.${index + 1}`),
          )
        }
      }),
      {numRuns: 200},
    )
  })

  test('keeps every character of its prose', () => {
    // Prose is Chinese and marks are ASCII, so that the characters of both can be told apart in the result.
    const prose = fc.stringMatching(/^[一二三四五六七八九十，。：（）]{1,6}$/u)
    const marks = [
      '*',
      '**',
      '_',
      '`',
      '~~',
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '| ',
      '\n',
      '\n\n',
      ' ',
      '$',
      '$$',
      '[',
      ']',
    ]
    const more = [
      '[^a]',
      '(',
      ')',
      '!',
      ':::note\n',
      '\n:::\n',
      ':term[',
      '\n: ',
      '```\n',
      '<br>',
      '<b>',
      '</b>',
      '&',
      '@',
      '\\',
    ]
    const pieces = fc.array(fc.oneof(prose, fc.constantFrom(...marks, ...more)), {maxLength: 40})
    const chinese = (text: string) =>
      Array.from(text.matchAll(/[\u3000-\u9fff\uff00-\uffef]/gu), ([one]) => one)
        .toSorted()
        .join('')
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = `# 章\n\n${parts.join('')}`
        // What a fence calls its language is no prose.
        fc.pre(!/(?:`{3}|~{3}).*[\u3000-\u9fff\uff00-\uffef]/u.test(text))
        const {course, files} = courseFrom([text])
        // What is not shown is reported: a footnote without reference, words where a fence has its attributes.
        const told = new Set(['footnote-is-referenced', 'footnote-is-unique', 'attribute-is-known'])
        fc.pre(files.every(({messages}) => messages.every(({ruleId}) => !told.has(ruleId ?? ''))))
        expect(chinese(JSON.stringify(course.chapters.filter(({role}) => role === 'chapter').map(said)))).toBe(
          chinese(text),
        )
      }),
      {numRuns: 1000},
    )
  })

  test('keeps notes apart, whatever code and HTML stand before them', () => {
    const line = fc.constantFrom('- ```', '```', '> ~~~', '1. ````', '    ```', '::: notes', ':::', '</b>', '文字', '')
    const harmless = fc.constantFrom(['`````markdown', '`````'], ['~~~~~', '~~~~~'], ['<textarea>', '</textarea>'])
    fc.assert(
      fc.property(harmless, fc.array(line), (around, lines) => {
        const text = [around[0], ...lines, around[1], '', '::: notes', '秘密', ':::'].join('\n')
        expect(parseText(text).tree.children.at(-1)).toMatchObject({type: 'containerDirective', name: 'notes'})
      }),
    )
  })

  test('is never longer on a slide than in the book', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const {course} = courseFrom([text])
        const says = (block: Block) =>
          Array.from(descend([block]), (inner) => toString([...ownPhrasing(inner)])).join('')
        for (const each of course.chapters) {
          for (const block of allBlocks(each)) {
            const condensed = condenseBlock(block, density)
            if (!condensed) continue
            expect(blockLength(condensed.block)).toBeLessThanOrEqual(blockLength(block))
            if (!condensed.condensed) expect(says(condensed.block)).toBe(says(block))
          }
        }
      }),
    )
  })
})

describe('pagination', () => {
  const height = fc.integer({min: 1, max: 400})
  const item = fc.record({parts: fc.array(height, {maxLength: 8}), own: height, gap: fc.integer({min: 0, max: 30})})
  const measures = fc.array(item, {minLength: 1, maxLength: 12}).map((items) => {
    let top = 0
    return items.map(({gap, own, parts}) => {
      const start = top + gap
      let bottom = start
      const boxes = parts.map((part) => {
        const box = {top: bottom, bottom: bottom + part}
        bottom = box.bottom
        return box
      })
      top = boxes.length > 0 ? bottom : start + own
      return {
        top: start,
        bottom: top,
        above: boxes.length > 0 ? 20 : 0,
        below: boxes.length > 0 ? 8 : 0,
        columns: [],
        floor: 0.64,
        widthScale: 1,
        parts: boxes,
      }
    })
  })

  test('places everything once and in order, on pages that fit unless they hold one thing', () => {
    fc.assert(
      fc.property(measures, fc.array(fc.boolean(), {maxLength: 12}), (items, together) => {
        const pages = paginate(
          {width: 1000, available: 500, used: items.at(-1)?.bottom ?? 0, items, notes: {}, notesFrame: 0},
          {together},
        )
        const placed = pages.flatMap((page) =>
          page.items.flatMap(({from = 0, item: index, to = 1}) =>
            Array.from({length: to - from}, (_value, offset) => `${index}.${from + offset}`),
          ),
        )
        const expected = items.flatMap(({parts}, index) =>
          Array.from({length: parts.length > 1 ? parts.length : 1}, (_value, part) => `${index}.${part}`),
        )
        expect(placed).toEqual(expected)
        for (const page of pages) {
          const units = page.items.reduce((sum, {from = 0, to = 1}) => sum + to - from, 0)
          if (units > 1) expect(page.height).toBeLessThanOrEqual(500)
        }
      }),
    )
  })

  test('leaves what fits on one page', () => {
    fc.assert(
      fc.property(measures, (items) => {
        const used = items.at(-1)?.bottom ?? 0
        expect(
          paginate({width: 1000, available: used, used, items, notes: {}, notesFrame: 0}, {together: []}),
        ).toHaveLength(1)
      }),
    )
  })
})

describe('XHTML', () => {
  const name = fc.constantFrom('p', 'div', 'span', 'pre', 'svg', 'math', 'mi', 'foreignObject', 'path', 'td')
  const value = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.boolean(),
    fc.double(),
    fc.constant(null),
    fc.array(fc.string()),
  )
  const properties = fc.dictionary(
    fc.oneof(fc.constantFrom('className', 'dataX', 'ariaLabel', 'xLinkHref', 'viewBox', 'lang'), fc.string()),
    value,
  )
  const {node} = fc.letrec<{node: ElementContent}>((tie) => ({
    node: fc.oneof(
      {maxDepth: 4},
      fc.record({type: fc.constant('text' as const), value: fc.string({unit: 'binary'})}),
      fc.record({type: fc.constant('comment' as const), value: fc.string({unit: 'binary'})}),
      fc.constant<Element>({type: 'element', tagName: 'br', properties: {}, children: []}),
      fc.record({
        type: fc.constant('element' as const),
        tagName: name,
        properties,
        children: fc.array(tie('node'), {maxLength: 4}),
      }) as fc.Arbitrary<Element>,
    ),
  }))

  test('is well-formed for any tree and says the same', () => {
    fc.assert(
      fc.property(fc.array(node, {maxLength: 4}), (children) => {
        const root: Root = {type: 'root', children: [{type: 'element', tagName: 'html', properties: {}, children}]}
        const parsed = fromXml(serializeXhtml(root))
        const says = (text: string) =>
          text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
        expect(textOf(parsed)).toBe(says(hastToString(root)))
      }),
      {numRuns: 500},
    )
  })

  function textOf(tree: unknown): string {
    const {children, type, value: text} = tree as {type: string; value?: string; children?: unknown[]}
    if (type === 'text' || type === 'cdata') return text ?? ''
    return (children ?? []).map((child) => textOf(child)).join('')
  }
})
