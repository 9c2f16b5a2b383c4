import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {checkWritten} from '../../../src/coverage/raw/check-written.ts'
import {plainReading, plainTexts} from '../../../src/coverage/raw/plain-reading.ts'
import type {ArtifactObservation, PlainReading, WrittenFile} from '../../../src/model/coverage.ts'
import type {Target} from '../../../src/model/output.ts'

const student: Target = {output: 'epub', edition: 'student'}

function artifact(target: Target, plain: PlainReading): ArtifactObservation {
  return {target, path: `${target.edition}.${target.output}`, observations: [], everything: 'x', problems: [], plain}
}

const book = (...pages: readonly string[]) => artifact(student, plainReading(pages))

const written = (text: string, reported: readonly number[] = []): WrittenFile => ({
  path: '01.md',
  text,
  isIncluded: false,
  isReported: (line) => reported.includes(line),
})

const told = (text: string, artifacts: readonly ArtifactObservation[], reported: readonly number[] = []) =>
  checkWritten([written(text, reported)], artifacts).map(({line, ruleId}) => `${ruleId} ${line}`)

const chapter = `---
title: 题目在这里
---

# 参数是什么

参数是模型**从数据**中学来的数，见[第二章](02.md "题")与@fig-scale。一条直线有两个参数。

> - 引文里列表的第一项文字
>
> <!-- 编辑的话不会出现在书里 -->

行内公式 $y = wx + b$ 之后还有一句话。
`
const page = `<h1>第 1 章 参数是什么</h1>
<p>参数是模型<strong>从数据</strong>中学来的数，见<a href="02.xhtml">第二章</a>与<a href="#f">图 1-1</a>。一条直线有两个参数。</p>
<blockquote><ul><li>引文里列表的第一项文字</li></ul></blockquote>
<p>行内公式 <math><mi>y</mi></math> 之后还有一句话。</p>`

describe('sentences of a chapter', () => {
  test('that are in a finished file are no finding, whatever marks stand around them', () => {
    expect(told(chapter, [book(page)])).toEqual([])
    expect(told(chapter.replaceAll('\n', '\r\n'), [book(page)])).toEqual([])
  })

  test.each([
    ['marks of headings', '# 参数是什么东西呢 {docsify-ignore-all}', '参数是什么东西呢'],
    ['names of headings', '## 参数是什么东西呢 :id=what-is-a-parameter', '参数是什么东西呢'],
    ['references', '见 :numref:`fig_of_a_parameter` 与 {eq}`eq-of-a-parameter`。', '见图 1-1 与式 1-2。'],
    [
      'code that ends like a role',
      '写成 `# Title {-}` 读作 `another title {.unnumbered}` 即可。',
      '写成 # Title {-} 读作 another title {.unnumbered} 即可。',
    ],
    ['a name of a formula', '$$ a = b $$ (label_of_it)', 'a=b'],
    ['contents', '```toc\n:maxdepth: 2\n\nchapter_preface/index\n```', ''],
    ['formulas between lone dollars', '$\n\\mathrm{whatever reduction is} = 1\n$', ''],
    ['radicals', '在这里⻓度以及⻢匹等等等等', '在这里长度以及马匹等等等等'],
  ])('of other tools are not looked for: %s', (_name, text, shown) => {
    expect(told(text, [book(`<p>${shown}</p>`)])).toEqual([])
  })

  test('that a parser loses are found with their lines', () => {
    const more = `${chapter}\n解析器弄丢的一段话。\n`
    expect(told(more, [book(page)])).toEqual(['text-is-kept 15'])
    expect(told(more, [book(page), book('<p>解析器弄丢的一段话。</p>')])).toEqual([])
  })

  test('that are taken out of a finished file are found, one in the middle of a paragraph too', () => {
    expect(told(chapter, [book(page.replace(/<blockquote>.*<\/blockquote>/u, ''))])).toEqual(['text-is-kept 9'])
    expect(told(chapter, [book(page.replace('一条直线有两个参数。', ''))])).toEqual(['text-is-kept 7'])
  })

  test('that somebody was told of are not told again', () => {
    expect(told(chapter, [book('')], [5, 7, 9, 13])).toEqual([])
  })

  test('are looked for only beside a book, since slides leave out', () => {
    expect(told(chapter, [artifact({output: 'deck', edition: 'student'}, plainReading(['']))])).toEqual([])
    expect(told(chapter, [])).toEqual([])
  })

  test('may be in the texts of a PDF, with code points for what no font has', () => {
    const pdf = (...texts: readonly string[]) => artifact({output: 'pdf', edition: 'student'}, plainTexts(texts))
    expect(told('罕见的𪚥字也在这里。', [pdf('罕见的[U+2A6A5]字', '也在这里。')])).toEqual([])
    expect(told('罕见的𪚥字也在这里。', [pdf('罕见的[U+2A6A6]字', '也在这里。')])).toEqual(['text-is-kept 1'])
  })

  test('a swallowed definition that is none is found', () => {
    expect(told('[注意]: 这句话被当成链接定义吞掉了。', [book('<p></p>')])).toEqual(['text-is-kept 1'])
    expect(told('[注意]: https://example.org "链接的题目文字"', [book('<p></p>')])).toEqual([])
  })
})

