import {expect, test} from 'vitest'
import {append} from '../../src/model/append.ts'
import {greatest, least} from '../../src/model/greatest.ts'
import {replaceAt} from '../../src/model/replace-at.ts'

const many = Array.from({length: 200_000}, (_value, index) => index)

test('lists of any length are added and replaced', () => {
  const list = [-1]
  append(list, many)
  expect(list).toEqual([-1, ...many])
  const around = [-2, -1, 200_000]
  replaceAt(around, 1, many)
  expect(around).toEqual([-2, ...many, 200_000])
  replaceAt(around, 0, [])
  expect(around).toEqual([...many, 200_000])
})

test('the greatest and the least of any number of numbers are found', () => {
  expect([greatest(many), least(many)]).toEqual([199_999, 0])
  expect([greatest(many, 300_000), least(many, -5)]).toEqual([300_000, -5])
  expect([greatest([]), least([])]).toEqual([-Infinity, Infinity])
})
