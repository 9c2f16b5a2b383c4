import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readFontFile} from '../../src/coverage/fonts/read-font-file.ts'
import {expectedFonts} from '../../src/theme/expected-fonts.ts'
import {loadTheme} from '../../src/theme/load-theme.ts'

const font = new Uint8Array(
  readFileSync('node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-700-normal.woff2'),
)

test('a font file says its name and its characters', () => {
  const read = readFontFile(font)
  expect(read?.name).toBe('SourceSans3ExtraLight-Bold')
  expect(Array.from('Aaé字', (character) => read?.has(character.codePointAt(0) ?? 0))).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('one that is cut off, longer or other bytes is none', () => {
  fc.assert(
    fc.property(fc.nat(font.length - 1), (length) => {
      expect(readFontFile(font.slice(0, length))).toBeUndefined()
    }),
  )
  fc.assert(fc.property(fc.uint8Array(), (bytes) => readFontFile(bytes) === undefined))
  expect(readFontFile(new Uint8Array([...font, 0]))).toBeUndefined()
})

test.each(['lectern', 'night', 'paper'])(
  'the theme %s asks for no other fonts than it has, and has all of their files',
  async (name) => {
    const {all, hasOthers, onSlides} = expectedFonts(await loadTheme({name, own: []}), 'zh-CN', [])
    expect(hasOthers).toBe(false)
    expect(onSlides.length).toBeGreaterThan(5)
    expect(all.filter(({file}) => readFontFile(new Uint8Array(readFileSync(file))) === undefined)).toEqual([])
  },
)

test.each([
  ['Georgia, var(--serif)', true],
  ["'Some Font', serif", true],
  ["'Lectern Mono'", false],
  ['var(--mono)', false],
])('tokens of a course that say %s', async (value, hasOthers) => {
  const theme = await loadTheme({name: 'lectern', own: []})
  const tokens = {...theme.tokens, everywhere: new Map([...theme.tokens.everywhere, ['sans', {value}]])}
  expect(expectedFonts({...theme, tokens}, 'zh-CN', []).hasOthers).toBe(hasOthers)
})
