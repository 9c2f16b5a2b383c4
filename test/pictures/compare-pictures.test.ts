import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {PNG} from 'pngjs'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {comparePicture} from '../support/compare-pictures.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lectern-approved-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

/** White, with so many black pixels from the upper left corner. */
function picture(black: number, size: {width: number; height: number} = {width: 20, height: 10}): Uint8Array {
  const png = new PNG(size)
  png.data.fill(255)
  for (let pixel = 0; pixel < black; pixel++) png.data.fill(0, pixel * 4, pixel * 4 + 3)
  return PNG.sync.write(png)
}

/** The pictures of a comparison that failed; their folder is removed. */
function keptBy(complaint: string): string[] {
  const place = /\S*lectern-pictures-\w+/u.exec(complaint)?.[0] ?? ''
  const names = readdirSync(place).toSorted()
  rmSync(place, {recursive: true})
  return names
}

test('a picture is like itself, and like one that differs within the tolerance', () => {
  writeFileSync(path.join(folder, 'page.png'), picture(40))
  expect(comparePicture('page', picture(40), {tolerance: 0, folder, approves: false})).toEqual({
    complaint: '',
    share: 0,
  })
  const near = comparePicture('page', picture(42), {tolerance: 0.05, folder, approves: false})
  expect(near.complaint).toBe('')
  expect(near.share).toBeCloseTo(2 / 200)
})

test('a picture that differs by more is told, and kept beside the approved one and the difference', () => {
  writeFileSync(path.join(folder, 'page.png'), picture(40))
  const {complaint, share} = comparePicture('page', picture(80), {tolerance: 0.05, folder, approves: false})
  expect(complaint).toContain('page: 20.00% of the pixels differ, 5.00% may')
  expect(share).toBeCloseTo(0.2)
  expect(keptBy(complaint)).toEqual(['page.approved.png', 'page.difference.png', 'page.new.png'])
})

test('so is one of another size', () => {
  writeFileSync(path.join(folder, 'page.png'), picture(0))
  const {complaint, share} = comparePicture('page', picture(0, {width: 20, height: 11}), {
    tolerance: 1,
    folder,
    approves: false,
  })
  expect(complaint).toContain('page is 20x11 px and was 20x10 px')
  expect(share).toBe(1)
  expect(keptBy(complaint)).toEqual(['page.approved.png', 'page.new.png'])
})

test('a picture that nobody approved is told, until it is approved', () => {
  const before = comparePicture('book/page-3', picture(7), {tolerance: 1, folder, approves: false})
  expect(before.complaint).toContain('page-3.png is missing')
  expect(keptBy(before.complaint)).toEqual(['book-page-3.new.png'])
  expect(comparePicture('book/page-3', picture(7), {tolerance: 0, folder, approves: true}).complaint).toBe('')
  expect(comparePicture('book/page-3', picture(7), {tolerance: 0, folder, approves: false}).complaint).toBe('')
})
