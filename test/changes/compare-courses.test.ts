import {describe, expect, test} from 'vitest'
import {compareCourses} from '../../src/changes/compare-courses.ts'
import type {BlockChange, CourseChanges, SectionChange, TextPart} from '../../src/model/changes.ts'
import type {Edition} from '../../src/model/output.ts'
import type {Resource} from '../../src/model/course.ts'
import {courseFrom, svgResource, type Surroundings} from '../support/course-from.ts'

interface Version {
  readonly chapters: readonly string[]
  readonly resources?: readonly Resource[]
  readonly around?: Surroundings
}

const courseOf = ({around, chapters, resources = []}: Version) => courseFrom(chapters, resources, around).course

/** What changed from one version to the next, each given as its chapters. */
function changesOf(before: Version | string, after: Version | string, edition: Edition = 'student'): CourseChanges {
  const version = (given: Version | string) => courseOf(typeof given === 'string' ? {chapters: [given]} : given)
  return compareCourses(version(before), version(after), edition)
}

const marked = ({text, type}: TextPart) => ({same: text, added: `{+${text}+}`, removed: `[-${text}-]`})[type]

/** A change in a line: its mark, and what a reader sees of it. */
function lineOf(change: BlockChange): string {
  const from = 'from' in change && change.from ? ` ← ${change.from.label || change.from.title}` : ''
  if (change.type !== 'changed') return `${change.type}: ${change.block.pieces.join('⏎')}${from}`
  const parts = change.differences.map((difference) => {
    return difference.type === 'edited' ? difference.parts.map((part) => marked(part)).join('') : marked(difference)
  })
  return `changed: ${parts.join('⏎')}${change.isRedrawn ? ' (picture)' : ''}${from}`
}

function sectionLine({blocks, formerTitle, heading, movedFrom, state}: SectionChange): string[] {
  const name = `${heading.label} ${heading.title}`.trim()
  const former = [formerTitle && `was “${formerTitle}”`, movedFrom && `was ${movedFrom.label}`]
    .filter(Boolean)
    .join(', ')
  return [`${name}: ${[state, former].filter(Boolean).join(', ')}`, ...blocks.map((block) => `  ${lineOf(block)}`)]
}

const linesOf = ({sections}: CourseChanges) => sections.flatMap((section) => sectionLine(section))

