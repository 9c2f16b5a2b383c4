import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {VFile} from 'vfile'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readChapters} from '../../src/source/read-chapters.ts'
import {readIncluded} from '../../src/source/read-included.ts'

let folder = ''
/** 汉字 in GBK, after a line in ASCII. */
const gbk = Buffer.from([0x61, 0x0a, 0x62, 0xba, 0xba, 0xd7, 0xd6])

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-texts-'))
  await mkdir(path.join(folder, 'folder.md'))
  await writeFile(path.join(folder, 'gbk.md'), gbk)
  await writeFile(path.join(folder, 'mixed.md'), Buffer.concat([Buffer.from('\uFEFF字\uFFFD'), gbk]))
  await writeFile(path.join(folder, 'good.md'), '\uFEFF# 章 \uFFFD')
})
afterAll(() => rm(folder, {recursive: true}))

const told = (file: VFile | undefined) =>
  file?.messages.map(({column, fatal, line, ruleId}) => `${line ?? 0}:${column ?? 0} ${ruleId} ${fatal}`)

test('what is no UTF-8 is reported at its first place', async () => {
  const names = ['gbk.md', 'mixed.md', 'good.md']
  const chapters = await readChapters(folder, names)
  const expected = [['2:2 character-is-text true'], ['2:2 character-is-text true'], []]
  expect(chapters.map(told)).toEqual(expected)
  const {files: included} = await readIncluded(folder, names)
  expect(names.map((name) => told(included.get(name)))).toEqual(expected)
  expect(String(chapters[2])).toBe('# 章 \uFFFD')
})

test('a folder that is named like a chapter is no chapter', async () => {
  const [chapter] = await readChapters(folder, ['folder.md'])
  expect(told(chapter)).toEqual(['0:0 link-resolves true'])
})
