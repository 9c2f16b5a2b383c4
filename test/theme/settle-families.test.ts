import fc from 'fast-check'
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {readFamilies} from '../../src/theme/family-list.ts'
import {settleFamilies} from '../../src/theme/settle-families.ts'
import type {Token} from '../../src/theme/tokens.ts'

const base = new Map<string, Token>([
  ['sans', {value: "'Lectern Sans', 'Lectern Fallback'"}],
  ['serif', {value: "'Lectern Serif', 'Lectern Fallback'"}],
  ['heading', {value: 'var(--sans)'}],
  ['english-sans', {value: "'Lectern English', var(--sans)"}],
  ['ink', {value: '#000'}],
])
const known = ['My Kai', 'Other', 'Lectern Sans', 'Lectern Serif', 'Lectern Fallback', 'Lectern English']

function settle(name: string, value: string, isWide = true) {
  const file = new VFile({path: 'course.yml'})
  const place = {start: {line: 7, column: 3}, end: {line: 7, column: 9}}
  const settled = settleFamilies(new Map([[name, {value, origin: {file, place}}]]), base, {known, isWide})
  return {settled, messages: file.messages.map(({line, note, reason}) => `${line} ${reason} → ${note}`)}
}

test.each([
  ['sans', 'My Kai', "'My Kai', 'Lectern Sans', 'Lectern Fallback'"],
  ['sans', 'my kai', "'My Kai', 'Lectern Sans', 'Lectern Fallback'"],
  ['sans', '"My Kai", Other', "'My Kai', 'Other', 'Lectern Sans', 'Lectern Fallback'"],
  ['sans', String.raw`"My\20 Kai"`, "'My Kai', 'Lectern Sans', 'Lectern Fallback'"],
  ['sans', '"My Kai", serif', "'My Kai', 'Lectern Serif', 'Lectern Fallback'"],
  ['sans', 'sans-serif', "'Lectern Sans', 'Lectern Fallback'"],
  ['sans', 'var(--serif)', 'var(--serif)'],
  ['sans', '"My Kai", var(--sans)', "'My Kai', 'Lectern Sans', 'Lectern Fallback'"],
  ['heading', 'My Kai', "'My Kai', var(--sans)"],
  ['ink', 'red', 'red'],
])('%s: %s', (name, value, expected) => {
  const {messages, settled} = settle(name, value)
  expect(messages).toEqual([])
  expect(settled.get(name)?.value).toBe(expected)
})

test('a family that nobody brings is reported and left out; where none is left, so is the token', () => {
  const {messages, settled} = settle('sans', '"My Kaj", cursive')
  expect(settled.has('sans')).toBe(false)
  expect(messages).toEqual([
    expect.stringMatching(/^7 没有字体 `My Kaj`.*Did you mean My Kai\?/u),
    expect.stringMatching(/^7 没有字体 `cursive`.*serif, sans-serif, monospace/u),
  ])
  expect(settle('sans', '"My Kaj", Other').settled.get('sans')?.value).toBe(
    "'Other', 'Lectern Sans', 'Lectern Fallback'",
  )
})

test('in a language without marks of its own, text in English begins with the course’s font too', () => {
  expect(settle('sans', 'My Kai', false).settled.get('english-sans')?.value).toBe(
    "'My Kai', 'Lectern English', var(--sans)",
  )
  expect(settle('sans', 'My Kai', true).settled.has('english-sans')).toBe(false)
  expect(settle('sans', 'var(--serif)', false).settled.has('english-sans')).toBe(false)
})

const word = fc.constantFrom(
  'My Kai',
  'other',
  'Nobody',
  'serif',
  'fantasy',
  'var(--serif)',
  'var(--sans)',
  "a'b\\",
  ';}',
)
const item = word.map((text) => (text.startsWith('var(') ? text : JSON.stringify(text)))

test('whatever is asked for: only families that there are, the theme’s at the end, and settling it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          item,
          word.filter((one) => /^[a-z-]+$/u.test(one)),
        ),
        {minLength: 1},
      ),
      (items) => {
        const {settled} = settle('sans', items.join(', '))
        const value = settled.get('sans')?.value
        if (value === undefined) return
        const families = readFamilies(value)
        expect(
          families.filter(({kind, name}) => kind === 'generic' || (kind === 'family' && !known.includes(name))),
        ).toEqual([])
        expect(value).toMatch(/'Lectern Fallback'|var\(--serif\)/u)
        const again = settle('sans', value)
        expect(again.messages).toEqual([])
        const names = readFamilies(again.settled.get('sans')?.value ?? '').map(({name}) => name)
        expect(names.slice(0, families.length)).toEqual(families.map(({name}) => name))
      },
    ),
  )
})