describe('blocks', () => {
  test('that come, go and are edited stand in their section, in its order', () => {
    const before = '# 章\n\n## 节\n\n第一段留下。\n\n第二段会走。\n\n模型有 2 个参数，由数据确定。后面一句不变。\n'
    const after = '# 章\n\n## 节\n\n第一段留下。\n\n模型有 3 个参数，由数据确定。后面一句不变。\n\n- 新的一项\n'
    expect(linesOf(changesOf(before, after))).toEqual([
      '第 1.1 节 节: kept',
      '  removed: 第二段会走。',
      '  changed: 模型有 [-2-]{+3+} 个参数，由数据确定。⏎后面一句不变。',
      '  added: 新的一项',
    ])
  })

  test('are found again by the author’s id, whatever they say', () => {
    const before = '# 章\n\n## 甲\n\n```python {#lst-x}\nprint(1)\n```\n\n## 乙\n\n文字。\n'
    const after = '# 章\n\n## 甲\n\n另写。\n\n## 乙\n\n文字。\n\n```python {#lst-x}\nwhile True:\n    pass\n```\n'
    expect(linesOf(changesOf(before, after))).toEqual([
      '第 1.1 节 甲: kept',
      '  added: 另写。',
      '第 1.2 节 乙: kept',
      '  changed: [-print(1)-]⏎{+while True:+}⏎{+    pass+} ← 第 1.1 节',
    ])
  })

  test('that stand elsewhere now are moved, not removed and added', () => {
    const before = '# 章\n\n## 甲\n\n这一段后来去了另一节里。\n\n一。\n\n二。\n\n三。\n\n## 乙\n\n结尾。\n'
    const after = '# 章\n\n## 甲\n\n三。\n\n一。\n\n二。\n\n## 乙\n\n结尾。\n\n这一段后来去了另一节里。\n'
    expect(linesOf(changesOf(before, after))).toEqual([
      '第 1.1 节 甲: kept',
      '  moved: 三。',
      '第 1.2 节 乙: kept',
      '  moved: 这一段后来去了另一节里。 ← 第 1.1 节',
    ])
  })

  const everyKind = [
    '# 章',
    '| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n\n: 表题 {#tbl-x}',
    '1. 一\n2. 二\n   - 里面',
    '```python\na = 1\nb = 2\nc = 3\n```',
    '$$\na + b\n$$ {#eq-x}',
    '![题注](a.svg){#fig-x alt="说明"}',
    '词\n: 解释',
    '> [!NOTE]\n> 提示的话。',
    ':::exercise{#exr-x}\n题目。\n:::',
    '<div>原始<b>文字</b></div>',
    '有注[^a]。',
    '[^a]: 注的内容。',
  ].join('\n\n')

  test.each([
    ['| 3 | 4 |', '| 3 | 5 |', 'changed: 表题⏎甲 | 乙⏎1 | 2⏎3 | [-4-]{+5+}'],
    ['里面', '里头', 'changed: 一⏎二⏎[-里面-]{+里头+}'],
    ['b = 2', 'b = 4', 'changed: a = 1⏎b = [-2-]{+4+}⏎c = 3'],
    ['a + b', 'a - b', 'changed: a [-+-]{+-+} b'],
    ['![题注]', '![图的题注]', 'changed: {+图的+}题注⏎说明'],
    ['alt="说明"', 'alt="说清"', 'changed: 题注⏎[-说明-]{+说清+}'],
    ['解释', '解说', 'changed: 词: [-解释-]{+解说+}'],
    ['[!NOTE]', '[!NOTE] 标题', 'changed: {+标题+}'],
    ['提示的话', '提示这句话', 'changed: 提示[-的话-]{+这句话+}。'],
    ['题目', '题目二', 'changed: 题目{+二+}。'],
    ['<b>文字</b>', '<b>文本</b>', 'changed: 原始[-文字-]{+文本+}'],
    ['注的内容', '注的新内容', 'changed: 注的{+新+}内容。'],
  ])('of every kind are compared by what is read of them: %s', (from, to, expected) => {
    const edited = everyKind.replace(from, to)
    expect(edited).not.toBe(everyKind)
    const resources = [svgResource('a.svg')]
    const changes = changesOf({chapters: [everyKind], resources}, {chapters: [edited], resources})
    expect(linesOf(changes)).toEqual(['第 1 章 章: kept', `  ${expected}`])
  })

  test('are changed where their picture is another one', () => {
    const chapters = ['# 章\n\n![题注](a.svg)\n']
    const other = {
      ...svgResource('a.svg'),
      contents: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    }
    const changes = changesOf({chapters, resources: [svgResource('a.svg')]}, {chapters, resources: [other]})
    expect(linesOf(changes)).toEqual(['第 1 章 章: kept', '  changed: 题注 (picture)'])
  })

  test('are changed where they stand in other outputs', () => {
    const changes = changesOf('# 章\n\n一段话。\n', '# 章\n\n:::only{in="book"}\n一段话。\n:::\n')
    const [change] = changes.sections[0]?.blocks ?? []
    expect(change).toMatchObject({type: 'changed', outputs: {after: ['epub', 'pdf']}})
  })
})

describe('nothing changed', () => {
  test.each([
    ['emphasis and breaks of lines', 'One two\nthree *four*.\n', 'One two three four.\n'],
    ['slide breaks', '一。\n\n二。\n', '一。\n\n---\n\n二。\n'],
    ['an id', '```python\na\n```\n', '```python {#lst-a}\na\n```\n\n'],
    ['how it is grouped', '- 一\n- 二\n', ':::incremental\n- 一\n- 二\n:::\n'],
  ])('by %s', (_name, before, after) => {
    expect(changesOf(`# 章\n\n${before}`, `# 章\n\n${after}`).sections).toEqual([])
  })
})

