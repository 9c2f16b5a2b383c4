import fc from 'fast-check'
import {toString} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {allBlocks} from '../../src/model/walk.ts'
import {translateForeign} from '../../src/parse/foreign/translate-foreign.ts'
import {parseChapter} from '../../src/parse/parse-chapter.ts'
import {readMarkdown} from '../../src/parse/read-markdown.ts'
import {courseFrom} from '../support/course-from.ts'
import {includedFrom} from '../support/included-from.ts'
import {printTree} from '../support/print-tree.ts'
import {foreignSpellings} from './foreign-spellings.ts'

const included = includedFrom({
  'a.py': 'import math\n\n# region area\ndef area(r):\n    return math.pi * r * r\n# endregion\n',
})

function read(value: string): {tree: string; causes: readonly string[]} {
  const file = new VFile({path: 'a.md', value})
  const citationKeys = new Set(['vaswani2017', 'zhou2016'])
  const {tree} = parseChapter(readMarkdown(file), {included, citationKeys, variables: new Map()})
  const causes = new Set(file.messages.map(({commonCause = ''}) => commonCause))
  return {tree: printTree(tree), causes: [...causes].toSorted()}
}

describe('what is written for another tool is read as what lectern has for it', () => {
  test.each(foreignSpellings)('$tool: $written', ({becomes, causes = [], written}) => {
    const found = read(written)
    expect(found.tree).toBe(read(becomes).tree)
    expect(found.causes).toEqual(causes)
  })
})

/** Text that has the signs of other tools and means nothing by them. */
const ordinary: readonly string[] = [
  '一本书 $5，两本 $10；$x = \\{a\\}$ 与 {a, b}、f(x) {x}。',
  '时间 10:30、比例 1:2:3、`localhost:8080`、std::vector<int> 与 a::b。',
  'if a == b 且 c == d；x==1，y==2；`==` 与 ==。',
  '数组 [[1,2],[3,4]] 与 [[1, 2]]，下标 a[[i]]，区间 [0, 1)。',
  'C++ 与 C++、i++；++i 与 a++b++c；g++ -o x。',
  String.raw`\(a\) 甲，\[x\] 乙，\[可选\]，f\(x y\)，C:\dir\(old copy\)，\(see the notes\) 与 \(第 1 节\)。`,
  String.raw`\[x\] 甲
\[ \] 乙，[a\](b) 与 \\(甲`,
  String.raw`[甲](b\(c_d\).md)、[乙](\(a_1\).md)、https://example.org/x\(a_b\)。`,
  '打折 50%% 与 100%%，5%%3%%2。',
  'x^2 与 ^1.2.0；2 ^3；以 ^2 结尾 ^2',
  '邮箱 a@b.com，@property，@ref 与 @fig。',
  'C:\\Users\\name\\new，\\d+ 与 \\alpha 是文字。',
  '1、只有一行。',
  '（一）也只有一行。',
  'a) 一项不成列表',
  'i. e. 一句话',
  'A. 史密斯说过，\n而 B. 琼斯没有。',
  'Note: 这是一句话。',
  '[**甲**]，(**乙**)，f(**kwargs)，(~~丙~~)。',
  '`:begin_tab:` 与 [**甲**]\n\n```md\n:label:`a`\n```',
  '甲\n\n---\n\nNote: 这也是一句话。',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '标题\n----',
  '甲\n\n---\n\n乙\n\n--- ---\n\n丙',
  '+ 甲\n+ 乙',
  '```md\n```toc\n# T {docsify-ignore}\n$\na=b\n$\n```',
  '标题可以带 {docsify-ignore}，也可以带 :id=x',
  '• 只有一行。\n\n○○公司\n○○大学\n\n• • •\n• • •\n\n· 甲\n\n乙\n\n· 丙',
  '<div markdown="0">\n*a*\n</div>\n\n<div markdown>\n没有结尾',
  '100% 的人\n% 是百分号',
  '<!-- 编辑的话 -->\n\n甲',
  'import 是一个词，export 也是。',
  '```md\n!!! note\n    a\n{% hint %}\n:::tip T\n[[toc]]\n1、a\n2、b\n```',
  '`{{< video x >}}`、`{% raw %}`、`==x==`、`[[x]]`、`\\cite{x}`。',
  '$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$',
  '::::columns\n:::column{width=40%}\na\n:::\n::::',
  ':::note[标题]{#a}\na\n:::',
  '::: {.notes #a}\na\n:::',
]

