import {mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Artifact} from '../../src/model/artifact.ts'
import {assertApart, assertOwnOutput, assertUnchanged} from '../../src/output/assert-own-output.ts'
import {openStaging} from '../../src/output/open-staging.ts'

let home = ''
const at = (...names: readonly string[]) => path.join(home, ...names)

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'lectern-out-'))
  await mkdir(at('site', 'course'), {recursive: true})
  await writeFile(at('site', 'course', 'course.yml'), 'title: 课')
})

afterEach(() => rm(home, {recursive: true, force: true}))

const course = () => at('site', 'course')
const id = 'urn:course'

function artifact(files: Readonly<Record<string, string>>): Artifact {
  const encoder = new TextEncoder()
  return {
    target: 'site',
    entry: 'index.html',
    files: Object.entries(files).map(([name, text]) => ({path: name, contents: encoder.encode(text)})),
  }
}

async function build(
  out: string,
  files: Readonly<Record<string, string>>,
  scope: 'everything' | 'written' | 'some' | 'beside' = 'everything',
) {
  await using staging = await openStaging(out, id)
  await staging.write(artifact(files))
  await staging.publish(scope)
}

describe('a build may write into', () => {
  test('what is not there', () => expect(assertOwnOutput(at('dist'), id)).resolves.toBeUndefined())

  test('an empty folder, also with what systems put there', async () => {
    await mkdir(at('dist'))
    await writeFile(at('dist', '.gitkeep'), '')
    await writeFile(at('dist', '.DS_Store'), 'x')
    await expect(assertOwnOutput(at('dist'), id)).resolves.toBeUndefined()
    await build(at('dist'), {'index.html': 'a'})
    expect((await readdir(at('dist'))).toSorted()).toEqual(['.DS_Store', '.gitkeep', '.lectern.json', 'index.html'])
  })

  test('a former build of the same course', async () => {
    await build(at('dist'), {'index.html': 'a'})
    await expect(assertOwnOutput(at('dist'), id)).resolves.toBeUndefined()
  })

  test('a folder that a link names, and the link remains', async () => {
    await symlink(at('far', 'place'), at('dist'))
    await build(at('dist'), {'index.html': 'a'})
    await build(at('dist'), {'index.html': 'b'})
    expect(await readFile(at('far', 'place', 'index.html'), 'utf8')).toBe('b')
    expect((await readdir(home, {withFileTypes: true})).find(({name}) => name === 'dist')?.isSymbolicLink()).toBe(true)
  })
})

describe('but not into a folder that is not marked as lectern’s', () => {
  test.each([
    ['coverage/lcov.info'],
    ['thesis.md'],
    ['README.md'],
    ['deck/index.html'],
    ['.git/config'],
    ['src/main.ts'],
  ])('with %s', async (name) => {
    await mkdir(path.dirname(at('mine', name)), {recursive: true})
    await writeFile(at('mine', name), '# dist\n')
    const [first = ''] = name.split('/')
    await expect(assertOwnOutput(at('mine'), id)).rejects.toThrow(`${first}: 不是 lectern 写的`)
    await expect(build(at('mine'), {'index.html': 'a'})).rejects.toThrow(first)
    expect(await readFile(at('mine', name), 'utf8')).toBe('# dist\n')
    expect(await readdir(at('mine'))).toEqual([first])
  })

  test.each([
    ['of another course', {format: 1, course: 'urn:other', files: {}}, 'another course: urn:other'],
    [
      'that names files elsewhere',
      {format: 1, course: id, files: {'../thesis.md': 'a'.repeat(64)}},
      'not written by lectern',
    ],
    ['of no known format', {format: 2, course: id, files: {}}, 'not written by lectern'],
    ['that is none', 'x', 'not written by lectern'],
  ])('with a marker %s', async (_name, marker, reason) => {
    await mkdir(at('mine'))
    await writeFile(at('mine', '.lectern.json'), JSON.stringify(marker))
    await expect(assertOwnOutput(at('mine'), id)).rejects.toThrow(reason)
  })

  test('that is a file, or a link to itself', async () => {
    await writeFile(at('file'), '')
    await symlink(at('circle'), at('circle'))
    await expect(assertOwnOutput(at('file'), id)).rejects.toThrow('is not a folder')
    await expect(assertOwnOutput(at('circle'), id)).rejects.toThrow('leads to itself')
  })
})

