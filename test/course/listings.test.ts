import {execFileSync, spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {chapters, type Fence, fencesOf, folder} from './chapters.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0
const files = readdirSync(path.join(folder, 'listings')).filter((name) => name.endsWith('.py'))
const withoutBlankLines = (text: string) => text.replaceAll(/\n+/gu, '\n').trim()

/** The fences that together are the file, one or two of them, and the first `text` fence after them. */
function standing(code: string): {readonly printed: string} | undefined {
  for (const chapter of chapters) {
    const fences = fencesOf(chapter)
    const found = fences.findIndex((_, at) => length(fences, at, code) > 0)
    if (found === -1) continue
    const next = fences[found + length(fences, found, code)]
    return {printed: next?.language === 'text' ? next.text : ''}
  }
  return undefined
}

/** How many fences from `at` on are the file: 0, 1 or 2. Blank lines at the seam are not printed. */
function length(fences: readonly Fence[], at: number, code: string): number {
  const count = [1, 2].find((size) => {
    const part = fences.slice(at, at + size)
    return (
      part.every(({language}) => language === 'python') &&
      withoutBlankLines(part.map(({text}) => text).join('\n')) === withoutBlankLines(code)
    )
  })
  return count ?? 0
}

test('there are listings', () => {
  expect(files.length).toBeGreaterThan(15)
})

describe.each(files)('%s', (name) => {
  const code = readFileSync(path.join(folder, 'listings', name), 'utf8')

  test('stands in a chapter that says which file it is', () => {
    expect(standing(code)).toBeDefined()
    expect(chapters.filter(({text}) => text.includes(`listings/${name}`)).map((chapter) => chapter.name)).toHaveLength(
      1,
    )
  })

  test.skipIf(!hasPython)('prints with the standard library alone what stands below it', () => {
    // -I: no packages of the user, no environment; -S: no site-packages at all.
    const output = execFileSync('python3', ['-I', '-S', '-X', 'utf8', '-c', code], {encoding: 'utf8'})
    expect(output).toBe(standing(code)?.printed)
  })
})

test.skipIf(hasPython)('not run: the listings, for there is no python3 here', () => {
  expect(hasPython).toBe(true)
})

test('no Python fence of the course is without its file', () => {
  const listed = withoutBlankLines(
    files.map((name) => readFileSync(path.join(folder, 'listings', name), 'utf8')).join('\n'),
  )
  const loose = chapters.flatMap((chapter) =>
    fencesOf(chapter)
      .filter(({language, text}) => language === 'python' && !listed.includes(withoutBlankLines(text)))
      .map(({text}) => `${chapter.name}: ${text}`),
  )
  expect(loose).toEqual([])
})
