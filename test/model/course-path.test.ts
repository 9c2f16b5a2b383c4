import fc from 'fast-check'
import {expect, test} from 'vitest'
import {foldersAbove, imageKey, isRemote} from '../../src/model/course-path.ts'

test('an image that is named from the root of a site is known by a path that stays below it', () => {
  const part = fc.oneof(fc.constantFrom('..', '%2e%2e', '.', 'a', 'b.svg', '%2F..', '?q', '#f'), fc.string())
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const url = `/${parts.join('/')}`
      fc.pre(!isRemote(url))
      const key = imageKey(url, 'chapters/a.md')
      expect(key.startsWith('/')).toBe(true)
      expect(key.split('/')).not.toContain('..')
    }),
  )
})

test('the folders above a chapter begin with that of the course', () => {
  expect(foldersAbove('a.md')).toEqual(['.'])
  expect(foldersAbove('a/b/c.md')).toEqual(['.', 'a', 'a/b'])
})
