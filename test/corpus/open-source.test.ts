import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {filesBelow} from '../../scripts/corpus/open-source.ts'
import {prepareTrial} from '../../scripts/corpus/prepare-trial.ts'

let work = ''
let source = ''

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', source, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    encoding: 'utf8',
  })

beforeEach(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'lectern-open-source-'))
  source = path.join(work, '我的 Book')
  await mkdir(path.join(source, 'ch'), {recursive: true})
  await writeFile(path.join(source, 'ch/a.qmd'), '# 一\r\n')
  await writeFile(path.join(source, 'ch/b.md'), '# 二\n')
  await symlink('b.md', path.join(source, 'ch/c.md'))
  await symlink('/etc/hostname', path.join(source, 'ch/d.md'))
  await symlink('..', path.join(source, 'ch/up'))
})
afterEach(() => rm(work, {recursive: true, force: true}))

const settings = {mostChapters: Infinity, lowersRules: false}

async function expectCopy(folder: string): Promise<void> {
  const files = await filesBelow(folder)
  expect(files.toSorted()).toEqual(['ch/a.md', 'ch/a.qmd', 'ch/b.md', 'ch/c.md', 'course.yml'])
  expect(await readFile(path.join(folder, 'ch/a.md'), 'utf8')).toBe('# 一\r\n')
  expect(await readFile(path.join(folder, 'ch/c.md'), 'utf8')).toBe('# 二\n')
  const course = JSON.parse(await readFile(path.join(folder, 'course.yml'), 'utf8')) as object
  expect(course).toMatchObject({chapters: ['ch/a.md', 'ch/b.md', 'ch/c.md'], language: 'zh-CN'})
  expect(course).not.toHaveProperty('rules')
}

test('a folder is copied with the links that stay inside, and not written to', async () => {
  const before = await filesBelow(source)
  await prepareTrial(source, path.join(work, 'copy'), settings)
  await expectCopy(path.join(work, 'copy'))
  expect(await filesBelow(source)).toEqual(before)
})

test('a bare git directory is read without running the filters that it names', async () => {
  git('init', '--quiet')
  await writeFile(path.join(source, '.gitattributes'), '*.md filter=evil text eol=crlf\n')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'one')
  const bare = path.join(work, 'bare.git')
  execFileSync('git', ['clone', '--quiet', '--bare', source, bare])
  execFileSync('git', ['--git-dir', bare, 'config', 'filter.evil.smudge', 'sed s/.*/evil/'])
  const trial = await prepareTrial(bare, path.join(work, 'copy'), settings)
  await rm(path.join(work, 'copy/.gitattributes'))
  await expectCopy(path.join(work, 'copy'))
  expect(trial).toMatchObject({name: 'bare', chapters: 3})
})

test('only so many chapters are taken', async () => {
  const trial = await prepareTrial(source, path.join(work, 'copy'), {...settings, mostChapters: 1})
  expect(trial?.outline?.parts).toEqual([{chapters: ['ch/a.qmd']}])
})
