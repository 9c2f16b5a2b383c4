import fc from 'fast-check'
import {expect, test} from 'vitest'
import {embeddingRights} from '../../src/theme/embedding-rights.ts'

// OpenType 1.9.1, OS/2, "fsType".
test.each([
  ['installable', 0x0000, {isReadOnly: false, isWhole: false}],
  ['restricted', 0x0002, {isReadOnly: false, isWhole: false, refusal: 'restricted'}],
  ['preview and print', 0x0004, {isReadOnly: true, isWhole: false}],
  ['editable', 0x0008, {isReadOnly: false, isWhole: false}],
  ['restricted or preview and print: the latter', 0x0006, {isReadOnly: true, isWhole: false}],
  ['restricted or editable: the latter', 0x000a, {isReadOnly: false, isWhole: false}],
  ['preview and print or editable: the latter', 0x000c, {isReadOnly: false, isWhole: false}],
  ['all three: the most permissive', 0x000e, {isReadOnly: false, isWhole: false}],
  ['installable, no subsets', 0x0100, {isReadOnly: false, isWhole: true}],
  ['restricted, no subsets', 0x0102, {isReadOnly: false, isWhole: true, refusal: 'restricted'}],
  ['preview and print, no subsets', 0x0104, {isReadOnly: true, isWhole: true}],
  ['editable, no subsets', 0x0108, {isReadOnly: false, isWhole: true}],
  ['bitmaps only', 0x0200, {isReadOnly: false, isWhole: false, refusal: 'bitmaps'}],
  ['restricted, bitmaps only', 0x0202, {isReadOnly: false, isWhole: false, refusal: 'restricted'}],
  ['editable, bitmaps only', 0x0208, {isReadOnly: false, isWhole: false, refusal: 'bitmaps'}],
  ['no subsets, bitmaps only', 0x0300, {isReadOnly: false, isWhole: true, refusal: 'bitmaps'}],
] as const)('%s', (_name, fsType, rights) => {
  expect(embeddingRights(fsType)).toEqual(rights)
})

const anyBits = fc.integer({min: 0, max: 0xffff})

test('reserved bits change nothing', () => {
  fc.assert(
    fc.property(anyBits, (fsType) => {
      expect(embeddingRights(fsType)).toEqual(embeddingRights(fsType & 0x030e))
    }),
  )
})

test('a permission more takes none away', () => {
  fc.assert(
    fc.property(anyBits, (fsType) => {
      const [before, after] = [embeddingRights(fsType), embeddingRights(fsType | 0x8)]
      expect(after.refusal === undefined || before.refusal !== undefined).toBe(true)
      expect(!after.isReadOnly || before.isReadOnly).toBe(true)
      expect(after.isWhole).toBe(before.isWhole)
    }),
  )
})
