import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {initialOf} from '../../src/assemble/back-matter/initial-of.ts'
import type {Work} from '../../src/model/bibliography.ts'
import type {Course} from '../../src/model/course.ts'
import {allBlocks, phrasingOf} from '../../src/model/walk.ts'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import {toString} from 'mdast-util-to-string'
import {courseFrom, svgResource, type Surroundings} from '../support/course-from.ts'

const works = JSON.parse(readFileSync('test/citations/works.json', 'utf8')) as Work[]
const roles = (course: Course) => course.chapters.map(({role}) => role)

describe('the works cited', () => {
  test('stand in one list, each for those who see a citation of it', () => {
    const notes = ':::notes\n只有讲者引[@openai2022]。\n:::\n'
    const {course} = courseFrom(
      ['# 甲\n\n引[@zhou2016]，注[^1]。\n\n[^1]: 又引[@vaswani2017]。\n', `# 乙\n\n再引@zhou2016的书。\n\n${notes}`],
      [],
      {works},
    )
    expect(roles(course)).toEqual(['chapter', 'chapter', 'bibliography'])
    const [list] = course.chapters[2]?.blocks ?? []
    if (list?.type !== 'list') throw new Error('no list')
    expect(list.items.map(({blocks, id, label}) => [label, id, blocks[0]?.audience.editions.join(' ')])).toEqual([
      ['[1]', 'back-bibliography-ref-zhou2016', 'student teacher'],
      ['[2]', 'back-bibliography-ref-vaswani2017', 'student teacher'],
      ['[3]', 'back-bibliography-ref-openai2022', 'teacher'],
    ])
    const [first] = course.chapters[0]?.blocks ?? []
    expect(first?.type === 'prose' && toString([...first.children])).toBe('引[1]，注。')
  })

  test('say what language they are in, where it is not the course’s', () => {
    const {course} = courseFrom(['# 甲\n\n引[@zhou2016; @vaswani2017]。\n'], [], {works})
    const [list] = course.chapters[1]?.blocks ?? []
    if (list?.type !== 'list') throw new Error('no list')
    expect(list.items.map(({language}) => language)).toEqual([undefined, 'en-US'])
    const english = courseFrom(['# A\n\nSee [@zhou2016; @vaswani2017].\n'], [], {works, head: {language: 'en-GB'}})
    const [inEnglish] = english.course.chapters[1]?.blocks ?? []
    expect(inEnglish?.type === 'list' && inEnglish.items.map(({language}) => language)).toEqual(['zh-CN', undefined])
  })

  test('stand in each chapter where the course asks for it', () => {
    const {course} = courseFrom(['# 甲\n\n[@zhou2016]\n', '# 乙\n\n[@vaswani2017]\n', '# 丙\n'], [], {
      works,
      worksIn: 'chapter',
    })
    expect(roles(course)).toEqual(['chapter', 'chapter', 'chapter'])
    expect(course.chapters.map(({sections}) => sections.map(({id}) => id))).toEqual([
      ['ch-01-bibliography'],
      ['ch-02-bibliography'],
      [],
    ])
    const [prose] = course.chapters[1]?.blocks ?? []
    expect(prose?.type === 'prose' && toString([...prose.children])).toBe('[1]')
  })
})

