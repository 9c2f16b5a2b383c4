import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openCache} from '../../src/cache/open-cache.ts'
import {localeFor, localeWords} from '../../src/locale/locale.ts'
import {ownCharacters} from '../../src/theme/course-characters.ts'
import {familyStacks} from '../../src/theme/family-stacks.ts'
import {facesFor} from '../../src/theme/faces-for.ts'
import {loadTheme} from '../../src/theme/load-theme.ts'
import {subsetFonts} from '../../src/theme/subset-fonts.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-fonts-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

test('the theme’s fonts have every character that lectern itself writes, in each language', async () => {
  const {faces} = await loadTheme({name: 'lectern', own: []})
  const words = ['zh-CN', 'zh-TW', 'ja', 'en'].flatMap((language) =>
    localeWords(localeFor({language, chapterNumerals: 'arabic', labels: {}})),
  )
  const text = ownCharacters + words.join('')
  const characters = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))
  const {missing} = await subsetFonts(faces, characters, {cache: openCache(folder), format: 'truetype'})
  expect(missing).toEqual([])
})

test('quotation marks are Chinese ones in a Chinese course, but for what is English there; in an English one they are Latin', async () => {
  const {faces} = await loadTheme({name: 'lectern', own: []})
  const apostrophe = '’'.codePointAt(0) ?? 0
  const familiesOf = async (language: string) => {
    const characters = new Set([apostrophe])
    const subsets = await subsetFonts(facesFor(language, faces), characters, {
      cache: openCache(folder),
      format: 'truetype',
    })
    return new Set(subsets.faces.map(({family}) => family))
  }
  expect(await familiesOf('zh-CN')).toEqual(
    new Set(['Lectern English Sans', 'Lectern English Serif', 'Lectern Sans', 'Lectern Serif']),
  )
  expect(await familiesOf('en')).toContain('Lectern Latin Serif')
})

test('text in each family has every character that a face of another family has', async () => {
  const {faces, tokens} = await loadTheme({name: 'lectern', own: []})
  // Phonetic signs are in the sans-serif alone, ballot boxes and others in none.
  const characters = new Set(Array.from('aː\u028Cŋ→⟨☐中Ж', (one) => one.codePointAt(0) ?? 0))
  const stacks = familyStacks(tokens)
  expect(stacks.length).toBeGreaterThanOrEqual(3)
  const subsets = await subsetFonts(faces, characters, {cache: openCache(folder), format: 'truetype', stacks})
  expect(subsets.missing).toEqual([])
  for (const stack of stacks) {
    const ofStack = subsets.faces.filter(({family}) => stack.includes(family))
    const shown = new Set(ofStack.flatMap((face) => [...face.characters]))
    expect([...characters].filter((code) => !shown.has(code))).toEqual([])
  }
  const others = subsets.others.map((face) => ('package' in face ? face.package : ''))
  expect(others).toContain('@fontsource/source-sans-3')
})

test('no font is made of spaces alone: a browser refuses it', async () => {
  const {faces} = await loadTheme({name: 'lectern', own: []})
  const spaces = new Set(
    Array.from('\u2000\u2001\u2002\u2003\u2009\u200A\u202F\u205F\u3000', (one) => one.codePointAt(0) ?? 0),
  )
  const subsets = await subsetFonts(faces, spaces, {cache: openCache(folder), format: 'woff2'})
  expect(subsets.faces).toEqual([])
  expect(subsets.missing).toEqual([])
})
