import {execFileSync} from 'node:child_process'
import {hash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {EnvironmentError, UsageError} from '../../src/diagnostics/environment-error.ts'
import {readFormerEdition} from '../../src/source/read-edition.ts'

const {signal} = new AbortController()
let repository = ''
let course = ''

const git = (...args: readonly string[]) => {
  const identity = [
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.safecrlf=false',
  ]
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
      expect((await readdir(folder)).toSorted()).toEqual(['course.yml', 'figures'])
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

  test('has the large files that the clone has, and of links those that stay inside', async () => {
    const large = '<svg>large</svg>'
    const oid = hash('sha256', large)
    const kept = path.join(repository, '.git', 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4))
    await mkdir(kept, {recursive: true})
    await writeFile(path.join(kept, oid), large)
    const pointerTo = (id: string) => `version https://git-lfs.github.com/spec/v1\noid sha256:${id}\nsize 16\n`
    const other = hash('sha256', 'another')
    await mkdir(path.join(repository, '.git', 'lfs', 'objects', other.slice(0, 2), other.slice(2, 4)), {
      recursive: true,
    })
    await writeFile(
      path.join(repository, '.git', 'lfs', 'objects', other.slice(0, 2), other.slice(2, 4), other),
      'not it',
    )
    await symlink('figures/a.svg', path.join(course, 'inside.svg'))
    await symlink('/etc/passwd', path.join(course, 'absolute.md'))
    await symlink('../README.md', path.join(course, 'above.md'))
    await symlink('.hidden/x', path.join(course, 'hidden.md'))
    await commit('large', {
      '课 程/large.svg': pointerTo(oid),
      '课 程/absent.svg': pointerTo(hash('sha256', 'absent')),
      '课 程/other.svg': pointerTo(other),
    })
    await using edition = await readFormerEdition(course, 'HEAD', signal)
    const read = (name: string) => readFile(path.join(edition.folder, name), 'utf8')
    expect((await readdir(edition.folder)).toSorted()).toEqual(
      ['absent.svg', 'course.yml', 'figures', 'inside.svg', 'large.svg', 'other.svg'].toSorted(),
    )
    expect(await read('large.svg')).toBe(large)
    expect(await read('absent.svg')).toContain('git-lfs')
    expect(await read('other.svg')).toContain('git-lfs')
    expect(await read('inside.svg')).toBe('<svg/>')
  })

  test('of many files, large and empty, is to the byte', async () => {
    const texts = Array.from({length: 40}, (_, index) => 'blob 5\n'.repeat(index * index * 40))
    await commit('many', Object.fromEntries(texts.map((text, index) => [`课 程/${index}.txt`, text])))
    await using edition = await readFormerEdition(course, 'HEAD', signal)
    const read = await Promise.all(texts.map((_, index) => readFile(path.join(edition.folder, `${index}.txt`), 'utf8')))
    expect(read).toEqual(texts)
  })

  test('of a folder in no repository is an error of the environment', async () => {
    await rm(path.join(repository, '.git'), {recursive: true})
    const error = await errorOf(readFormerEdition(course, 'edition-1', signal))
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(error.message).toContain('git')
  })
})