describe('the index', () => {
  const text =
    '# 章\n\n:index[自注意力]、:term[梯度下降]、:index[GPT]、:index[阿尔法]{as="阿尔法围棋"}、:index[NN]{see="神经网络"}、:index[重庆]{sort="chongqing"}、:index[1:n]\n\n## 节\n\n再说:index[自注意力]。\n'

  test('is sorted by pinyin in Chinese, Latin letters among it', () => {
    const {course} = courseFrom([text])
    const [index] = course.chapters.at(-1)?.blocks ?? []
    if (index?.type !== 'index') throw new Error('no index')
    const lines = index.groups.flatMap(({entries, heading}) =>
      entries.map(({places, see, term}) =>
        [heading, term, see, places.map(({section}) => section).join(' ')].join('|'),
      ),
    )
    expect(lines).toEqual([
      '#|1:n||1',
      'A|阿尔法围棋||1',
      'C|重庆||1',
      'G|GPT||1',
      'N|NN|神经网络|',
      'T|梯度下降||1',
      'Z|自注意力||1 1.1',
    ])
  })

  test('does not tell students of what only the teacher sees', () => {
    const {course} = courseFrom(['# 章\n\n:::notes\n:index[秘密]\n:::\n'])
    expect(roles(course)).toEqual(['chapter'])
  })

  test('knows the first letter of every syllable', () => {
    const samples =
      'A啊爱 B八不 C擦错 D搭多 E鹅二 F发复 G嘎国 H哈和 J机军 K卡阔 L拉落 M妈木 N那诺 O哦欧 P怕普 Q七群 R然若 S撒所 T他托 W挖物 X西寻 Y呀运 Z杂坐'
    for (const [letter = '', ...characters] of samples.split(' ')) {
      expect(characters.map((character) => character + initialOf(character, 'zh-CN'))).toEqual(
        characters.map((character) => character + letter),
      )
    }
    expect(initialOf('éclair', 'fr')).toBe('E')
    expect(initialOf('漢字', 'ja')).toBe('漢')
  })
})

