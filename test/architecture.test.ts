import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {courseJsonSchema} from '../src/config/json-schema.ts'
import {coverageJsonSchema} from '../src/coverage/report/coverage-schema.ts'

interface Cruise {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {readonly rule: {readonly name: string}}[]
  }
}

function cruise(...paths: readonly string[]): Cruise['summary'] {
  const args = [...paths, '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
  // The exit code is the number of violations: the output is read either way.
  const output = (() => {
    try {
      return execFileSync('node_modules/.bin/depcruise', args, {encoding: 'utf8', maxBuffer: 1e8})
    } catch (error) {
      return (error as {stdout: string}).stdout
    }
  })()
  return (JSON.parse(output) as Cruise).summary
}

describe('import rules', () => {
  test('hold, and the tool saw the files', () => {
    const summary = cruise('src')
    expect(summary.violations).toEqual([])
    expect(summary.totalCruised).toBeGreaterThan(100)
  })

  test('are broken by what they forbid', () => {
    const planted = 'src/slides/planted-for-the-architecture-test.ts'
    writeFileSync(
      planted,
      [
        "import {readFile} from 'node:fs/promises'",
        "import puppeteer from 'puppeteer'",
        "import {createHighlighter} from 'shiki'",
        "import type {projectBook} from '../book/project-book.ts'",
        'export const planted = [readFile, puppeteer, createHighlighter] as unknown as typeof projectBook',
      ].join('\n'),
    )
    try {
      const names = cruise('src').violations.map(({rule}) => rule.name)
      expect(names.length).toBe(4)
      expect(names).toEqual(expect.arrayContaining(['slides-layer', 'only-browser-launches', 'only-html-uses-shiki']))
    } finally {
      rmSync(planted)
    }
  })

  test('let nothing read a course but what refuses dotfiles, links out of it and pipes', () => {
    const planted = ['config', 'parse', 'source'].map((folder) => `src/${folder}/planted-for-the-architecture-test.ts`)
    for (const file of planted) {
      const source = "import {readFile} from 'node:fs/promises'\n\nexport const planted = readFile\n"
      writeFileSync(file, source)
    }
    try {
      const {violations} = cruise('src')
      expect(violations.map(({rule}) => rule.name).toSorted()).toEqual([
        ...Array.from({length: 2}, () => expect.stringMatching(/^only-.*-uses-node-fs/u) as string),
        'only-resolve-inside-reads-courses',
      ])
    } finally {
      for (const file of planted) rmSync(file)
    }
  })

  test('let the checks of chapters as written know no parser, nor what one made', () => {
    const planted = 'src/coverage/raw/planted-for-the-architecture-test.ts'
    const imports = ["'../../parse/attributes.ts'", "'../unit-texts.ts'", "'../../model/block.ts'", "'remark-parse'"]
    writeFileSync(
      planted,
      imports
        .map((from, index) => `import * as one${index} from ${from}\nexport const planted${index} = one${index}\n`)
        .join(''),
    )
    try {
      const own = cruise('src').violations.filter(({rule}) => rule.name === 'raw-knows-no-parser')
      expect(own).toHaveLength(imports.length)
    } finally {
      rmSync(planted)
    }
    // Of most packages the tool sees nothing.
    const folder = 'src/coverage/raw'
    const sources = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    const named = sources.flatMap((source) =>
      Array.from(source.matchAll(/from '(?<name>[^']+)'/gu), ({groups}) => groups?.['name']),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !/^(?:\.\/|\.\.\/\.\.\/model\/)/u.test(name ?? ''))).toEqual([])
  })

  test('know every module that opens files at all', () => {
    const names = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.ts'))
    const opening = names.filter((name) =>
      /from '(?:node:)?fs(?:\/promises)?'/u.test(readFileSync(`src/${name}`, 'utf8')),
    )
    // Of these, one reads what a course names. The others read packages, themes of lectern's own, the cache and finished files.
    expect(opening.filter((name) => !/^(?:browser|cache|coverage|output)\//u.test(name)).toSorted()).toEqual([
      'cli/default-output.ts',
      'cli/find-course.ts',
      'cli/main.ts',
      'diagrams/draw-mermaid.ts',
      'diagrams/version-of.ts',
      'process/owner.ts',
      'process/temporary-folder.ts',
      'source/resolve-inside.ts',
      'source/write-edition.ts',
      'source/write-image-lock.ts',
      'theme/fallback-faces.ts',
      'theme/font-licences.ts',
      'theme/load-reveal.ts',
      'theme/load-theme.ts',
      'theme/subset-fonts.ts',
    ])
  })

  test('let nothing ask the network but what an option of the command names', () => {
    const planted = 'src/source/planted-for-the-architecture-test.ts'
    const modules = ['dns', 'http', 'https', 'net', 'tls']
    const imports = modules.map((name) => `import * as ${name} from 'node:${name}'`)
    writeFileSync(planted, [...imports, `export const planted = [${modules.join(', ')}]`].join('\n'))
    try {
      const rulesBroken = cruise('src').violations.map(({rule}) => rule.name.replace(/-uses-.*/u, ''))
      expect(rulesBroken.toSorted()).toEqual([...Array<string>(4).fill('only-remote'), 'only-remote-browser'])
    } finally {
      rmSync(planted)
    }
    const names = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.ts'))
    const asking = names.filter((name) => /(?<![.\w])fetch\(|\bWebSocket\(/u.test(readFileSync(`src/${name}`, 'utf8')))
    expect(asking).toEqual(['links/check-links.ts'])
  })

  test('name every folder of src', () => {
    const config = readFileSync('.dependency-cruiser.mjs', 'utf8')
    const folders = readdirSync('src', {withFileTypes: true}).filter((entry) => entry.isDirectory())
    const missing = folders.map(({name}) => name).filter((name) => name !== 'cli' && !config.includes(`\n  ${name}: [`))
    expect(missing).toEqual([])
  })

  test('are those that ARCHITECTURE.md shows', () => {
    const text = readFileSync('ARCHITECTURE.md', 'utf8')
    const folders = readdirSync('src', {withFileTypes: true}).filter((entry) => entry.isDirectory())
    expect(folders.map(({name}) => name).filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([])
  })
})

test('course.schema.json is the schema of the code', () => {
  expect(readFileSync('course.schema.json', 'utf8')).toBe(courseJsonSchema())
})

test('coverage.schema.json is the schema of the code', () => {
  expect(JSON.parse(readFileSync('coverage.schema.json', 'utf8'))).toEqual(JSON.parse(coverageJsonSchema()))
})