describe('ordinary text is not taken for the syntax of another tool', () => {
  test.each(ordinary)('%s', (written) => {
    const file = new VFile({path: 'a.md', value: written})
    expect(translateForeign(written, file)).toBe(written)
    expect(file.data.foreignUses).toEqual([])
    const plain = new VFile({path: 'a.md', value: written})
    const {tree} = parseChapter(readMarkdown(plain), {included, citationKeys: new Set(), variables: new Map()})
    expect(plain.messages.filter(({ruleId}) => ruleId === 'syntax-is-known').map(String)).toEqual([])
    expect(printTree(tree)).not.toMatch(/inlineRole|crossReference|wiki|footnote|abbr/u)
  })
})

describe('what is not for students', () => {
  test.each([
    ['reveal.js', '# T\n\n<!-- .slide: data-x -->\n\nNote: 秘密\n还是秘密\n\n- 秘密\n\n---\n\n公开'],
    ['reveal.js with a block of notes', '# T\n\na\n\nNotes:\n\n秘密\n\n---\n\n公开'],
    ['Marp', '---\nmarp: true\n---\n\n# T\n\n<!--\n秘密\n秘密\n-->\n\n公开'],
    ['Carpentries', '# T\n\n:::::::::::: instructor\n\n秘密\n\n::: callout\n秘密\n:::\n\n::::::::::::\n\n公开'],
    [
      'Carpentries, beside a challenge',
      '# T\n\n::: challenge\n公开\n:::\n\n::: solution\n秘密\n:::\n\n::: callout\n甲\n:::',
    ],
    ['a solution without an exercise', '# T\n\n::: solution\n秘密\n:::\n\n公开'],
    ['Quarto', '# T\n\n::: {.content-hidden}\n秘密\n:::\n\n公开'],
    ['GitBook', '# T\n\n{% comment %}\n秘密\n{% endcomment %}\n\n公开'],
    [
      'GitBook, an exercise',
      '# T\n\n{% exercise %}\n公开\n{% solution %}\n秘密\n{% validation %}\n秘密\n{% endexercise %}',
    ],
    ['Obsidian', '# T\n\n%%\n秘密\n%%\n\n公开 %%秘密%%'],
    ['kramdown', '# T\n\n{::comment}\n秘密\n{:/comment}\n\n公开'],
    ['equal fences', '# T\n\n:::exercise\n公开\n:::solution\n秘密\n:::\n:::'],
  ])('%s', (_name, written) => {
    const {course} = courseFrom([written])
    const said = [...allBlocks(course.chapters[0] ?? {blocks: [], sections: []})].flatMap((block) =>
      block.type === 'prose' && block.audience.editions.includes('student') ? [toString([...block.children])] : [],
    )
    expect(said.join(' ')).not.toContain('秘密')
    expect(said.join(' ')).toContain('公开')
  })
})

test('a translation has as many lines as what it translates', () => {
  const lines = fc.constantFrom(...foreignSpellings.map(({written}) => written), ...ordinary)
  fc.assert(
    fc.property(fc.array(lines, {maxLength: 6}), (parts) => {
      const text = parts.join('\n\n')
      const file = new VFile({path: 'a.md', value: text})
      expect(translateForeign(text, file).split('\n')).toHaveLength(text.split('\n').length)
    }),
  )
})