describe('solutions', () => {
  const text = '# 章\n\n:::exercise{#exr-a}\n题。\n:::\n\n:::solution{for="exr-a"}\n答案。\n:::\n'
  const solutions = (course: Course) =>
    course.chapters.flatMap((chapter) =>
      [...allBlocks(chapter)]
        .filter(({type}) => type === 'solution')
        .map(({audience, id}) => [
          chapter.role,
          id.endsWith('-back'),
          audience.editions.join(' '),
          audience.outputs.join(' '),
        ]),
    )

  test('are for the teacher until the course releases them', () => {
    expect(solutions(courseFrom([text]).course)).toEqual([
      ['chapter', false, 'teacher', 'deck epub pdf slides handout'],
    ])
  })

  test('stand at the back of the book for everybody once it does, and beside the exercise for the teacher', () => {
    const {course} = courseFrom([text], [], {head: {solutions: 'back'}})
    expect(solutions(course)).toEqual([
      ['chapter', false, 'teacher', 'deck epub pdf slides handout'],
      ['solutions', true, 'student teacher', 'epub pdf'],
    ])
    const ids = course.chapters.flatMap((chapter) => Array.from(allBlocks(chapter), ({id}) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  const released = (chapters: readonly string[], surroundings: Surroundings = {}) => {
    const head = {solutions: 'back', ...surroundings.head} as const
    const {course, files} = courseFrom(chapters, [svgResource('figures/a.svg')], {...surroundings, head})
    const back = course.chapters.find(({role}) => role === 'solutions')
    return {course, back, messages: files.flatMap((file) => file.messages.map(String))}
  }
  const exercise = ':::exercise{#exr-a}\n题。\n:::\n\n'
  const solution = (inside: string) => `:::::solution{for="exr-a"}\n${inside}\n:::::\n\n`

  test('keep to the teacher what other rules keep from the students’ book', () => {
    const inner = [
      '公开。',
      ':::notes\n讲者才说。\n:::',
      ':::only{edition="teacher"}\n教师才看。\n:::',
      ':::only{in="slides"}\n幻灯片才有。\n:::',
      ':::only{in="epub"}\n电子书才有。\n:::',
      '- 一\n\n  :::notes\n  项里的备注。\n  :::',
    ]
    const {back, messages} = released([`# 章\n\n${exercise}${solution(inner.join('\n\n'))}`])
    const prose = [...allBlocks(back ?? {blocks: [], sections: []})].flatMap((block) =>
      block.type === 'prose' ? [[toString([...block.children]), block.audience.outputs.join(' ')]] : [],
    )
    expect(prose).toEqual([
      ['公开。', 'epub pdf'],
      ['电子书才有。', 'epub'],
      ['一', 'epub pdf'],
    ])
    expect(messages).toEqual([])
  })

  test('of a quiz are released with the others', () => {
    const {back} = released(['# 章\n\n:::quiz\n题。\n\n- [x] 甲\n- [ ] 乙\n\n因为。\n:::\n'])
    const texts = back?.sections.flatMap((section) => Array.from(phrasingOf(section), ({node}) => toString(node)))
    expect(texts).toEqual(['第 1 章　', '章', '答案：A', '因为。'])
  })

  test.each([
    ['for the teacher', '::::::only{edition="teacher"}', []],
    ['for slides', '::::::only{in="slides"}', []],
    ['for the e-book', '::::::only{in="epub"}', ['epub']],
  ])('inside a condition stay %s', (_name, condition, outputs) => {
    const {back} = released([`# 章\n\n${exercise}${condition}\n${solution('解。')}::::::\n`])
    expect(back?.sections[0]?.blocks[0]?.audience.outputs ?? []).toEqual(outputs)
  })

  test('come with the footnotes they refer to, under numbers of their own', () => {
    const notes = '[^1]: 甲\n\n[^2]: 乙\n\n    :::notes\n    备注\n    :::\n'
    const chapter = (answer: string) => `# 章[^2]\n\n正文[^1]。\n\n${exercise}${solution(answer)}${notes}`
    const other = `# 又\n\n${solution('解**又[^1]**。')}[^1]: 丙\n`
    const {back, course, messages} = released([chapter('解[^2]。'), other])
    expect(messages).toEqual([])
    expect(back?.footnotes.map(({identifier, number}) => [identifier, number])).toEqual([
      ['ch-01/2', 1],
      ['ch-02/1', 2],
    ])
    expect(back?.footnotes.map(({blocks}) => blocks.map(({type}) => type))).toEqual([['prose'], ['prose']])
    expect(back?.footnotes[0]?.blocks[0]?.audience).toMatchObject({
      outputs: ['epub', 'pdf'],
      editions: ['student', 'teacher'],
    })
    const named = course.chapters.map((one) =>
      Array.from(phrasingOf(one), ({node}) => (node.type === 'footnoteReference' ? node.identifier : '')).filter(
        Boolean,
      ),
    )
    expect(named).toEqual([['2', '1', '2'], ['1'], ['ch-01/2', 'ch-01/2', 'ch-02/1']])
    const units = expectedUnits(course).filter(({chapter: id, kind}) => id === 'back-solutions' && kind === 'footnote')
    expect(units.map(({editions, section, texts}) => [section, texts.join(), editions.length])).toEqual([
      ['习题解答 [^ch-01/2]', '乙', 2],
      ['习题解答 [^ch-02/1]', '丙', 2],
    ])
  })

  test('have their links, images and citations, and the works for those who read them', () => {
    const answer = '见[下一章](02.md)与![图](figures/a.svg)，据[@zhou2016]。'
    for (const worksIn of ['book', 'chapter'] as const) {
      const {back, course} = released([`# 章\n\n${exercise}${solution(answer)}`, '# 又\n'], {works, worksIn})
      const nodes = Array.from(phrasingOf(back ?? {blocks: [], sections: []}), ({node}) => node)
      const leadTo = nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? [node.url] : []))
      expect(leadTo).toEqual(['#ch-02', 'figures/a.svg'])
      expect(nodes.flatMap((node) => (node.type === 'citation' ? [toString(node)] : []))).toEqual(['[1]'])
      const lists = course.chapters.flatMap((chapter) =>
        [...allBlocks(chapter)].flatMap((block) =>
          block.type === 'list' ? block.items.map(({blocks}) => blocks[0]?.audience.editions.join(' ')) : [],
        ),
      )
      expect(lists).toEqual(['student teacher'])
    }
  })
})