describe('what only some have', () => {
  const solution = ':::solution{for="exr-a"}\n答案只给教师看，有两个。\n:::\n\n后面一段又是给所有人的。'
  const all = (['deck', 'epub', 'pdf', 'slides', 'handout'] as const).map((output) =>
    artifact(
      output === 'handout' ? {output, edition: 'student', layout: 'notes'} : {output, edition: 'student'},
      plainReading(['<p>后面一段又是给所有人的。</p>']),
    ),
  )
  const teachers = (text: string) => artifact({output: 'deck', edition: 'teacher'}, plainReading([text]))

  test('is looked for where everything is built', () => {
    expect(told(solution, all)).toEqual([])
    expect(told(solution, [...all, teachers('<p>答案只给教师看，有两个。</p>')])).toEqual([])
    expect(told(solution, [...all, teachers('')])).toEqual(['text-is-kept 2'])
  })

  test('are also the notes that only such text has marks of', () => {
    const notes = (mark: string) =>
      `后面一段又是给所有人的。${mark}\n\n:::notes\n说明[^a]\n:::\n\n[^a]: 脚注的第一段文字[^b]。\n\n    脚注的第二段文字。\n\n[^b]: 脚注的脚注有文字。\n`
    expect(told(notes(''), all)).toEqual([])
    expect(told(notes(''), [...all, teachers('')])).toEqual(['text-is-kept 7', 'text-is-kept 9', 'text-is-kept 11'])
    expect(told(notes('[^b]'), all)).toEqual(['text-is-kept 11'])
    expect(told(notes('[^a]'), all)).toHaveLength(3)
  })

  test('is the teacher’s business alone', () => {
    const [finding] = checkWritten([written(solution)], [...all, teachers('')])
    expect(finding?.target?.edition).toBe('teacher')
  })
})

describe('laws', () => {
  const word = fc.stringMatching(/^[a-z]{5,9}$/u)
  const sentence = fc.array(word, {minLength: 4, maxLength: 8}).map((words) => words.join(' '))
  const paragraphs = fc.uniqueArray(sentence, {minLength: 1, maxLength: 12})
  const asPages = (all: readonly string[]) => book(...all.map((one) => `<p>${one}</p>`))

  test('what is everywhere is not missed', () => {
    fc.assert(
      fc.property(paragraphs, (all) => {
        expect(told(all.join('\n\n'), [asPages(all)])).toEqual([])
      }),
    )
  })

  test('every paragraph that is inserted anywhere is missed, at its line', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(fc.tuple(fc.nat(), fc.nat()), {minLength: 1, maxLength: 8}), (all, inserted) => {
        // Figures, which no other paragraph has.
        const lost = inserted.map(([, seed], index) => `lost ${index} words ${seed} here`)
        const whole = inserted.reduce<readonly string[]>(
          (so, [place], index) => so.toSpliced(place % (so.length + 1), 0, lost[index] ?? ''),
          all,
        )
        const expected = whole.flatMap((one, index) => (lost.includes(one) ? [`text-is-kept ${index * 2 + 1}`] : []))
        expect(told(whole.join('\n\n'), [asPages(all)])).toEqual(expected)
      }),
    )
  })
})

