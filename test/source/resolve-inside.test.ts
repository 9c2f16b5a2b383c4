import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {createServer, type Server} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {compileCourse} from '../../src/compile-course.ts'
import {namesInside, readInside} from '../../src/source/resolve-inside.ts'

const secret = 'SECRET-a1b2c3'
const progress = {step: () => undefined}
let folder = ''
let course = ''
const servers: Server[] = []

const at = (name: string) => path.join(course, name)
const remove = (name: string) => rm(at(name), {recursive: true, force: true})

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-inside-'))
  // What stands above the course may have any name.
  course = path.join(folder, '.work', 'course')
  await mkdir(at('.git'), {recursive: true})
  await mkdir(at('theme'))
  await writeFile(at('.git/config.md'), secret)
  await writeFile(at('.env.md'), secret)
  await writeFile(path.join(folder, 'outside.md'), secret)
})

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
  await rm(folder, {recursive: true, force: true})
})

/** What may stand where a course names a file, and must not be read; each gives the name to use. */
const traps: Readonly<Record<string, (name: string) => Promise<string>>> = {
  'a dotfile': () => Promise.resolve('.env.md'),
  'a file in a dot-folder': () => Promise.resolve('.git/config.md'),
  'a dot-folder by a detour': () => Promise.resolve('theme/../.git/./config.md'),
  'a link to a dot-folder': linkTo('.git/config.md'),
  'a link to a dotfile over another link': async (name) => {
    await symlink('.env.md', at('second'))
    return linkTo('second')(name)
  },
  'a link out of the folder': linkTo('../../outside.md'),
  'an absolute link': async (name) => linkTo(path.join(folder, 'outside.md'))(name),
  'a link to a device': linkTo('/dev/zero'),
  'a pipe': async (name) => {
    await remove(name)
    execFileSync('/usr/bin/mkfifo', [at(name)])
    return name
  },
  'a link to a pipe': async (name) => {
    execFileSync('/usr/bin/mkfifo', [at('pipe')])
    return linkTo('pipe')(name)
  },
  'a socket': async (name) => {
    await remove(name)
    const server = createServer()
    servers.push(server)
    await new Promise<void>((resolve) => {
      server.listen(at(name), resolve)
    })
    return name
  },
  'a folder': async (name) => {
    await remove(name)
    await mkdir(at(name))
    return name
  },
  'a path out of the folder': () => Promise.resolve('../../outside.md'),
  'an absolute path': () => Promise.resolve(path.join(folder, 'outside.md')),
}

function linkTo(target: string) {
  return async (name: string) => {
    await remove(name)
    await symlink(path.isAbsolute(target) ? target : path.join(course, target), at(name))
    return name
  }
}

interface Reader {
  /** Where the file stands if it is one. */
  readonly file: string
  readonly rule: string
  /** Whether the course says what the file is called. */
  readonly isNamed: boolean
  readonly settings?: (name: string) => string
  readonly chapter?: (name: string) => string
}

const readers: Readonly<Record<string, Reader>> = {
  chapter: {file: 'two.md', rule: 'link-resolves', isNamed: true, settings: (name) => `back: ['${name}']`},
  include: {
    file: 'part.txt',
    rule: 'include-resolves',
    isNamed: true,
    chapter: (name) => `::include{file="${name}"}`,
  },
  image: {file: 'a.svg', rule: 'image-exists', isNamed: true, chapter: (name) => `![x](<${name}>){alt="x"}`},
  'image in a line': {
    file: 'a.svg',
    rule: 'image-exists',
    isNamed: true,
    chapter: (name) => `See ![x](<${name}>) here.`,
  },
  'image in HTML': {
    file: 'a.svg',
    rule: 'image-exists',
    isNamed: true,
    chapter: (name) => `<img src="${name}" alt="x">`,
  },
  background: {
    file: 'a.svg',
    rule: 'image-exists',
    isNamed: true,
    chapter: (name) => `## Two {background-image="${name}"}`,
  },
  bibliography: {
    file: 'works.json',
    rule: 'bibliography-is-valid',
    isNamed: true,
    settings: (name) => `bibliography: '${name}'`,
  },
  style: {file: 'style.csl', rule: 'bibliography-is-valid', isNamed: true, settings: (name) => `csl: '${name}'`},
  'theme.yml': {file: 'theme/theme.yml', rule: 'theme-is-valid', isNamed: false, settings: () => 'theme: ./theme'},
  'tokens.css': {file: 'theme/tokens.css', rule: 'theme-is-valid', isNamed: false, settings: () => 'theme: ./theme'},
  'deck.css': {file: 'theme/deck.css', rule: 'theme-is-valid', isNamed: false, settings: () => 'theme: ./theme'},
  'syllabus.yml': {file: 'syllabus.yml', rule: 'front-matter-is-valid', isNamed: false},
  'course.yml': {file: 'course.yml', rule: 'front-matter-is-valid', isNamed: false},
}

