import {toString} from 'mdast-util-to-string'
import type {PhrasingContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import type {Block} from '../../src/model/block.ts'
import {descend} from '../../src/model/walk.ts'
import {answerLines} from '../../src/pdf/handout/worksheet/answer-lines.ts'
import {chooseBlanks, markedWords} from '../../src/pdf/handout/worksheet/choose-blanks.ts'
import {collectWorksheet} from '../../src/pdf/handout/worksheet/collect-worksheet.ts'
import {fillBlanks} from '../../src/pdf/handout/worksheet/fill-blanks.ts'
import {courseFrom} from '../support/course-from.ts'
import {decksOf} from '../support/deck-of.ts'

const sentencesOf = (markdown: string) => courseFrom([`# 章\n\n${markdown}`]).course.chapters[0]?.blocks ?? []
const chosen = (markdown: string, marked: readonly string[] = []) => chooseBlanks(sentencesOf(markdown), marked)

/** With `__` for each blank. */
function written(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'blank') return `_${toString(node)}_`
      return 'children' in node ? written(node.children) : toString(node)
    })
    .join('')
}

const texts = (blocks: readonly Block[]) =>
  Array.from(descend(blocks)).flatMap((block) => (block.type === 'prose' ? [written(block.children)] : []))

describe('the words that a worksheet asks for', () => {
  test.each([
    ['bold ones', '训练中定下的数叫**参数**，有很多。', ['参数']],
    ['stressed ones and terms', '*权重*与:term[偏置]都由训练过程定下来。', ['权重', '偏置']],
    ['labels, without their colon', '- **清洗：**去掉重复和噪声', ['清洗']],
    ['words with letters', '用**ReLU**把负数变成零，其余不变。', ['ReLU']],
    ['no clauses', '**参数是数出来的，不是估出来的。**还有一句。', []],
    ['no sentences', '**没有分界线。**为了方便，粗略地分成四档。', []],
    ['nothing that is most of its sentence', '**学习率**很小', []],
    ['no single characters and no numbers', '共有**26**个，取**正**的那个。', []],
    [
      'not more than two in a sentence',
      '有**算力**、**数据**、**算法**三样，缺一不可，少了哪样都不行。',
      ['算力', '数据'],
    ],
    ['nothing that would part a longer word', '用**Net**和AlexNet来比较，看看差多少。', []],
    ['no word within another', '**损失函数**与**损失**有关，越小越好，训练就是让它变小。', ['损失函数']],
    ['no code', '用 `**x**` 求平方，这里没有加粗的词。', []],
  ])('%s', (_name, markdown, words) => {
    expect(chosen(markdown)).toEqual(words)
  })

  test('a word is one in every sentence or in none', () => {
    const markdown = '训练定下的数叫**参数**，有很多。\n\n参数和参数和参数，一句里三个，那就是太多了。'
    expect(chosen(markdown)).toEqual([])
  })

  test('words marked as terms elsewhere are asked for where key sentences have them', () => {
    const {course} = courseFrom(['# 章\n\n长文里的:index[词元]，还有脚注[^a]。\n\n[^a]: :term[量化]是一种压缩。\n'])
    const marked = course.chapters.flatMap((chapter) => markedWords(chapter))
    expect(marked).toEqual(['词元', '量化'])
    expect(chosen('模型一次读入一个词元，再猜下一个。', marked)).toEqual(['词元'])
  })

  test('the word is gone, or marked for the teacher; what was bold for it is not, and links stay', () => {
    const sentences = sentencesOf('训练中定下的数叫**参数**，见[参数一节](#a)。\n\n- **清洗：**去掉重复和噪声')
    const fill = (kind: 'empty' | 'filled') => sentences.map((block) => fillBlanks(block, ['参数', '清洗'], kind))
    expect(texts(fill('empty'))).toEqual(['训练中定下的数叫__，见__一节。', '__：去掉重复和噪声'])
    expect(texts(fill('filled'))).toEqual(['训练中定下的数叫_参数_，见_参数_一节。', '_清洗_：去掉重复和噪声'])
    expect(JSON.stringify(fill('empty'))).not.toMatch(/参数|清洗/u)
    const [first] = fill('empty')
    expect(first?.type === 'prose' && first.children.map(({type}) => type)).toEqual([
      'text',
      'blank',
      'text',
      'link',
      'text',
    ])
  })
})

