import {describe, expect, test} from 'vitest'
import {placesOf, readConstant, readDefault, readLiteral} from '../../src/import/read-literals.ts'
import {openModule} from '../../src/import/source-module.ts'
import {bookFiles} from '../support/book-files.ts'

const moduleOf = (texts: Readonly<Record<string, string>>) => openModule(bookFiles(texts), 'a.ts')
const read = (source: string) => readLiteral(moduleOf({'a.ts': source}), 0)

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
    const module = moduleOf({'a.ts': source})
    expect(readLiteral(module, 3)).toEqual(['1', {d: ['1']}, [{f: 1}]])
    expect(readConstant(module, 'a')).toEqual(['1'])
    expect(readConstant(module, 'gone')).toBeUndefined()
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

describe('names of other files', () => {
  test.each<[string, Readonly<Record<string, string>>, unknown]>([
    [
      'a named import',
      {'a.ts': `import {b} from './b'\nexport default [...b]`, 'b.ts': `export const b = ['1']`},
      ['1'],
    ],
    [
      'one by another name',
      {'a.ts': `import c, {b as d} from './b.js'\nexport default {d}`, 'b.ts': `export const b = ['1']`},
      {d: ['1']},
    ],
    [
      'a default',
      {'a.ts': `import b from './b'\nexport default [b]`, 'b/index.mts': `export default defineThing({c: 1})`},
      [{c: 1}],
    ],
    [
      'what a function gives',
      {'a.ts': `import {b} from './b'\nexport default {...b()}`, 'b.ts': `export function b() { return {c: 1} }`},
      {c: 1},
    ],
    [
      'a type beside it',
      {'a.ts': `import {type T, b} from './b'\nexport default [b]`, 'b.ts': `export const b: T = {c: 1}`},
      [{c: 1}],
    ],
    [
      'require',
      {
        'a.ts': `const b = require('./b')\nmodule.exports = [b, require("./c.json")]`,
        'b.js': `module.exports = {d: 1}`,
        'c.json': '{"e": 2}',
      },
      [{d: 1}, {e: 2}],
    ],
    [
      'handed on',
      {
        'a.ts': `import {b} from './b'\nexport default [b]`,
        'b.ts': `export {c as b} from './d/c'`,
        'd/c.ts': `export const c = {e: 1}`,
      },
      [{e: 1}],
    ],
    [
      'each other',
      {
        'a.ts': `import {b} from './b'\nexport const a = [b]\nexport default a`,
        'b.ts': `import {a} from './a'\nexport const b = [a, 1]`,
      },
      [[1]],
    ],
    ['itself', {'a.ts': `import a from './a'\nexport default [a, 1]`}, [1]],
    [
      'outside, packages, computed',
      {
        'a.ts': `import {b} from '../b'\nimport c from 'c'\nexport default [b, c, require('./b')(), 1]`,
        'b.ts': 'export const b = [1]',
        'c.ts': 'export default [1]',
      },
      [1],
    ],
  ])('%s', (_name, texts, value) => {
    expect(readDefault(moduleOf(texts))).toEqual(value)
  })

  test('objects are spread, the later value of a key counts', () => {
    expect(read(`{a: 1, ...b, c: 3}; const b = {a: 2, c: 2}`)).toEqual({a: 2, c: 3})
  })

  test('that stand for more and more are read to a limit', () => {
    const doubled = Array.from(
      {length: 60},
      (_value, index) => `const a${index} = [...a${index + 1}, ...a${index + 1}]`,
    )
    const source = [`export default a0`, ...doubled, `const a60 = [1]`].join('\n')
    expect((readDefault(moduleOf({'a.ts': source})) as unknown[]).length).toBeLessThanOrEqual(100_000)
  })
})
