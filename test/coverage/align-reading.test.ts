import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {alignReading, generatedTokens, isGenerated} from '../../src/coverage/reading/align-reading.ts'

const generated = generatedTokens(['注意', '图1-1', '第1章'])
const pieces = ['开头的一段文字', '中间的一段文字', '末尾的一段文字'].map((text, index) => ({unit: `u${index}`, text}))
const kinds = (text: string) => alignReading(text, pieces, generated).map(({kind}) => kind)

describe('a linear reading', () => {
  test('may have generated words, digits and signs between its pieces', () => {
    expect(kinds('第1章开头的一段文字图1-1注意：中间的一段文字12末尾的一段文字')).toEqual([])
  })

  test('tells what is lost, added, or stands elsewhere', () => {
    expect(kinds('开头的一段文字末尾的一段文字')).toEqual(['lost'])
    expect(kinds('开头的一段文字别人的话中间的一段文字末尾的一段文字')).toEqual(['added'])
    expect(kinds('开头的一段文字末尾的一段文字中间的一段文字')).toEqual(['misplaced'])
    expect(kinds('开头的一段文字中间的一段文学末尾的一段文字')).toEqual(['lost'])
  })

  test('tells of a piece that stands twice', () => {
    expect(kinds('开头的一段文字中间的一段文字中间的一段文字末尾的一段文字')).toEqual(['added'])
  })

  test('what is left of a piece that was cut is not told as well', () => {
    expect(kinds('开头的一段文字中间的一段末尾的一段文字')).toEqual(['lost'])
  })
})

test('a title of one letter is not taken for a letter of the words around it', () => {
  const words = generatedTokens(['Teacher edition', 'Chapter', 'Slide', 'T', 'a'])
  const short = ['T', 'Agenda', 'a', 'Hello.'].map((text, index) => ({unit: `u${index}`, text}))
  expect(alignReading('T1·Teacher editionTSlide1TAgendaChapter1aHello.', short, words)).toEqual([])
  const added = alignReading('T1·Teacher editionTSlide1TAgendaelseChapter1aHello.', short, words)
  expect(added.map(({kind}) => kind)).toContain('added')
})

test('the first title is not taken for the one in the contents, whatever is between these and the text', () => {
  const words = generatedTokens(['目录', '插图目录', '第1章', '第2章'])
  const book = [
    '大模型的理论基础',
    '项目简介',
    '这是第一段文字。',
    '第一幅图的题目',
    '新的架构',
    '又一段文字在此。',
    '第二幅图的题目',
  ]
  const expected = book.map((text, index) => ({unit: `u${index}`, text}))
  const contents = '目录第1章大模型的理论基础1项目简介2第2章新的架构3'
  const figures = '插图目录1第一幅图的题目2第二幅图的题目'
  expect(alignReading(`${contents}${figures}第1章${book.join('7')}`, expected, words)).toEqual([])
  const lost = alignReading(
    `${contents}${figures}${book.filter((text) => !text.startsWith('这是')).join('7')}`,
    expected,
    words,
  )
  expect(lost.map(({kind}) => kind)).toEqual(['lost'])
})

test('a text of generated words is one, whatever their order', () => {
  expect(isGenerated('图1-1注意（3）第1章', generated)).toBe(true)
  expect(isGenerated('图1-1说明', generated)).toBe(false)
})

test('laws: any text in order departs nowhere; a change of a letter is told', () => {
  const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{8,20}$/u), {minLength: 2, maxLength: 12})
  fc.assert(
    fc.property(texts, fc.nat(), (all, seed) => {
      const expected = all.map((text, index) => ({unit: `u${index}`, text}))
      const none = generatedTokens([])
      expect(alignReading(all.join('1 '.trim()), expected, none)).toEqual([])
      const at = seed % all.length
      const changed = all.map((text, index) => (index === at ? `${text.slice(0, 3)}Ω${text.slice(4)}` : text))
      expect(alignReading(changed.join('1'), expected, none).length).toBeGreaterThan(0)
    }),
  )
})