describe('sections', () => {
  const section = (title: string, text: string) => `## ${title}\n\n${text}\n\n`
  const [apples, pears, plums] = [
    '苹果长在树上，秋天成熟。',
    '梨也长在树上，比苹果多汁。',
    '李子小一些，夏天就可以吃。',
  ]

  test('that come before others give them other numbers and change nothing else', () => {
    const before = `# 章\n\n${section('苹果', apples)}${section('梨', `${pears}\n\n见@fig-x。\n\n![图](a.svg){#fig-x}`)}`
    const after = `# 章\n\n${section('李子', `${plums}\n\n![图](a.svg){#fig-y}`)}${before.slice('# 章\n\n'.length)}`
    const resources = [svgResource('a.svg')]
    const changes = changesOf({chapters: [before], resources}, {chapters: [after], resources})
    expect(linesOf(changes)).toEqual(['第 1.1 节 李子: added', `  added: ${plums}`, '  added: 图'])
    expect(changes.numbers.map(({after: now, before: old}) => `${old} → ${now}`)).toEqual([
      '第 1.1 节 → 第 1.2 节',
      '第 1.2 节 → 第 1.3 节',
      '图 1-1 → 图 1-2',
    ])
  })

  test('that go are named with what is nowhere else', () => {
    const before = `# 章\n\n${section('苹果', apples)}${section('梨', pears)}`
    const after = `# 章\n\n${section('苹果', `${apples}\n\n${pears}`)}`
    expect(linesOf(changesOf(before, after))).toEqual([
      '第 1.1 节 苹果: kept',
      `  moved: ${pears} ← 第 1.2 节`,
      '第 1.2 节 梨: removed',
    ])
  })

  test('are found again under another title, by what they say', () => {
    const changes = changesOf(`# 章\n\n${section('苹果', apples)}`, `# 章\n\n${section('红苹果与青苹果', apples)}`)
    expect(linesOf(changes)).toEqual(['第 1.1 节 红苹果与青苹果: kept, was “苹果”'])
  })

  test('are found again by their id when title and text are other ones', () => {
    const changes = changesOf(
      `# 章\n\n${section('苹果 {#sec-fruit}', apples)}`,
      `# 章\n\n${section('李子 {#sec-fruit}', plums)}`,
    )
    expect(linesOf(changes)).toEqual(['第 1.1 节 李子: kept, was “苹果”', `  removed: ${apples}`, `  added: ${plums}`])
  })

  test('that stand elsewhere now are moved', () => {
    const before = `# 章\n\n${section('苹果', apples)}${section('梨', pears)}${section('李子', plums)}`
    const after = `# 章\n\n${section('李子', plums)}${section('苹果', apples)}${section('梨', pears)}`
    expect(linesOf(changesOf(before, after))).toEqual(['第 1.1 节 李子: kept, was 第 1.3 节'])
    const other = {
      chapters: [`# 章\n\n${section('苹果', apples)}${section('梨', pears)}`, `# 另\n\n${section('李子', plums)}`],
    }
    expect(linesOf(changesOf({chapters: [before, '# 另\n']}, other))).toEqual(['第 2.1 节 李子: kept, was 第 1.3 节'])
  })

  test('of a chapter that comes first keep what they are', () => {
    const one = `# 果\n\n${section('苹果', apples)}`
    const changes = changesOf(
      {chapters: [`---\nid: fruit\n---\n${one}`]},
      {chapters: ['# 前言\n\n先说几句。\n', `---\nid: fruit\n---\n${one}`]},
    )
    expect(linesOf(changes)).toEqual(['第 1 章 前言: added', '  added: 先说几句。'])
    expect(changes.numbers.map(({before, after}) => `${before} → ${after}`)).toEqual([
      '第 1 章 → 第 2 章',
      '第 1.1 节 → 第 2.1 节',
    ])
  })

  test('of a chapter whose file has another name are found by its title', () => {
    const text = `# 果\n\n${section('苹果', apples)}`
    expect(changesOf(`---\nid: fruit\n---\n${text}`, `---\nid: obst\n---\n${text}`).sections).toEqual([])
  })
})

describe('goals', () => {
  test('that came, went or say something else', () => {
    const chapter = (goals: string) => `---\nobjectives:\n${goals}\n---\n# 章\n`
    const {goals} = changesOf(
      chapter('  - {id: a, text: 会数}\n  - {id: b, text: 会写}'),
      chapter('  - {id: a, text: 会数到十}\n  - {id: c, text: 会读}'),
    )
    expect(goals).toEqual([
      {kind: 'objective', before: '会数', after: '会数到十'},
      {kind: 'objective', before: '', after: '会读'},
      {kind: 'objective', before: '会写', after: ''},
    ])
  })
})

describe('editions', () => {
  const solution = (text: string) => `:::solution{for="exr-x"}\n${text}\n:::\n`
  const exercise = '# 章\n\n:::exercise{#exr-x}\n题目。\n:::\n\n'

  test('what is the teacher’s is in the changes for teachers only', () => {
    const [before, after] = [exercise + solution('答案是一。'), exercise + solution('答案是二。')]
    expect(changesOf(before, after).sections).toEqual([])
    expect(linesOf(changesOf(before, after, 'teacher'))).toEqual([
      '第 1 章 章: kept',
      '  changed: 答案是[-一-]{+二+}。',
    ])
  })

  test('what is private now is not told once more as what was removed', () => {
    const text = '答案是四十二，这句话只给老师看。'
    const before = `${exercise}${text}\n`
    expect(JSON.stringify(changesOf(before, exercise + solution(text)))).not.toContain('四十二')
    expect(linesOf(changesOf(before, exercise + solution(text)))).toEqual(['第 1 章 章: kept', '  removed: …'])
    expect(linesOf(changesOf(before, exercise))).toEqual(['第 1 章 章: kept', `  removed: ${text}`])
    const edited = `${exercise}答案不公开了。\n\n${solution(text)}`
    expect(JSON.stringify(changesOf(before, edited))).not.toContain('四十二')
  })
})
