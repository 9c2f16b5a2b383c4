import {execFileSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {EnvironmentError, UsageError} from '../../src/diagnostics/environment-error.ts'
import {readFormerEdition} from '../../src/source/read-edition.ts'

const {signal} = new AbortController()
let repository = ''
let course = ''

const git = (...args: readonly string[]) => {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  return execFileSync('git', ['-C', repository, ...identity, ...args], {encoding: 'utf8'}).trim()
}

async function commit(message: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(path.join(repository, name), text)
  }
  git('add', '--all')
  git('commit', '--quiet', '--message', message)
}

beforeEach(async () => {
  repository = await mkdtemp(path.join(tmpdir(), 'lectern-repository-'))
  course = path.join(repository, '课 程')
  await mkdir(path.join(course, 'figures'), {recursive: true})
  git('init', '--quiet')
  await commit('one', {
    'README.md': 'of the repository',
    '课 程/course.yml': 'title: 一',
    '课 程/figures/a.svg': '<svg/>',
    // `git archive` would leave it out.
    '课 程/.gitattributes': 'figures/** export-ignore',
  })
  git('tag', 'edition-1')
  await commit('two', {'课 程/course.yml': 'title: 二'})
})

afterEach(async () => {
  await rm(repository, {recursive: true, force: true})
})

async function errorOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => new Error('There is none'),
    (error: unknown) => error as Error,
  )
}

describe('a former edition', () => {
  test('is the course folder of the commit, and gone when it is done with', async () => {
    await writeFile(path.join(course, 'course.yml'), 'title: 三')
    git('add', '--all')
    const [status, head] = [git('status', '--porcelain'), git('rev-parse', 'edition-1')]
    let folder = ''
    {
      await using edition = await readFormerEdition(course, 'edition-1', signal)
      ;({folder} = edition)
      expect(edition.commit).toBe(head)
      expect((await readdir(folder)).toSorted()).toEqual(['.gitattributes', 'course.yml', 'figures'])
      expect(await readFile(path.join(folder, 'course.yml'), 'utf8')).toBe('title: 一')
      expect(await readdir(path.join(folder, 'figures'))).toEqual(['a.svg'])
    }
    expect(existsSync(folder)).toBe(false)
    expect(git('status', '--porcelain')).toBe(status)
    expect(await readFile(path.join(course, 'course.yml'), 'utf8')).toBe('title: 三')
  })

  test('may be the whole repository', async () => {
    await using edition = await readFormerEdition(repository, 'HEAD~1', signal)
    expect(await readdir(edition.folder)).toEqual(expect.arrayContaining(['README.md', '课 程']))
  })

  test.each([
    ['edition-2', 'edition-1'],
    ['--output=/tmp/x', 'edition-1'],
    ['edition-1:README.md', 'edition-1'],
    ['', 'edition-1'],
  ])('that is none, %j, is a usage error that names what there is', async (revision, remedy) => {
    const error = await errorOf(readFormerEdition(course, revision, signal))
    expect(error).toBeInstanceOf(UsageError)
    expect(error.message).toContain(remedy)
  })

  test('without the course is a usage error that names the folder', async () => {
    await mkdir(path.join(repository, 'new'))
    await commit('three', {'new/course.yml': 'title: 新'})
    const error = await errorOf(readFormerEdition(path.join(repository, 'new'), 'edition-1', signal))
    expect(error).toBeInstanceOf(UsageError)
    expect(error.message).toContain('new')
  })

  test('of a folder in no repository is an error of the environment', async () => {
    await rm(path.join(repository, '.git'), {recursive: true})
    const error = await errorOf(readFormerEdition(course, 'edition-1', signal))
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(error.message).toContain('git')
  })
})
