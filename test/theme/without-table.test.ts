import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import {expect, test} from 'vitest'
import {withoutTable} from '../../src/theme/without-table.ts'
import {readTables} from '../support/sfnt.ts'

test('a font without a table has all others as they were', async () => {
  const require = createRequire(import.meta.url)
  const folder = path.join(path.dirname(require.resolve('@fontsource/noto-emoji/package.json')), 'files')
  const file = path.join(folder, 'noto-emoji-emoji-400-normal.woff2')
  const font = new Uint8Array(await subsetFont(await readFile(file), '🏳🌈🇨🇳', {targetFormat: 'truetype'}))
  const before = readTables(font)
  expect(Object.keys(before)).toContain('GSUB')
  const without = withoutTable(font, 'GSUB')
  const {GSUB: _dropped, ...others} = before
  expect(readTables(without)).toEqual(others)
  expect(withoutTable(without, 'GSUB')).toBe(without)
  // What a browser does with fonts of pages: it takes none that is not well formed.
  expect((await subsetFont(Buffer.from(without), '🏳🌈', {targetFormat: 'woff2'})).length).toBeGreaterThan(0)
})
