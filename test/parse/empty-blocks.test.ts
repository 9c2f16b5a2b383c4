import {expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'
import {allBlocks} from '../../src/model/walk.ts'

/** Types of the blocks of a chapter, and where its links lead. */
function read(markdown: string) {
  const {course, files} = courseFrom([`# 章\n\n${markdown}`])
  const [chapter] = course.chapters
  if (!chapter) throw new Error('no chapter')
  const blocks = [...allBlocks(chapter)]
  return {
    chapter,
    blocks,
    types: blocks.map(({type}) => type),
    messages: files.flatMap((file) => file.messages.map(String)),
  }
}

test.each([
  ['an anchor', '<a id="x"></a>'],
  ['an old anchor', '<a name="x"></a>'],
  ['a comment', '<!-- 不显示 -->'],
  ['a no-break space', '&nbsp;'],
  ['spaces of every width', '&emsp;&#8203;&zwj;'],
  ['a break', '<br>'],
  ['breaks', '<br><br/>\n<br />'],
  ['an element without content', '<div></div>'],
  ['a paragraph of HTML', '<p>&nbsp;</p>'],
  ['an empty span', '<span style="x"> </span>'],
  ['an empty quote', '>\n'],
  ['empty items', '-\n-\n'],
  ['items of comments', '- <!-- a -->\n- <!-- b -->'],
  ['a table of empty rows', '| | |\n|---|---|\n| | |\n'],
  ['an empty fence', '```\n\n```'],
])('%s shows nothing, and is no block', (_name, markdown) => {
  const {messages, types} = read(`前文。\n\n${markdown}\n\n后文。`)
  expect(types).toEqual(['prose', 'prose'])
  expect(messages).toEqual([])
})

test('what shows something stays', () => {
  const {types} = read('- 甲\n-\n\n| 姓名 | 分数 |\n|---|---|\n| | |\n\n`x`\n\n$y$\n\n:index[词]')
  expect(types).toEqual(['list', 'prose', 'table', 'prose', 'prose', 'prose'])
})

test.each(['优点\n:', '优点\n: ', '优点\n\n:', ':'])('a colon with nothing behind it is text: %j', (markdown) => {
  const {messages, types} = read(`${markdown}\n\n后文。`)
  expect(types.every((type) => type === 'prose')).toBe(true)
  expect(messages).toEqual([])
})

test('rows without a word go from between others, and items from a list; a number in the middle stays', () => {
  const {blocks} = read('| a |\n|---|\n| 1 |\n| |\n| 2 |\n\n- 甲\n-\n- 乙\n\n1. 一\n2.\n3. 三\n4.\n')
  const table = blocks.find((block) => block.type === 'table')
  const lists = blocks.filter((block) => block.type === 'list')
  expect(table?.rows).toHaveLength(2)
  expect(lists.map(({items}) => items.length)).toEqual([2, 3])
})

test.each([
  ['before a heading', '# 章\n\n[去](#x)\n\n<a id="x"></a>\n\n## 节\n\n文。', 'sec-1-1'],
  ['in a heading', '# 章\n\n[去](#x)\n\n## <a name="x"></a>节\n\n文。', 'sec-1-1'],
  ['in the title of the chapter', '# <span id="top-of-it"></span>题\n\n[去](#top-of-it)\n\n文。', 'ch-01'],
])('an anchor %s is a target', (_name, markdown, target) => {
  const {course, files} = courseFrom([markdown])
  expect(files.flatMap((file) => file.messages.map(String))).toEqual([])
  expect(JSON.stringify(course.chapters)).toContain(`"url":"#${target}"`)
})

test.each([
  ['a paragraph', '<a id="x"></a>\n\n后文。', 'prose'],
  ['its own paragraph', '后<a id="x"></a>文。', 'prose'],
  ['a table', '| 甲 |\n|---|\n| <a id="x"></a>乙 |', 'table'],
  ['a list', '- 甲\n- <a id="x"></a>乙', 'list'],
  ['raw HTML', '<table id="x"><tr><td colspan="2">乙</td></tr></table>', 'rawHtml'],
  ['a paragraph of HTML', '<div id="x">乙</div>', 'prose'],
  ['what stands before it, at the end', '```\nx\n```\n\n<a id="x"></a>', 'listing'],
])('an anchor marks %s', (_name, markdown, type) => {
  const {blocks, chapter, messages} = read(`[去](#x)\n\n${markdown}`)
  expect(messages).toEqual([])
  const url = /"url":"#(?<id>[^"]+)"/u.exec(JSON.stringify(chapter))?.groups?.['id']
  expect(blocks.slice(1).find(({id}) => id === url)?.type).toBe(type)
})

test('an anchor before what is for the teacher does not lead there', () => {
  const {blocks, chapter} = read('[去](#x)\n\n<a id="x"></a>\n\n:::notes\n秘密\n:::\n\n后文。')
  const url = /"url":"#(?<id>[^"]+)"/u.exec(JSON.stringify(chapter))?.groups?.['id']
  expect(blocks.find(({id}) => id === url)).toMatchObject({type: 'prose', children: [{value: '后文。'}]})
})

test('anchors of two chapters may have one name: a link leads to its own', () => {
  const one = '# 章\n\n[去](#x)\n\n<a id="x"></a>\n\n## 节\n\n文。'
  const {course, files} = courseFrom([one, one, '# 三\n\n[去](02.md#x)'])
  expect(files.flatMap((file) => file.messages)).toEqual([])
  expect(
    course.chapters.map((chapter) => /"url":"(?<id>[^"]+)"/u.exec(JSON.stringify(chapter))?.groups?.['id']),
  ).toEqual(['#sec-1-1', '#sec-2-1', '#sec-2-1'])
})
