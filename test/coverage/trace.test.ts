import {describe, expect, test} from 'vitest'
import {readSourceQuery} from '../../src/cli/run-trace.ts'
import {trace, type TracedUnit} from '../../src/coverage/trace.ts'

const unit = (id: string, source: string, places: Readonly<Record<string, string>>): TracedUnit => ({
  id,
  kind: 'prose',
  chapter: 'a',
  section: '1.1',
  source,
  outputs: Object.entries(places).map(([output, text]) => ({
    output: output as 'deck',
    edition: 'student',
    state: 'shown',
    reason: '',
    places: [{text, link: ''}],
  })),
})

const units = [
  unit('one', '01.md:3', {deck: '#2', pdf: 'p.iv'}),
  unit('two', '01.md:10', {deck: '#3', pdf: 'p.1'}),
  unit('three', '02.md:3', {deck: '#12', pdf: 'p.12'}),
]
const ids = (query: Parameters<typeof trace>[1]) => trace(units, query).map(({id}) => id)

describe('trace', () => {
  test('a line of a chapter is that of the block that begins there or before', () => {
    expect(ids(readSourceQuery('chapters/01.md:10'))).toEqual(['two'])
    expect(ids(readSourceQuery('01.md:9'))).toEqual(['one'])
    expect(ids(readSourceQuery('chapters/02.md:400'))).toEqual(['three'])
  })

  test('goes the other way from a page, as it is numbered, or a slide', () => {
    expect(ids({by: 'page', number: 'iv'})).toEqual(['one'])
    expect(ids({by: 'page', number: '12'})).toEqual(['three'])
    expect(ids({by: 'slide', number: '3'})).toEqual(['two'])
    expect(ids({by: 'slide', number: '99'})).toEqual([])
  })

  test('an unknown file, or no line, is an error that says what was expected', () => {
    expect(() => trace(units, readSourceQuery('09.md:1'))).toThrow('09.md')
    expect(() => readSourceQuery('01.md')).toThrow('01.md')
  })
})
