import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {readWorks} from '../../src/citations/read-works.ts'
import {allBlocks} from '../../src/model/walk.ts'
import {serializeXhtml} from '../../src/html/serialize-xhtml.ts'
import {phrasingOfHtml} from '../../src/citations/phrasing-of-html.ts'
import {readAttributes} from '../../src/parse/attributes.ts'
import {courseFrom} from '../support/course-from.ts'
import {parseText} from '../support/parse-text.ts'
import {printTree} from '../support/print-tree.ts'

const rulesOf = (text: string) => courseFrom([`# 章\n\n${text}`]).files[0]?.messages.map(({ruleId}) => ruleId)

const inherited = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty']

describe.each(inherited.slice(1))('%s is a name like any other', (name) => {
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

test('of works, headings, footnotes, variables and terms, all of them together', () => {
  const works = inherited.map((id) => ({id, type: 'book', title: `Title of ${id}`}))
  const text = inherited.map((name, index) => {
    const label = name.replaceAll('_', 'p')
    return `## 节${index} {#sec-${label}}\n\n[@${name}]，@${name}，见@sec-${label}，:term[${name}]，{{${name}}}，字[^${name}]。\n\n[^${name}]: 注${index}`
  })
  const {course, files} = courseFrom([`# 章\n\n${text.join('\n\n')}`], [], {
    works,
    variables: new Map(inherited.map((name) => [name, `值${name}`])),
  })
  expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  const [chapter, list] = course.chapters
  expect(chapter?.footnotes.map(({identifier}) => identifier)).toEqual(inherited.map((name) => name.toLowerCase()))
  const written = JSON.stringify(list)
  for (const [index, name] of inherited.entries()) {
    expect(written).toContain(`Title of ${name}`)
    expect(written).toContain(`[${index + 1}]`)
    // Underscores at the ends of a name are emphasis there.
    if (name !== '__proto__') expect(JSON.stringify(chapter)).toContain(`值${name}`)
  }
})

test.each(inherited)('%s is a key of BibTeX', async (name) => {
  const file = new VFile({path: 'a.bib', value: `@book{${name}, title={T}, author={A, B}, year=2020}`})
  const works = await readWorks(file)
  expect(file.messages).toEqual([])
  expect([...works].map(([key, {title}]) => [key, title])).toEqual([[name, 'T']])
})
