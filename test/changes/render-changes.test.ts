import type {Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import * as fc from 'fast-check'
import {HtmlValidate} from 'html-validate'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {compareCourses} from '../../src/changes/compare-courses.ts'
import type {ChangesPage, Item} from '../../src/changes/changes-page.ts'
import {renderChanges} from '../../src/changes/render-changes.ts'
import {renderMarkdown} from '../../src/changes/render-markdown.ts'
import type {FoundPlaces} from '../../src/model/changes.ts'
import type {Edition} from '../../src/model/output.ts'
import {courseFrom} from '../support/course-from.ts'

const unknown: FoundPlaces = {type: 'unknown', reason: 'absent'}

interface Options {
  readonly edition?: Edition
  readonly language?: string
  readonly places?: FoundPlaces
}

/** The page of what changed from one chapter to another, as it is written. */
function pagesOf(
  before: string,
  after: string,
  {edition = 'student', language = 'zh-CN', places = unknown}: Options = {},
) {
  const [old, now] = [before, after].map((text) => courseFrom([text], [], {head: {language}}).course)
  if (!old || !now) throw new Error('There are two')
  const changes = compareCourses(old, now, edition)
  const {files} = renderChanges(changes, {course: now, since: 'v1', places, style: 'ins { color: green }'})
  const text = (ending: string) => {
    const contents = files.find(({path}) => path.endsWith(ending))?.contents
    return contents instanceof Uint8Array ? new TextDecoder().decode(contents) : ''
  }
  return {html: text('.html'), markdown: text('.md'), paths: files.map(({path}) => path)}
}

const before = [
  '# 章 {#sec-ch}',
  '## 节 {#sec-a}',
  '模型有 2 个参数。',
  '```python {#lst-x}\na = 1\nb = 2\nc = 3\nd = 4\ne = 5\n```',
  '## 走 {#sec-gone}',
  '会走。',
].join('\n\n')
const after = [
  '# 章 {#sec-ch}',
  '## 新 {#sec-new}',
  '新的一段。',
  '## 节 {#sec-a}',
  '模型有 3 个参数。',
  '```python {#lst-x}\na = 1\nb = 2\nc = 3\nd = 4\ne = 6\n```',
].join('\n\n')

describe('the changes', () => {
  test('say in Markdown what changed, section by section', () => {
    expect(pagesOf(before, after).markdown).toBe(`# 测试课程 · 本版改动

学生版 · 自 v1 以来

这一版的成品还没有构建，所以没有幻灯片号和页码。

## 第 1 章 章

### 第 1.1 节 新

新增 · 内容块：1

### 第 1.2 节 节

- **改动**

  模型有 <del>2</del><ins>3</ins> 个参数。

- **改动** 代码 1-1

  \`\`\`diff
   …
   d = 4
  -e = 5
  +e = 6
  \`\`\`

### 第 1.2 节 走

删去 · 内容块：1

## 编号的变化

| 原来 | 现在 |
| --- | --- |
| 第 1.1 节 | 第 1.2 节 |
`)
  })

  test('say where it is now, on slides and on pages', () => {
    const slides = (...names: string[]) => names.map((name) => ({name, link: `deck/index.html#/${name}`}))
    const pages = (...names: string[]) => names.map((name) => ({name, link: `a.pdf#page=${name}`}))
    const places: FoundPlaces = {
      type: 'known',
      slides: new Map([
        ['lst-x', slides('4', '5', '6', '9')],
        ['sec-a', slides('4')],
      ]),
      pages: new Map([['lst-x', pages('iv', '2')]]),
    }
    const {html, markdown} = pagesOf(before, after, {places})
    expect(markdown).toContain(
      '- **改动** 代码 1-1 · [第 4–6, 9 张](<deck/index.html#/4>) · [第 iv, 2 页](<a.pdf#page=iv>)\n',
    )
    expect(markdown).toContain('| 第 1.1 节 | 第 1.2 节 | [第 4 张](<deck/index.html#/4>) |')
    expect(markdown).not.toContain('没有幻灯片号')
    expect(html).toContain('<a href="deck/index.html#/4">第 4–6, 9 张</a>')
    expect(pagesOf(before, after, {places, edition: 'teacher'}).html).toContain('<a href="../deck/index.html#/4">')
  })

  test('say in HTML the same, which html-validate has nothing to say of', async () => {
    const {html} = pagesOf(before, after)
    expect(html).toContain('模型有 <del>2</del><ins>3</ins> 个参数。')
    expect(html).toContain('d = 4\ne = <del>5</del><ins>6</ins>')
    const checker = new HtmlValidate({extends: ['html-validate:recommended'], rules: {'doctype-style': 'off'}})
    const {results} = await checker.validateString(html)
    expect(results.flatMap(({messages}) => messages.map(({message}) => message))).toEqual([])
  })

  test('speak the language of the course', () => {
    const {html, markdown} = pagesOf('# One\n\nTwo words.\n', '# One\n\nThree words.\n', {language: 'en'})
    expect(markdown).toContain('What changed\n\nStudent edition · Since v1')
    expect(markdown).toContain('- **Changed**\n\n  <del>Two</del><ins>Three</ins> words.')
    expect(html).toContain('<html lang="en">')
  })

  test('that are none say so', () => {
    expect(pagesOf(before, before).markdown).toContain('没有读者看得到的改动。')
    expect(pagesOf(before, after).markdown).not.toContain('没有读者看得到的改动。')
  })

  test('for teachers stand with their files', () => {
    expect(pagesOf(before, after).paths).toEqual(['changes.html', 'changes.md'])
    expect(pagesOf(before, after, {edition: 'teacher'}).paths).toEqual(['teacher/changes.html', 'teacher/changes.md'])
  })

  test('of a long block tell its beginning and how much more there is', () => {
    const rows = Array.from({length: 30}, (_, index) => `- 第 ${index} 项`).join('\n')
    const {markdown} = pagesOf('# 章\n\n一段话。\n', `# 章\n\n一段话。\n\n${rows}\n`)
    expect(markdown).toContain('  - 第 11 项\n  - ……另有 18 行\n')
    expect(markdown).not.toContain('第 12 项')
  })
})

describe('text in Markdown', () => {
  const item = (form: Item['form'], text: string): Item => {
    return {mark: 'added', word: '新增', name: '', notes: [], form, lines: [[{type: 'same', text}]]}
  }
  const pageOf = (title: string, items: readonly Item[]): ChangesPage => ({
    language: 'zh-CN',
    title,
    subtitle: '副题',
    notes: [],
    chapters: [{heading: '章', sections: [{heading: '节', notes: [], items}]}],
    goals: [],
    numbers: {title: '编号', head: ['原', '今'], rows: [{before: title, after: title, places: []}]},
  })
  // As GitHub and other tools read it, which know nothing of the dialect.
  const reader = unified().use(remarkParse).use(remarkGfm)
  const treeOf = (text: string): Nodes => reader.parse(text)

  test('stays the text that it is, whatever it says', () => {
    const line = fc
      .oneof(
        fc.string({unit: 'grapheme-ascii', minLength: 1, maxLength: 12}),
        fc.constantFrom(
          '# 题',
          '1. 项',
          '12) 项',
          '- 项',
          '+ 项',
          '> 引',
          '**粗**',
          '`码`',
          '[链](a)',
          '<b>',
          '&amp;',
          '| 列 |',
          '===',
          '~~~',
          '$x$',
          '![图](a)',
          '\\*',
        ),
      )
      .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
      .filter(Boolean)
    fc.assert(
      fc.property(line, (text) => {
        const tree = treeOf(renderMarkdown(pageOf(text, [item('text', text), item('lines', text), item('code', text)])))
        const [title, , , , list, , table] = 'children' in tree ? tree.children : []
        expect(toString(title)).toBe(text)
        expect(toString(table)).toContain(`${text}${text}`)
        expect(list && 'children' in list ? list.children.map((one) => toString(one)) : []).toEqual([
          `新增${text}`,
          `新增${text}`,
          `新增+${text}`,
        ])
      }),
      {numRuns: 500},
    )
  })

  test('of code with fences stands in a longer one', () => {
    const tree = treeOf(renderMarkdown(pageOf('题', [item('code', '````')])))
    expect(JSON.stringify(tree)).toContain('"value":"+````"')
  })
})
