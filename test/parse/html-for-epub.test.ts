import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import {toString as textOf} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {parseText} from '../support/parse-text.ts'

function tableIn(html: string): Element {
  const tables: Element[] = []
  visit(parseText(html).tree, 'rawHtml', ({tree}) => {
    visit(tree, 'element', (element) => {
      if (element.tagName === 'table') tables.push(element)
    })
  })
  const [table] = tables
  if (!table) throw new Error('No table')
  return table
}

const parts = ({children}: Element) => children.flatMap((child) => (child.type === 'element' ? [child.tagName] : []))

describe('a table that stays HTML', () => {
  const cell = (attributes: string) => {
    const cells: Element[] = []
    visit(tableIn(`<table><tr><td rowspan="2">一</td><td ${attributes}>二</td></tr></table>`), 'element', (element) => {
      if (element.tagName === 'td') cells.push(element)
    })
    return cells[1]?.properties
  }

  test('has its parts in the order of EPUB, and one caption, head and foot', () => {
    const table = tableIn(
      '<table><tfoot><tr><td colspan="2">脚</td></tr></tfoot><tbody><tr><td>甲</td><td>乙</td></tr></tbody><caption>题</caption><caption>又题</caption><thead><tr><td>头</td></tr></thead><thead><tr><td>又头</td></tr></thead></table>',
    )
    expect(parts(table)).toEqual(['caption', 'thead', 'tbody', 'tbody', 'tfoot'])
    expect(toString(table).replaceAll(/\s/gu, '')).toBe('题又题头甲乙又头脚')
  })

  test.each(['colspan="0"', 'colspan="5000"', 'rowspan="-1"', 'lang="zz-@@"', 'dir="up"', 'headers="x"'])(
    'has no %s',
    (attribute) => {
      expect(cell(attribute)).toEqual({})
    },
  )

  test.each([
    ['colspan="2"', {colSpan: 2}],
    ['rowspan="0"', {rowSpan: 0}],
    ['lang="zh-Hant"', {lang: 'zh-Hant'}],
    ['dir="rtl"', {dir: 'rtl'}],
  ])('keeps %s', (attribute, properties) => {
    expect(cell(attribute)).toEqual(properties)
  })
})

describe('a list of definitions', () => {
  test('ends with its last description, and loses no word', () => {
    const {children} = parseText('<dl><dt>甲</dt><dd>一</dd><dt>末</dt></dl>').tree
    expect(children.map(({type}) => type)).toEqual(['defList', 'paragraph'])
    expect(parseText('<dl><dt>词</dt></dl>').tree.children.map(({type}) => type)).toEqual(['paragraph'])
    expect(textOf(parseText('<dl><dt>甲</dt>游离<dd>一</dd></dl>').tree)).toBe('甲游离一')
  })
})

test('a reference to what is no character is U+FFFD, in blocks and in lines', () => {
  expect(textOf(parseText('<p>控&#1;&#xFFFF;制</p>').tree)).toBe('控\uFFFD\uFFFD制')
  expect(textOf(parseText('控<abbr title="a&#2;b">制</abbr>').tree)).toBe('控制')
  expect(JSON.stringify(parseText('控<abbr title="a&#2;b">制</abbr>').tree)).toContain('a\uFFFDb')
})
