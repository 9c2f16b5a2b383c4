import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {assertApart, assertReplaceable} from '../../src/output/assert-replaceable.ts'

let home = ''
const at = (...names: readonly string[]) => path.join(home, ...names)

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'lectern-out-'))
  await mkdir(at('site', 'course'), {recursive: true})
  await writeFile(at('site', 'course', 'course.yml'), 'title: 课')
})

afterEach(() => rm(home, {recursive: true, force: true}))

const course = () => at('site', 'course')

describe('a whole build may take the place of', () => {
  test('what is not there', () => expect(assertReplaceable(at('dist'))).resolves.toBeUndefined())

  test('an empty folder', async () => {
    await mkdir(at('dist'))
    await expect(assertReplaceable(at('dist'))).resolves.toBeUndefined()
  })

  test('a former build', async () => {
    await mkdir(at('dist', 'coverage'), {recursive: true})
    await expect(assertReplaceable(at('dist'))).resolves.toBeUndefined()
  })

  test('the README that a checkout has', async () => {
    await mkdir(at('dist'))
    await writeFile(at('dist', 'README.md'), '# dist\n\n由 `make build` 生成')
    await expect(assertReplaceable(at('dist'))).resolves.toBeUndefined()
  })
})

test.each(['thesis.md', 'README.md'])('but not of a folder with files of somebody’s: %s', async (name) => {
  await mkdir(at('mine'))
  await writeFile(at('mine', name), '# 我的')
  await expect(assertReplaceable(at('mine'))).rejects.toThrow('lectern did not make')
})

describe('the output folder', () => {
  test('may stand in the course or beside it', async () => {
    await expect(assertApart(at('site', 'course', 'dist'), course())).resolves.toBeUndefined()
    await expect(assertApart(at('site', '..dist'), course())).resolves.toBeUndefined()
    await expect(assertApart(at('dist'), course())).resolves.toBeUndefined()
  })

  test.each([['site', 'course'], ['site'], ['.']])('is not the course or what holds it: %s %s', async (...names) => {
    await expect(assertApart(at(...names), course())).rejects.toThrow('replace the course itself')
  })

  test('is not the course by another name', async () => {
    await symlink(at('site'), at('link'))
    await expect(assertApart(at('link'), course())).rejects.toThrow('replace the course itself')
  })
})
