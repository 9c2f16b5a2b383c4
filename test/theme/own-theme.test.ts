import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {compileCourse} from '../../src/compile-course.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-theme-'))
  await cp('test/fixtures/course-small', folder, {recursive: true})
})
afterEach(() => rm(folder, {recursive: true, force: true}))

async function compileWith(settings: string) {
  const file = path.join(folder, 'course.yml')
  await writeFile(file, `${await readFile(file, 'utf8')}\n${settings}\n`)
  const {files, theme} = await compileCourse({folder, progress: {step: () => undefined}})
  const messages = files.flatMap(({messages: own, basename}) =>
    own.map(({line, ruleId}) => `${basename}:${line ?? 0} ${ruleId}`),
  )
  return {theme, messages}
}

test('a theme in the course folder is used, and so are tokens', async () => {
  await mkdir(path.join(folder, 'theme'))
  await writeFile(path.join(folder, 'theme/theme.yml'), 'name: ours\nextends: paper\n')
  await writeFile(path.join(folder, 'theme/deck.css'), '.slide-title { border: 0; }')
  const {messages, theme} = await compileWith('theme: ./theme\ntokens: {accent: "#0f5132"}')
  expect(messages).toEqual([])
  expect(theme?.styles.deck).toContain('.slide-title { border: 0; }')
  expect(theme?.tokens.everywhere.get('accent')?.value).toBe('#0f5132')
  expect(theme?.tokens.everywhere.get('paper')?.value).toBe('#fffcf5')
})

test('mistakes have their file and line', async () => {
  await mkdir(path.join(folder, 'theme'))
  await writeFile(path.join(folder, 'theme/tokens.css'), ':root {\n  --ink: #999999;\n}\n')
  const {messages} = await compileWith('theme: ./theme\ntokens:\n  accnt: "#000000"')
  expect(messages).toEqual([
    expect.stringMatching(/^course\.yml:[1-9]\d* theme-is-valid$/u),
    'tokens.css:2 theme-has-contrast',
  ])
})

test('a theme outside of the course folder is not read, not even through a link', async () => {
  expect((await compileWith('theme: ../themes')).messages).toEqual([
    expect.stringMatching(/^course\.yml:\d+ theme-is-valid$/u),
  ])
})

test('a link that leads outside is no theme', async () => {
  await symlink(path.resolve('themes/night'), path.join(folder, 'theme'))
  expect((await compileWith('theme: ./theme')).messages).toEqual([
    expect.stringMatching(/^course\.yml:\d+ theme-is-valid$/u),
  ])
})