describe('what a repository says to run', () => {
  let marks = ''
  const run = (name: string) => `touch ${path.join(marks, name)}`

  beforeEach(async () => {
    marks = await mkdtemp(path.join(tmpdir(), 'lectern-marks-'))
    const program = path.join(marks, 'program.sh')
    await writeFile(program, `#!/bin/sh\n${run('program')}\ncat\n`, {mode: 0o755})
    await commit('attributes', {
      '课 程/.gitattributes': '* filter=trap diff=trap merge=trap text eol=crlf\n*.svg filter=lfs\n*.md ident\n',
      '课 程/a.md': 'one\ntwo $Id$\n',
    })
    const settings = {
      'alias.cat-file': `!${run('alias')}`,
      'alias.ls-tree': `!${run('alias')}`,
      'alias.rev-parse': `!${run('alias')}`,
      'core.alternateRefsCommand': program,
      'core.askPass': program,
      'core.editor': program,
      'core.fsmonitor': program,
      'core.gitProxy': program,
      'core.hooksPath': path.join(marks, 'hooks'),
      'core.pager': program,
      'core.sshCommand': program,
      'credential.helper': `!${run('credential')}`,
      'diff.external': program,
      'diff.trap.command': program,
      'diff.trap.textconv': program,
      'extensions.partialClone': 'origin',
      'filter.lfs.process': program,
      'filter.lfs.required': 'true',
      'filter.trap.clean': program,
      'filter.trap.process': program,
      'filter.trap.required': 'true',
      'filter.trap.smudge': `${run('smudge')}; cat`,
      'gpg.program': program,
      'pager.cat-file': program,
      'pager.for-each-ref': program,
      'pager.ls-tree': program,
      'pager.rev-parse': program,
      'pager.tag': program,
      'protocol.allow': 'always',
      'protocol.ext.allow': 'always',
      'protocol.file.allow': 'always',
      'remote.origin.promisor': 'true',
      'remote.origin.uploadpack': program,
      'remote.origin.url': `ext::${program}`,
      'submodule.recurse': 'true',
    }
    const lines = Object.entries(settings).map(([name, value]) => {
      const [, section = '', inner, key = ''] = /^(\w+)(?:\.(.+))?\.([^.]+)$/u.exec(name) ?? []
      return `[${section}${inner === undefined ? '' : ` "${inner}"`}]\n${key} = ${JSON.stringify(value)}`
    })
    const included = path.join(marks, 'included')
    await writeFile(included, lines.join('\n'))
    await appendFile(path.join(repository, '.git', 'config'), `\n${lines.join('\n')}\n[include]\npath = ${included}\n`)
    await Promise.all(
      [path.join(marks, 'hooks'), path.join(repository, '.git', 'hooks')].map(async (hooks) => {
        await mkdir(hooks, {recursive: true})
        const names = [
          'post-checkout',
          'post-index-change',
          'pre-commit',
          'reference-transaction',
          'fsmonitor-watchman',
        ]
        await Promise.all(
          names.map((name) => writeFile(path.join(hooks, name), `#!/bin/sh\n${run(name)}\n`, {mode: 0o755})),
        )
      }),
    )
  })

  afterEach(async () => {
    await rm(marks, {recursive: true, force: true})
  })

  const marked = async () =>
    (await readdir(marks)).filter((name) => !['hooks', 'included', 'program.sh'].includes(name))

  test('is run by git itself', async () => {
    const args = ['-C', repository, 'checkout-index', '--all', `--prefix=${marks}/hooks/`]
    // The filters of this repository do not understand what git asks of them, so it fails.
    expect(() => execFileSync('git', args, {stdio: 'ignore'})).toThrow('git')
    expect(await marked()).not.toEqual([])
  })

  test('is not run for a former edition, which has the bytes that are stored', async () => {
    await using edition = await readFormerEdition(course, 'HEAD', signal)
    expect(await readFile(path.join(edition.folder, 'a.md'), 'utf8')).toBe('one\ntwo $Id$\n')
    expect(await readdir(path.join(edition.folder, 'figures'))).toEqual(['a.svg'])
    await errorOf(readFormerEdition(course, 'none', signal))
    expect(await marked()).toEqual([])
  })

  test('is not run for what a partial clone lacks, which is an error', async () => {
    const blob = git('rev-parse', 'HEAD:课 程/a.md')
    await rm(path.join(repository, '.git', 'objects', blob.slice(0, 2), blob.slice(2)), {force: true})
    const error = await errorOf(readFormerEdition(course, 'HEAD', signal))
    expect(error).toBeInstanceOf(EnvironmentError)
    expect(error.message).toContain(blob)
    expect(await marked()).toEqual([])
  })

  test('in a bare repository that a course holds, is not even looked for', async () => {
    const bare = path.join(course, 'bare')
    execFileSync('git', ['init', '--quiet', '--bare', bare])
    execFileSync('git', ['--git-dir', bare, 'config', 'core.fsmonitor', path.join(marks, 'program.sh')])
    expect(await errorOf(readFormerEdition(bare, 'HEAD', signal))).toBeInstanceOf(EnvironmentError)
    expect(await marked()).toEqual([])
  })

  test('and where variables of a hook lead makes no difference', async () => {
    const formerly = process.env['GIT_DIR']
    process.env['GIT_DIR'] = path.join(marks, 'nowhere')
    try {
      await using edition = await readFormerEdition(course, 'edition-1', signal)
      expect(await readdir(edition.folder)).toContain('course.yml')
    } finally {
      if (formerly === undefined) delete process.env['GIT_DIR']
      else process.env['GIT_DIR'] = formerly
    }
  })
})
