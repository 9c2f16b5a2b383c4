import {describe, expect, test} from 'vitest'
import {allBlocks} from '../../src/model/walk.ts'
import {serializeXhtml} from '../../src/html/serialize-xhtml.ts'
import {phrasingOfHtml} from '../../src/citations/phrasing-of-html.ts'
import {readAttributes} from '../../src/parse/attributes.ts'
import {courseFrom} from '../support/course-from.ts'
import {parseText} from '../support/parse-text.ts'
import {printTree} from '../support/print-tree.ts'

const rulesOf = (text: string) => courseFrom([`# 章\n\n${text}`]).files[0]?.messages.map(({ruleId}) => ruleId)

describe.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('%s is a name like any other', (name) => {
  test('of a directive', () => {
    expect(rulesOf(`:::${name}\n文字\n:::`)).toEqual(['directive-is-known'])
    expect(rulesOf(`:::${name}{a=b}\n文字\n:::`)).toEqual(['directive-is-known'])
  })

  test('of an HTML element', () => {
    expect(printTree(parseText(`字<${name}>x</${name}>`).tree)).not.toContain('inlineRole')
    expect(phrasingOfHtml(`<${name}>x</${name}>`)).toEqual([{type: 'text', value: 'x'}])
  })

  test('of an attribute of a heading', () => {
    expect(rulesOf(`## 节 {${name}=x}`)).toEqual(['attribute-is-known'])
  })

  test('of the language of a listing', () => {
    const {course} = courseFrom([`# 章\n\n\`\`\`${name}\nx\n\`\`\``])
    expect(course.chapters.flatMap((each) => [...allBlocks(each)]).map(({type}) => type)).toEqual(['listing'])
  })

  test('of an attribute in XHTML, which has none of it', () => {
    const tree = {type: 'element' as const, tagName: 'p', properties: {[name]: 'x'}, children: []}
    expect(serializeXhtml(tree)).not.toContain('function')
  })
})

test('an attribute is kept whatever its name', () => {
  expect(Object.entries(readAttributes('__proto__=x').values)).toEqual([['__proto__', 'x']])
})