const cases = Object.entries(readers).flatMap(([reader, parts]) =>
  Object.entries(traps)
    // Where the course names no file, only what is in its place can be one.
    .filter(([, makeTrap]) => parts.isNamed || makeTrap.length > 0)
    .map(([trap, makeTrap]) => ({reader, trap, makeTrap, ...parts})),
)

describe('what a course names', () => {
  test.each(cases)('$reader: $trap is refused with its place and a remedy', async (given) => {
    const {chapter, file, makeTrap, rule, settings} = given
    const head = ['title: T', 'language: en', "date: '2026-01-01'", 'identifier: urn:x', 'slug: x', 'authors: [A]']
    await writeFile(at('course.yml'), head.join('\n'))
    await writeFile(at('theme/theme.yml'), 'name: x\ndescription: y\n')
    const name = await makeTrap(file)
    if (file !== 'course.yml') {
      const lines = [...head, 'chapters: [one.md, last.md]', settings?.(name) ?? '']
      await writeFile(at('course.yml'), lines.join('\n'))
    }
    await writeFile(at('one.md'), `# One\n\n${chapter?.(name) ?? 'Text.'}\n`)
    await writeFile(at('last.md'), '# Last\n\nSee @sec-nowhere.\n')
    const compiled = await compileCourse({folder: course, progress})
    const messages = compiled.files.flatMap((one) => one.messages)
    const found = messages.filter(({ruleId}) => ruleId === rule)
    expect(found.map(({fatal}) => fatal)).toContain(true)
    expect(found[0]?.note).toMatch(/\p{L}/u)
    if (chapter) expect(found[0]?.line).toBe(3)
    // Everything else is still checked.
    if (file !== 'course.yml') expect(messages.map(({ruleId}) => ruleId)).toContain('reference-resolves')
    const resources = [...(compiled.course?.resources.values() ?? [])].map(({contents}) =>
      new TextDecoder().decode(contents),
    )
    const texts = [...compiled.files.map(String), ...messages.map(({reason}) => reason), ...resources]
    expect(texts.filter((text) => text.includes(secret))).toEqual([])
  })
})

describe('a file below the course folder', () => {
  test.each(['a.md', './a.md', 'theme/../a.md', 'link.md', '文 件.md', 'a..b.md'])('%s is read', async (name) => {
    await Promise.all(['a.md', '文 件.md', 'a..b.md'].map((one) => writeFile(at(one), 'text')))
    await symlink('a.md', at('link.md'))
    const read = await readInside(course, name)
    expect('contents' in read && new TextDecoder().decode(read.contents)).toBe('text')
  })

  test('is missing where there is none, also behind a file', async () => {
    await writeFile(at('a.md'), '')
    const refusals = await Promise.all(['b.md', 'a.md/b.md', 'a\0.md'].map((name) => readInside(course, name)))
    expect(refusals).toEqual([{refusal: 'missing'}, {refusal: 'missing'}, {refusal: 'missing'}])
  })

  test('is not listed where it is hidden', async () => {
    expect(await namesInside(course, '.git')).toEqual([])
    expect(await namesInside(course, '..')).toEqual([])
    expect(await namesInside(course, '.')).toContain('theme')
  })
})
