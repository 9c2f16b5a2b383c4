import {describe, expect, test} from 'vitest'
import {blankComments, placesOf, readConstant, readLiteral} from '../../src/import/read-literals.ts'

const read = (source: string) => readLiteral(blankComments(source), 0)

describe('object literals', () => {
  test.each<[string, unknown]>([
    [`{a: 1, 'b-c': [true, "x\\"y", \`z\`], d,}`, {a: 1, 'b-c': [true, 'x"y', 'z'], d: undefined}],
    [`[/* no */ 'a', // 'b'\n 'http://c']`, ['a', 'http://c']],
    [`['a' + b, \`x\${1}\`, f({c: [1, 2]}), (x) => [1, 2], 'd']`, ['d']],
    [`{a: f(',', '}'), b: 2}`, {a: undefined, b: 2}],
    [`{f() { return [1, {}] }, b: 2}`, {b: 2}],
    [`{['x' + 1]: 1, b: 2}`, {b: 2}],
    [`['a' as const, {b: 1} satisfies B, 'c']`, ['a', {b: 1}, 'c']],
    [`[-1.5, 2]`, [-1.5, 2]],
    [
      `{__proto__: {polluted: 1}, b: 2}`,
      Object.fromEntries([
        ['__proto__', {polluted: 1}],
        ['b', 2],
      ]),
    ],
  ])('%s', (source, value) => {
    expect(read(source)).toEqual(value)
  })

  test('a constant or function of the file stands for its value, one of itself for none', () => {
    const source = `x: [...a, b(), c]; const a: string[] = ['1']; function b(): T { return {d: a} }; const c = [c, e(1)]; const e = () => ({f: 1})`
    expect(readLiteral(source, 3)).toEqual(['1', {d: ['1']}, [{f: 1}]])
    expect(readConstant(source, 'a')).toEqual(['1'])
    expect(readConstant(source, 'gone')).toBeUndefined()
  })

  test('runs nothing', () => {
    read(`[(() => { globalThis.ran = true })(), process.exit(3)]`)
    expect(globalThis).not.toHaveProperty('ran')
  })
})

test('places of a name are those of keys and constants', () => {
  const source = `my.sidebar = 1; sidebar: 2, 'sidebar': 3, sidebarX: 4, sidebar == 5, const sidebar = 6`
  expect(placesOf(source, 'sidebar').map((place) => source.charAt(place))).toEqual(['2', '3', '6'])
})
