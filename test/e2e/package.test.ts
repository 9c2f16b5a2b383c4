import {execFile} from 'node:child_process'
import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'

const run = promisify(execFile)

test('the package, installed into an empty folder, builds a course', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-package-'))
  try {
    const packed = await run('npm', ['pack', '--pack-destination', folder], {cwd: process.cwd()})
    const tarball = packed.stdout.trim().split('\n').at(-1) ?? ''
    await writeFile(path.join(folder, 'package.json'), '{"private": true}\n')
    const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`]
    await run('npm', install, {cwd: folder, maxBuffer: 1e8})
    const course = path.resolve('test/fixtures/course-small')
    const {stdout} = await run('npx', ['--no-install', 'lectern', 'build', course, '--out', 'dist'], {
      cwd: folder,
      maxBuffer: 1e8,
    })
    expect(stdout).toContain('✓')
    expect(await readdir(path.join(folder, 'dist'))).toEqual(
      expect.arrayContaining(['coverage', 'deck', 'index.html', 'small.epub', 'small.pdf', 'teacher']),
    )
    const contents = await readdir(path.join(folder, 'node_modules', 'lectern'))
    const expected = ['LICENSE', 'README.md', 'README.zh-CN.md', 'SECURITY.md', 'bin', 'lib', 'package.json', 'themes']
    expect(contents.toSorted()).toEqual(expected)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})