describe('in a folder of lectern’s', () => {
  beforeEach(() => build(at('dist'), {'index.html': 'home', 'deck/index.html': 'deck', 'deck/old.html': 'old'}))

  test('a file that somebody added is left where it is', async () => {
    await writeFile(at('dist', 'deck', 'thesis.txt'), 'mine')
    await build(at('dist'), {'index.html': 'new'})
    expect(await readFile(at('dist', 'deck', 'thesis.txt'), 'utf8')).toBe('mine')
    expect(await readdir(at('dist', 'deck'))).toEqual(['thesis.txt'])
  })

  test.each(['everything', 'written', 'beside'] as const)(
    'a file that somebody changed is not replaced by %s',
    async (scope) => {
      await writeFile(at('dist', 'deck', 'index.html'), 'mine')
      await expect(assertUnchanged(at('dist'))).rejects.toThrow('deck/index.html: 写出之后被改动过 / changed since')
      await expect(build(at('dist'), {'deck/index.html': 'new', 'index.html': 'new'}, scope)).rejects.toThrow(
        'deck/index.html',
      )
      expect(await readFile(at('dist', 'deck', 'index.html'), 'utf8')).toBe('mine')
      expect(await readFile(at('dist', 'index.html'), 'utf8')).toBe('home')
    },
  )

  test('a changed file that a build only has to remove is left', async () => {
    await writeFile(at('dist', 'deck', 'old.html'), 'mine')
    await build(at('dist'), {'index.html': 'new'})
    expect(await readFile(at('dist', 'deck', 'old.html'), 'utf8')).toBe('mine')
  })

  test('a link below it is not followed', async () => {
    await rm(at('dist', 'deck'), {recursive: true})
    await mkdir(at('elsewhere'))
    await writeFile(at('elsewhere', 'index.html'), 'deck')
    await symlink(at('elsewhere'), at('dist', 'deck'))
    await expect(build(at('dist'), {'deck/index.html': 'new'})).rejects.toThrow('deck: 是链接 / is a link')
    expect(await readFile(at('elsewhere', 'index.html'), 'utf8')).toBe('deck')
  })

  test('a file takes the place of a folder of lectern’s, and a folder that of a file', async () => {
    await build(at('dist'), {deck: 'file', 'index.html/x': 'folder'})
    expect(await readFile(at('dist', 'deck'), 'utf8')).toBe('file')
    expect(await readFile(at('dist', 'index.html', 'x'), 'utf8')).toBe('folder')
    await writeFile(at('dist', 'index.html', 'y'), 'mine')
    await expect(build(at('dist'), {'index.html': 'file'})).rejects.toThrow('index.html/y')
  })

  test('a build of some outputs replaces the folders that it writes', async () => {
    await build(at('dist'), {'deck/index.html': 'new'}, 'written')
    expect(await readdir(at('dist', 'deck'))).toEqual(['index.html'])
    expect(await readFile(at('dist', 'index.html'), 'utf8')).toBe('home')
  })

  test('the names of the teacher’s files are in the marker of the teacher’s folder alone', async () => {
    await build(at('dist'), {'index.html': 'a', 'teacher/deck/answer.svg': 'b'})
    expect(await readFile(at('dist', '.lectern.json'), 'utf8')).not.toContain('answer')
    expect(await readFile(at('dist', 'teacher', '.lectern.json'), 'utf8')).toContain('deck/answer.svg')
    await build(at('dist'), {'index.html': 'a'})
    expect((await readdir(at('dist'))).toSorted()).toEqual(['.lectern.json', 'index.html'])
  })
})

describe('a result that is rejected', () => {
  const rejectInto = async (out: string, text: string) => {
    await using staging = await openStaging(out, id)
    await staging.write(artifact({'index.html': text}))
    return await staging.reject()
  }

  test('is kept beside an output that stays, and goes with the next good one', async () => {
    await build(at('dist'), {'index.html': 'good'})
    expect(await rejectInto(at('dist'), 'bad')).toBe(at('dist-failed'))
    expect(await rejectInto(at('dist'), 'worse')).toBe(at('dist-failed'))
    expect(await readFile(at('dist-failed', 'index.html'), 'utf8')).toBe('worse')
    expect(await readFile(at('dist', 'index.html'), 'utf8')).toBe('good')
    await build(at('dist'), {'index.html': 'better'})
    expect((await readdir(home)).toSorted()).toEqual(['dist', 'site'])
  })

  test('takes the place of nothing that is somebody’s', async () => {
    await mkdir(at('dist-failed'))
    await writeFile(at('dist-failed', 'notes.txt'), 'mine')
    expect(await rejectInto(at('dist'), 'bad')).toBe(at('dist-failed-2'))
    expect((await readdir(home)).toSorted()).toEqual(['dist-failed', 'dist-failed-2', 'site'])
    await build(at('dist'), {'index.html': 'good'})
    expect((await readdir(home)).toSorted()).toEqual(['dist', 'dist-failed', 'site'])
    expect(await readdir(at('dist-failed'))).toEqual(['notes.txt'])
  })
})

test('a build that is not published leaves nothing, not even the folders on the way', async () => {
  {
    await using staging = await openStaging(at('a', 'b', 'dist'), id)
    await staging.write(artifact({'index.html': 'x'}))
  }
  expect(await readdir(home)).toEqual(['site'])
})

describe('the output folder', () => {
  test('may be in the course or beside it', async () => {
    await expect(assertApart(at('site', 'course', 'dist'), course())).resolves.toBeUndefined()
    await expect(assertApart(at('site', '..dist'), course())).resolves.toBeUndefined()
    await expect(assertApart(at('dist'), course())).resolves.toBeUndefined()
  })

  test.each([['site', 'course'], ['site'], ['.']])('is not the course or what holds it: %s %s', async (...names) => {
    await expect(assertApart(at(...names), course())).rejects.toThrow('mixed with the sources')
  })

  test('is not the course by another name', async () => {
    await symlink(at('site'), at('link'))
    await expect(assertApart(at('link'), course())).rejects.toThrow('mixed with the sources')
  })
})
