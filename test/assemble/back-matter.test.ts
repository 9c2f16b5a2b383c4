import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {initialOf} from '../../src/assemble/back-matter/initial-of.ts'
import type {Work} from '../../src/model/bibliography.ts'
import type {Course} from '../../src/model/course.ts'
import {allBlocks} from '../../src/model/walk.ts'
import {toString} from 'mdast-util-to-string'
import {courseFrom} from '../support/course-from.ts'

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
})
