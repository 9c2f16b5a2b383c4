import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openLastResults} from '../../src/cache/open-last-results.ts'
import {keyOf, readingKey} from '../../src/coverage/reading-key.ts'
import {courseFrom} from '../support/course-from.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-results-'))
})
afterEach(async () => {
  await rm(folder, {recursive: true})
})

const passing = 'wrong this once'

const ask = async (name: string, key: string, made: unknown) => {
  let isMade = false
  const found = await openLastResults(folder).result(
    name,
    () => Promise.resolve(key),
    () => {
      isMade = true
      return Promise.resolve({value: made, isLasting: made !== passing})
    },
  )
  return {found, isMade}
}

test('a result is made once from the same, and anew from anything else', async () => {
  const value = {list: [1, 'a'], map: new Map([['b', new Uint8Array([2])]])}
  expect(await ask('x', 'one', value)).toEqual({found: value, isMade: true})
  expect(await ask('x', 'one', 'other')).toEqual({found: value, isMade: false})
  expect(await ask('y', 'one', 'other')).toEqual({found: 'other', isMade: true})
  expect(await ask('x', 'two', 'new')).toEqual({found: 'new', isMade: true})
  expect(await ask('x', 'one', 'again')).toEqual({found: 'again', isMade: true})
  const files = await readdir(folder, {recursive: true, withFileTypes: true})
  expect(files.filter((entry) => entry.isFile())).toHaveLength(2)
})

test('what may be otherwise the next time is made anew', async () => {
  expect(await ask('x', 'one', passing)).toEqual({found: passing, isMade: true})
  expect(await ask('x', 'one', 'right')).toEqual({found: 'right', isMade: true})
})

test('an entry that is broken is made anew', async () => {
  await ask('x', 'one', 1)
  const files = await readdir(folder, {withFileTypes: true})
  const name = files.find((entry) => entry.isFile())?.name ?? ''
  await writeFile(path.join(folder, name), 'half')
  expect(await ask('x', 'one', 2)).toEqual({found: 2, isMade: true})
})

test('what a reading depends on has another key: the course, the browser, the files, what stands beside', async () => {
  const {course} = courseFrom(['# 章\n\n一。'])
  const other = courseFrom(['# 章\n\n二。']).course
  const base = await readingKey(course, 'Chrome/1')
  expect(await readingKey(courseFrom(['# 章\n\n一。']).course, 'Chrome/1')).toBe(base)
  expect(await readingKey(other, 'Chrome/1')).not.toBe(base)
  expect(await readingKey(course, 'Chrome/2')).not.toBe(base)
  const file = (byte: number) => new Map([['a', new Uint8Array([byte])]])
  const keys = [keyOf(base, file(1), []), keyOf(base, file(2), []), keyOf(base, file(1), [1]), keyOf('', file(1), [])]
  expect(new Set(keys).size).toBe(4)
  expect(keyOf(base, file(1), [])).toBe(keys[0])
})
