import {expect, test} from 'vitest'
import {nameIn} from '../../src/browser/with-page.ts'

test.each([
  ['https://lectern.invalid/media/%E5%9B%BE.png?v=1', 'media/图.png'],
  ['https://lectern.invalid/%ff', ''],
  ['https://lectern.invalid/100%', ''],
  ['https://example.org/a.png', ''],
])('%s asks for “%s”', (url, name) => {
  expect(nameIn(url)).toBe(name)
})