describe('markup that stands as it was typed', () => {
  test.each([
    ['## 标题 {#sec-a .x}', '<h2>标题 {#sec-a .x}</h2>'],
    ['**重点：**后面', '<p>**重点：**后面</p>'],
    ['::: 没有认出\n内容', '<p>::: 没有认出</p><p>内容</p>'],
    ['??? note', '<p>??? note</p>'],
    ['见[@smith2020]的书', '<p>见[@smith2020]的书</p>'],
    ['见[[页面]]那里', '<p>见[[页面]]那里</p>'],
    ['{% raw %}', '<p>{% raw %}</p>'],
    ['{{ name }}', '<p>{{ name }}</p>'],
    ['一$$二', '<p>一$$二</p>'],
    ['\\begin{proof}', '<p>\\begin{proof}</p>'],
    ['甲\\cite{x}乙', '<p>甲\\cite{x}乙</p>'],
    ['甲<br>乙', '<p>甲&lt;br>乙</p>'],
    ['甲&nbsp;乙', '<p>甲&amp;nbsp;乙</p>'],
    ['[字](https://example.org)', '<p>[字](https://example.org)</p>'],
  ])('%s', (text, html) => {
    expect(told(text, [book(html)])).toEqual(['markup-is-read 1'])
    expect(told(text, [book(html)], [1])).toEqual([])
    expect(told(`\`\`\`\n${text}\n\`\`\``, [book(html)])).toEqual([])
  })

  test('is none in code, and none where it is escaped or code in the chapter', () => {
    expect(told('写 `{#sec-a}` 与 \\{#sec-b\\}', [book('<p>写 <code>{#sec-a}</code> 与 {#sec-b}</p>')])).toEqual([])
    expect(told('写 **粗** 的', [book('<p>写 <strong>粗</strong> 的</p><pre>**粗**</pre>')])).toEqual([])
  })

  test('is one finding a kind, with its lines', () => {
    const findings = checkWritten([written('{#aaa}\n\n{#bbb}\n')], [book('<p>{#aaa}</p><p>{#bbb}</p>')])
    expect(findings).toMatchObject([{line: 1, reason: expect.stringContaining('lines 1, 3') as string}])
  })
})

describe('rows of tables', () => {
  const table = (row: string) => `| 甲 | 乙 |\n| --- | --- |\n${row}\n\n| 不是 | 表 | 了 |\n`

  test.each(['| 一 | 二 | 三 |', '`a | b` | 二 | 三', '> | 一 | 二 | 三 |', '| $|x|$ | 二 |'])(
    'with too many cells: %s',
    (row) => {
      expect(told(table(row), [])).toEqual(['table-row-fits 3'])
      expect(told(table(row), [], [3])).toEqual([])
    },
  )

  test.each(['| 一 | 二 |', '一 | 二', '| 一 |', '| `a \\| b` | 二 |', '| 一 \\\\\\| | 二 |'])(
    'with as many or fewer: %s',
    (row) => {
      expect(told(table(row), [])).toEqual([])
    },
  )

  test('in code are none', () => {
    expect(told(`~~~\n${table('| 一 | 二 | 三 |')}~~~\n`, [])).toEqual([])
  })
})

describe('an address in running text', () => {
  const link = (address: string) => book(`<p>见 <a href="${address}">这里</a></p>`)

  test.each(['，然后', '（说明）', '了解更多'])('that took %s behind it', (behind) => {
    const text = `见https://example.com/a?b=1${behind}`
    expect(told(text, [link(`https://example.com/a?b=1${behind}`)])).toContain('link-keeps-target 1')
    expect(told(text, [link(encodeURI(`https://example.com/a?b=1${behind}`))])).toContain('link-keeps-target 1')
    expect(told(text, [link('https://example.com/a?b=1')])).not.toContain('link-keeps-target 1')
  })

  test('is as its author wants it in brackets and links', () => {
    const address = 'https://zh.wikipedia.org/wiki/中文'
    expect(told(`<${address}>与[字](${address})`, [link(address)])).not.toContain('link-keeps-target 1')
  })
})