describe('a worksheet has', () => {
  const long = '这一句很长很长，只为了让这一段超过四十个汉字，从而幻灯片上只有上一句，这里没有别的意思，写到够长为止。'
  const chapter = [
    '# 章\n\n开头。\n\n## 一 {#sec-one}\n\n',
    `第一句很短[^a]。${long}\n\n`,
    '结果如下：\n\n```text\n1\n```\n\n',
    '三样缺一不可：\n\n- 甲\n- 乙\n\n',
    '$$\nx\n$$\n\n> [!NOTE]\n> 框里的话。\n>\n> ```text\n> 框里的码\n> ```\n\n',
    ':::notes\n讲者的话。\n:::\n\n### 内 {#sec-inner}\n\n内里的话。\n\n## 练习 {#sec-exercises}\n\n',
    '::::exercise{#exr-a}\n题目。\n\n:::hint\n提示。\n:::\n\n:::solution\n题内的解。\n:::\n::::\n\n',
    ':::solution{for="exr-a"}\n另外的解。\n:::\n\n[^a]: 脚注。\n',
  ].join('')

  test('what slides show of prose, lists and equations, without what announces something that is not there', async () => {
    const {course, decks} = await decksOf([chapter])
    const [sheet] = collectWorksheet(decks.student, course)
    expect(sheet?.parts.map(({section}) => section?.id)).toEqual([undefined, 'sec-one', 'sec-inner', 'sec-exercises'])
    const [opening, one, inner, exercises] = sheet?.parts ?? []
    expect(texts(opening?.sentences ?? [])).toEqual(['开头。'])
    expect(one?.sentences.map(({type}) => type)).toEqual(['prose', 'prose', 'list', 'equation', 'callout'])
    expect(texts(one?.sentences ?? [])).toEqual(['第一句很短', '三样缺一不可：', '甲', '乙', '框里的话。'])
    expect(JSON.stringify(one?.sentences)).not.toMatch(/footnoteReference|框里的码/u)
    expect(texts(inner?.sentences ?? [])).toEqual(['内里的话。'])
    expect(exercises?.sentences).toEqual([])
  })

  test('exercises whole, and solutions for the teacher alone', async () => {
    const {course, decks} = await decksOf([chapter])
    const [student, teacher] = [decks.student, decks.teacher].map((deck) =>
      collectWorksheet(deck, course).flatMap(({parts}) => parts.flatMap(({exercises}) => exercises)),
    )
    expect(texts(student?.map(({exercise}) => exercise) ?? [])).toEqual(['题目。', '提示。'])
    expect(student?.flatMap(({solutions}) => solutions)).toEqual([])
    expect(texts(teacher?.map(({exercise}) => exercise) ?? [])).toEqual(['题目。', '提示。'])
    expect(texts(teacher?.flatMap(({solutions}) => solutions) ?? [])).toEqual(['题内的解。', '另外的解。'])
    const everything = JSON.stringify(
      [collectWorksheet(decks.student, course), collectWorksheet(decks.teacher, course)].map((sheets) =>
        sheets.map(({parts}) => parts.map(({sentences}) => sentences)),
      ),
    )
    expect(everything).not.toContain('讲者的话')
  })

  test('a list that is cut over slides in one piece', async () => {
    const items = Array.from({length: 24}, (_value, index) => `- 第${index + 1}项`).join('\n')
    const {course, decks} = await decksOf([`# 章\n\n## 节\n\n${items}\n`])
    expect(decks.student.slides.filter(({section}) => section !== '').length).toBeGreaterThan(1)
    const part = collectWorksheet(decks.student, course)[0]?.parts[1]
    expect(part?.sentences).toHaveLength(1)
    expect(texts(part?.sentences ?? [])).toHaveLength(24)
  })

  test.each([
    ['a choice', ':::quiz{#exr-q}\n题？\n\n- [x] 对\n- [ ] 错\n:::', 1],
    ['a short question', ':::exercise\n算一算。\n:::', 4],
    ['a longer one', `:::exercise\n${'很长的题目要多写几行'.repeat(9)}\n:::`, 7],
    ['one with code', ':::exercise\n改一改。\n\n```text\nx\n```\n:::', 7],
    ['a very long one', `:::exercise\n${'很长的题目要多写几行'.repeat(60)}\n:::`, 12],
  ])('lines for the answer to %s', (_name, markdown, lines) => {
    const exercise = sentencesOf(markdown).find((block) => block.type === 'exercise')
    expect(exercise && answerLines(exercise)).toBe(lines)
  })
})
